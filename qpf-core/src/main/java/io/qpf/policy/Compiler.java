package io.qpf.policy;

import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles the alternatives of one text and keeps the prose between them. */
final class Compiler {
    static final int MOST = 200;
    private static final int LONGEST = 2000;
    private static final int SHORT_PHRASE = 5;
    private static final Pattern PLUS = Pattern.compile("\\+(?!\\d)|(?<=\\w)\\s*\\+");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}]+(?:[_-]+[\\p{L}\\p{N}]+)*_*");
    private static final Pattern CONSEQUENCE =
            Pattern.compile("(?i)(?:then\\s+)?(?:auto-?)?(?:escalat|alert|notify|page|ask|stop|halt|pause|require).*");
    private static final Pattern UNLESS = Pattern.compile("(?i)(?<![a-z])unless[\\s_:]*$");
    private static final int UNLESS_LETTERS = 20;
    private static final Pattern ALL_OF = Pattern.compile(
            "(?i).*\\b(?:all\\s+(?:of|the|these|conditions|hold|apply|are)|both|every)\\b.*", Pattern.DOTALL);
    private static final Set<String> NO_EVENTS = Set.of("none", "no", "never", "null", "na", "nothing", "tbd", "yes");

    private final PolicyText text;
    private final Findings findings;
    private final ConditionParser parser;
    private final ClauseNames names = new ClauseNames();
    private final List<Alarm> alarms = new ArrayList<>();
    private Optional<Slice> prose = Optional.empty();
    private int compiling = -1;
    private int exemplified = -1;

    Compiler(Text text, Thresholds thresholds, Findings findings) {
        this.text = new PolicyText(text);
        this.findings = findings;
        this.parser = new ConditionParser(thresholds, findings);
    }

    List<Alarm> compile() {
        List<Piece> pieces = Segmenter.segment(text);
        if (pieces.size() > MOST) {
            findings.tooMany(text.text().span(), pieces.size());
            return List.of(new Alarm(Optional.empty(), new Clause.Prose(text.text())));
        }
        if (pieces.isEmpty() && !text.text().isBlank()) {
            keep(text.all().trimmed());
        }
        for (Piece piece : pieces) {
            boolean mixed = pieces.stream().anyMatch(it -> it.sentence() == piece.sentence() && isPhrase(it));
            one(piece, mixed);
        }
        flush();
        warnOfAll(pieces);
        return List.copyOf(alarms);
    }

    private void one(Piece piece, boolean mixed) {
        Text source = piece.slice().asText();
        Optional<String> restricting = piece.sentence() == compiling
                ? Wording.restriction(piece.slice().value())
                : Optional.empty();
        if (restricting.isPresent()) {
            flush();
            findings.restricted(piece.slice().span(), restricting.get());
            add(piece.lead(), new Clause.Prose(source));
            return;
        }
        if (isTurnedRound(piece)) {
            flush();
            findings.turnedRound(piece.slice().span());
            add(piece.lead(), new Clause.Prose(source));
            return;
        }
        if (!piece.first() && Wording.isExample(piece.slice().value())) {
            exemplified = piece.sentence();
        }
        if (isProse(piece, mixed) || (piece.sentence() == exemplified && !compares(piece))) {
            keep(piece.slice());
            return;
        }
        flush();
        compiling = piece.sentence();
        Optional<Condition> condition = parser.parse(piece.slice());
        boolean fires = condition.filter(Satisfiability::everyBranch).isPresent();
        if (condition.isPresent() && !fires) {
            findings.neverHolds(piece.slice().span());
        }
        // What cannot fire has been reported and stays as text, so that nothing is dropped.
        Clause clause = condition
                .filter(it -> fires)
                .map(it -> (Clause) new Clause.Compiled(source, names.take(ClauseNames.of(it)), it))
                .orElseGet(() -> new Clause.Prose(source));
        add(piece.lead(), clause);
    }

    private void add(Lead lead, Clause clause) {
        alarms.add(new Alarm(lead.receiver(), clause));
    }

    /** {@code Escalate unless x > 3}: a condition, and not told for people, but the wrong way round. */
    private boolean isTurnedRound(Piece piece) {
        int end = piece.lead().end();
        return piece.lead().kind() == Lead.Kind.NEGATED
                && UNLESS.matcher(text.value().substring(Math.max(0, end - UNLESS_LETTERS), end))
                        .find()
                && !isEndless(piece.slice())
                && compares(piece);
    }

    private static boolean compares(Piece piece) {
        return hasSign(piece)
                || AtomParser.isSpoken(piece.slice().withoutBrackets(0).strip());
    }

    private boolean isProse(Piece piece, boolean mixed) {
        Slice slice = piece.slice();
        if (piece.lead().kind() == Lead.Kind.NEGATED || isEndless(slice)) {
            return true;
        }
        String words = slice.withoutBrackets(0).strip();
        if (PLUS.matcher(words).find()
                || NO_EVENTS.contains(Identifiers.snake(words).replace("_", ""))) {
            return true;
        }
        if (hasSign(piece) || ConditionParser.joined(slice)) {
            return false;
        }
        boolean led = piece.lead().kind() != Lead.Kind.NONE;
        if (led && AtomParser.isSpoken(words)) {
            return false;
        }
        if (Wording.limits(words) || (!piece.first() && Wording.isAside(words))) {
            return true;
        }
        return switch (piece.lead().kind()) {
            case LIST -> false;
            case SENTENCE, CLAUSE ->
                words.split("\\s+").length > SHORT_PHRASE
                        || CONSEQUENCE.matcher(words).matches()
                        || (!piece.first() && piece.lead().kind() == Lead.Kind.CLAUSE && !isId(slice));
            default -> isPhrase(piece) || (mixed && !words.contains("_"));
        };
    }

    /** Words without a lead that are neither one id nor a condition. */
    private static boolean isPhrase(Piece piece) {
        return piece.lead().kind() == Lead.Kind.NONE
                && (isEndless(piece.slice())
                        || (!hasSign(piece)
                                && !ConditionParser.joined(piece.slice())
                                && !isId(piece.slice())
                                && !AtomParser.isSpoken(piece.slice().withoutBrackets(0))
                                && !isNumber(piece.slice())));
    }

    /** No condition is that long, and patterns shall not try. */
    private static boolean isEndless(Slice slice) {
        return slice.to() - slice.from() > LONGEST;
    }

    private static boolean hasSign(Piece piece) {
        return Signs.SIGN.matcher(piece.slice().withoutBrackets(0)).find();
    }

    private static boolean isId(Slice slice) {
        return ID.matcher(slice.withoutBrackets(0).strip()).matches();
    }

    /** A number alone is what a decimal comma leaves behind: no prose, but a mistake. */
    private static boolean isNumber(Slice slice) {
        return NumberReader.read(slice.value()) instanceof NumberReader.Reading.Read;
    }

    /** Remembers prose; neighbours become one. */
    private void keep(Slice slice) {
        prose = Optional.of(
                prose.map(it -> new Slice(text, it.from(), slice.to())).orElse(slice));
    }

    private void flush() {
        prose.map(Slice::asText).ifPresent(words -> {
            findings.prose(words);
            alarms.add(new Alarm(Optional.empty(), new Clause.Prose(words)));
        });
        prose = Optional.empty();
    }

    private void warnOfAll(List<Piece> pieces) {
        for (int index = 1; index < pieces.size(); index++) {
            Piece before = pieces.get(index - 1);
            Piece piece = pieces.get(index);
            boolean sameLead =
                    piece.lead().end() == before.lead().end() && piece.lead().kind() == Lead.Kind.LIST;
            String opening = text.value()
                    .substring(
                            Math.max(0, piece.lead().end() - 240), piece.lead().end());
            if (sameLead && ALL_OF.matcher(opening).matches()) {
                findings.allOf(piece.slice().span());
                return;
            }
        }
    }
}

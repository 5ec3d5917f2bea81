package io.qpf.policy;

import io.qpf.policy.Condition.Comparison;
import io.qpf.policy.Condition.Operator;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between AND and OR: a comparison or an event. */
final class AtomParser {
    static final Pattern SIGN = Pattern.compile("<=|>=|==|!=|<>|≤|≥|≠|(?<![-=])>|<(?!-)|=(?![<>])");
    private static final int LONGEST = 400;
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry(">", Operator.ABOVE),
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("≥", Operator.AT_LEAST),
            Map.entry("<", Operator.BELOW),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry("≤", Operator.AT_MOST),
            Map.entry("=", Operator.EQUAL),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("≠", Operator.NOT_EQUAL));
    private static final Pattern WORDS = Pattern.compile(
            "(?<name>.+?)\\s+(?:(?:is|drops|falls|goes|rises|stays)\\s+)?(?:(?<above>above|over|greater than|more than|exceeds)"
                    + "|(?<below>below|under|less than|lower than|fewer than)|(?<least>at least|no less than)"
                    + "|(?<most>at most|no more than))\\s+(?<value>\\S.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COPULA = Pattern.compile("(?i)\\s+(?:is|are)\\s*$");
    private static final Pattern NEGATION = Pattern.compile("NOT[\\s_].*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*");
    private static final String SHAPE = "write a name, one sign and a number, such as `model confidence < 0.6`";

    private final Thresholds thresholds;
    private final Findings findings;

    AtomParser(Thresholds thresholds, Findings findings) {
        this.thresholds = thresholds;
        this.findings = findings;
    }

    Optional<Condition> parse(Slice words, int level) {
        String letters = words.withoutBrackets(level);
        Matcher signs = SIGN.matcher(letters);
        List<int[]> places = new ArrayList<>();
        while (signs.find()) {
            places.add(new int[] {signs.start(), signs.end()});
        }
        return switch (places.size()) {
            case 0 -> event(words, letters);
            case 1 -> comparison(words, letters, places.get(0));
            case 2 -> between(words, letters, places);
            default -> chain(words);
        };
    }

    private Optional<Condition> chain(Slice words) {
        findings.unreadable(
                words.span(),
                "several comparisons stand here with nothing that joins them",
                "only capitals join: write AND, OR or a comma between them");
        return Optional.empty();
    }

    private Optional<Condition> event(Slice words, String letters) {
        Optional<Condition> spoken = spoken(letters);
        if (spoken.isPresent()) {
            return spoken;
        }
        String name = Identifiers.snake(letters);
        if (NEGATION.matcher(letters.strip()).matches()) {
            findings.unreadable(
                    words.span(),
                    "conditions know no NOT",
                    "name the opposite event, or turn the comparison round (>= for NOT <)");
            return Optional.empty();
        }
        if (name.isEmpty() || letters.chars().noneMatch(Character::isLetter)) {
            findings.unreadable(words.span(), "`" + excerpt(words) + "` alone is no condition", SHAPE);
            return Optional.empty();
        }
        return Optional.of(new Condition.Event(name));
    }

    /** Whether the words compare without a sign. */
    static boolean isSpoken(String letters) {
        return spoken(letters).isPresent();
    }

    /** A comparison in words, such as "confidence below 0.6"; without a clean number behind them it is a phrase. */
    private static Optional<Condition> spoken(String letters) {
        Matcher matcher = WORDS.matcher(letters.strip());
        if (letters.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        Operator operator = matcher.group("above") != null
                ? Operator.ABOVE
                : matcher.group("below") != null
                        ? Operator.BELOW
                        : matcher.group("least") != null ? Operator.AT_LEAST : Operator.AT_MOST;
        String metric = Identifiers.snake(matcher.group("name"));
        return NumberReader.read(matcher.group("value")) instanceof NumberReader.Reading.Read read
                        && read.counted().isEmpty()
                        && !metric.isEmpty()
                ? Optional.of(new Comparison(metric, operator, read.quantity()))
                : Optional.empty();
    }

    private Optional<Condition> comparison(Slice words, String letters, int[] sign) {
        Slice left = words.sub(0, sign[0]);
        Slice right = words.sub(sign[1], letters.length());
        String leftLetters = letters.substring(0, sign[0]);
        String rightLetters = letters.substring(sign[1]);
        Operator operator = operator(letters, sign);
        boolean turned = !isNumber(rightLetters) && isNumber(leftLetters);
        return turned
                ? compare(words, rightLetters, turn(operator), leftLetters, left)
                : compare(words, leftLetters, operator, rightLetters, right);
    }

    /** {@code 0.2 < x < 0.8}. */
    private Optional<Condition> between(Slice words, String letters, List<int[]> signs) {
        int[] first = signs.get(0);
        int[] second = signs.get(1);
        String low = letters.substring(0, first[0]);
        String name = letters.substring(first[1], second[0]);
        String high = letters.substring(second[1]);
        if (!isNumber(low) || !isNumber(high) || isNumber(name)) {
            return chain(words);
        }
        Optional<Condition> one = compare(words, name, turn(operator(letters, first)), low, words.sub(0, first[0]));
        Optional<Condition> other =
                compare(words, name, operator(letters, second), high, words.sub(second[1], letters.length()));
        return one.flatMap(it -> other.map(too -> new Condition.All(List.of(it, too))));
    }

    private Optional<Condition> compare(Slice words, String name, Operator operator, String value, Slice place) {
        String metric = Identifiers.snake(COPULA.matcher(name).replaceFirst(""));
        Slice number = place.trimmed(letter -> Character.isWhitespace(letter) || letter == '_');
        if (metric.isEmpty() || number.isEmpty()) {
            findings.unreadable(words.span(), "`" + excerpt(words) + "` is half a comparison", SHAPE);
            return Optional.empty();
        }
        NumberReader.Reading reading = NumberReader.read(bare(value));
        if (reading instanceof NumberReader.Reading.Read read) {
            report(read, number::span);
            return Optional.of(new Comparison(metric, operator, read.quantity()));
        }
        if (reading instanceof NumberReader.Reading.Foreign foreign) {
            findings.unreadable(
                    number.span(),
                    "`" + excerpt(foreign.written()) + "` is no number that a condition can hold",
                    "write it in decimal digits, with a point for fractions and an exponent of two digits at the most,"
                            + " such as 16, 0.5 or 2e6");
            return Optional.empty();
        }
        if (reading instanceof NumberReader.Reading.Tail tail) {
            findings.tail(words.span(), excerpt(tail.tail()), tail.meant());
            return Optional.empty();
        }
        return named(words, metric, operator, bare(value), number);
    }

    private Optional<Condition> named(Slice words, String metric, Operator operator, String value, Slice place) {
        String name = Identifiers.snake(value);
        if (!WORD.matcher(value).matches() || value.split("[\\s]+").length > 3) {
            findings.unreadable(words.span(), "`" + excerpt(value) + "` is no number", SHAPE);
            return Optional.empty();
        }
        Optional<Thresholds.Named> given = thresholds.find(metric).or(() -> thresholds.find(name));
        if (given.isEmpty()) {
            if (operator == Operator.EQUAL && name.equals("true")) {
                return Optional.of(new Condition.Event(metric));
            }
            findings.missingThreshold(place.span(), metric, excerpt(value), thresholds);
            return Optional.empty();
        }
        Thresholds.Named threshold = given.get();
        if (NumberReader.read(threshold.value().value()) instanceof NumberReader.Reading.Read read) {
            report(read, () -> threshold.value().span());
            return Optional.of(new Comparison(metric, operator, read.quantity()));
        }
        findings.badThreshold(threshold);
        return Optional.empty();
    }

    private void report(NumberReader.Reading.Read read, Supplier<Span> place) {
        if (read.thousandths()) {
            findings.thousandths(place.get(), read.quantity());
        }
        read.counted().ifPresent(unit -> findings.counted(place.get(), excerpt(unit)));
    }

    private static boolean isNumber(String letters) {
        return !(NumberReader.read(bare(letters)) instanceof NumberReader.Reading.None);
    }

    private static String bare(String letters) {
        return letters.replaceAll("^[\\s_]+|[\\s_]+$", "");
    }

    private static Operator operator(String letters, int[] sign) {
        return OPERATORS.getOrDefault(letters.substring(sign[0], sign[1]), Operator.EQUAL);
    }

    private static Operator turn(Operator operator) {
        return switch (operator) {
            case ABOVE -> Operator.BELOW;
            case AT_LEAST -> Operator.AT_MOST;
            case BELOW -> Operator.ABOVE;
            case AT_MOST -> Operator.AT_LEAST;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }

    private static String excerpt(Slice words) {
        return excerpt(words.asText().value());
    }

    private static String excerpt(String words) {
        return words.length() <= 60 ? words : words.substring(0, 57) + "…";
    }
}

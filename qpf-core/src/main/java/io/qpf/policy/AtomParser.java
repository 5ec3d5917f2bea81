package io.qpf.policy;

import io.qpf.policy.Condition.Comparison;
import io.qpf.policy.Condition.Operator;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between AND and OR: a comparison or an event. */
final class AtomParser {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern JOINER = Pattern.compile("(?i)\\s(and|or)\\s");
    private static final Pattern NAMELESS = Pattern.compile("(?<=\\s(?:AND|OR))\\s+(?=[<>=!≤≥≠])");
    private static final Pattern COPULA = Pattern.compile("(?i)\\s+(?:is|are|was|were|stays|gets|becomes)\\s*$");
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
        if (!Brackets.explain(words, letters, level, findings)) {
            return Optional.empty();
        }
        Matcher signs = Signs.SIGN.matcher(letters);
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
        String joined = JOINER.matcher(words.asText().value())
                .replaceAll(it -> " " + it.group(1).toUpperCase(Locale.ROOT) + " ");
        Matcher sign = Signs.SIGN.matcher(joined);
        // A sign right behind the joining word compares the name of the first comparison once more.
        String name = sign.find() ? joined.substring(0, sign.start()).strip() : "";
        String whole = NAMELESS.matcher(joined).replaceAll(Matcher.quoteReplacement(" " + name + " "));
        findings.unreadable(
                words.span(),
                "several comparisons stand here with nothing that joins them",
                joined.equals(words.asText().value())
                        ? "only capitals join: write AND, OR or a comma between them"
                        : "only capitals join: write `" + excerpt(whole) + "`");
        return Optional.empty();
    }

    private Optional<Condition> event(Slice words, String letters) {
        Optional<Spoken> spoken = Spoken.of(letters);
        if (spoken.isPresent()) {
            return spoken(words, spoken.get());
        }
        String phrase = Quotes.off(letters);
        if (NEGATION.matcher(phrase).matches()) {
            return refuse(words, Wording.NEGATED);
        }
        String name = Identifiers.snake(phrase);
        if (name.isEmpty() || isPlainNumber(phrase) || phrase.chars().noneMatch(Character::isLetter)) {
            findings.unreadable(words.span(), "`" + excerpt(words) + "` alone is no condition", SHAPE);
            return Optional.empty();
        }
        Optional<Wording.Problem> problem = Wording.ofEvent(phrase);
        if (problem.isPresent()) {
            return refuse(words, problem.get());
        }
        if (Telling.is(phrase)) {
            findings.sentenceAsEvent(words.span(), excerpt(name), Telling.meant(name));
        }
        return Optional.of(new Condition.Event(name));
    }

    private Optional<Condition> refuse(Slice words, Wording.Problem problem) {
        findings.unreadable(words.span(), problem.message(), problem.hint());
        return Optional.empty();
    }

    /** Whether the words compare without a sign, with nothing behind the number but its unit. */
    static boolean isSpoken(String letters) {
        Optional<Spoken> spoken = Spoken.of(letters);
        return spoken.isPresent()
                && !spoken.get().name().isEmpty()
                && Wording.ofMetric(spoken.get().name()).isEmpty()
                && spoken.get().bounds().stream().allMatch(AtomParser::isClean);
    }

    private static boolean isClean(Spoken.Bound bound) {
        return NumberReader.read(bound.value()) instanceof NumberReader.Reading.Read read
                && read.counted().isEmpty();
    }

    private Optional<Condition> spoken(Slice words, Spoken spoken) {
        List<Condition> bounds = new ArrayList<>();
        for (Spoken.Bound bound : spoken.bounds()) {
            Optional<Condition> one =
                    compare(words, spoken.name(), bound.operator(), bound.value(), words.sub(bound.from(), bound.to()));
            if (one.isEmpty()) {
                return one;
            }
            bounds.add(one.get());
        }
        return bounds.size() == 1 ? Optional.of(bounds.get(0)) : range(words, bounds, spoken.outside());
    }

    private Optional<Condition> range(Slice words, List<Condition> bounds, boolean outside) {
        boolean alike = bounds.get(0) instanceof Comparison low
                && bounds.get(1) instanceof Comparison high
                && low.limit().unit().equals(high.limit().unit());
        if (!alike) {
            findings.unreadable(
                    words.span(),
                    "the two ends of the range have different units",
                    "write both in one unit: 5 ms and 10 ms");
            return Optional.empty();
        }
        return Optional.of(outside ? new Condition.AnyOf(bounds) : new Condition.All(bounds));
    }

    private Optional<Condition> comparison(Slice words, String letters, int[] sign) {
        Slice left = words.sub(0, sign[0]);
        Slice right = words.sub(sign[1], letters.length());
        String leftLetters = letters.substring(0, sign[0]);
        String rightLetters = letters.substring(sign[1]);
        Operator operator = operator(letters, sign);
        boolean turned = !NumberReader.isOne(rightLetters) && NumberReader.isOne(leftLetters);
        return turned
                ? compare(words, rightLetters, Signs.turn(operator), leftLetters, left)
                : compare(words, leftLetters, operator, rightLetters, right);
    }

    /** {@code 0.2 < x < 0.8}. */
    private Optional<Condition> between(Slice words, String letters, List<int[]> signs) {
        int[] first = signs.get(0);
        int[] second = signs.get(1);
        String low = letters.substring(0, first[0]);
        String name = letters.substring(first[1], second[0]);
        String high = letters.substring(second[1]);
        if (!NumberReader.isOne(low) || !NumberReader.isOne(high) || NumberReader.isOne(name)) {
            return chain(words);
        }
        Optional<Condition> one =
                compare(words, name, Signs.turn(operator(letters, first)), low, words.sub(0, first[0]));
        Optional<Condition> other =
                compare(words, name, operator(letters, second), high, words.sub(second[1], letters.length()));
        return one.flatMap(it -> other.map(too -> new Condition.All(List.of(it, too))));
    }

    private Optional<Condition> compare(Slice words, String written, Operator operator, String value, Slice place) {
        String name = Wording.withoutArticle(Quotes.off(COPULA.matcher(written).replaceFirst("")));
        String metric = Identifiers.snake(name);
        Slice number = place.trimmed(letter -> Character.isWhitespace(letter) || letter == '_');
        if (metric.isEmpty() || number.isEmpty() || isPlainNumber(name)) {
            findings.unreadable(words.span(), "`" + excerpt(words) + "` is half a comparison", SHAPE);
            return Optional.empty();
        }
        Optional<Wording.Problem> problem = Wording.ofMetric(name);
        if (problem.isPresent()) {
            return refuse(words, problem.get());
        }
        Optional<Condition> compared = limit(words, metric, operator, value, number);
        if (compared.isPresent() && Telling.is(name)) {
            findings.sentenceAsMetric(words.span(), excerpt(metric));
        }
        return compared;
    }

    private Optional<Condition> limit(Slice words, String metric, Operator operator, String value, Slice number) {
        NumberReader.Reading reading = NumberReader.read(NumberReader.bare(value));
        if (reading instanceof NumberReader.Reading.Read read) {
            report(read, number::span);
            return Optional.of(new Comparison(metric, operator, read.quantity()));
        }
        if (reading instanceof NumberReader.Reading.Foreign foreign) {
            findings.foreign(number.span(), excerpt(foreign.written()), foreign.meant());
            return Optional.empty();
        }
        if (reading instanceof NumberReader.Reading.Tail tail) {
            if (Spoken.isOrMore(tail.tail())) {
                String alone =
                        value.substring(0, value.lastIndexOf(tail.tail())).strip();
                findings.saidTwice(words.span(), tail.tail(), metric + " " + operator.sign() + " " + alone);
                return Optional.empty();
            }
            if (JOINER.matcher(" " + tail.tail()).find()) {
                return chain(words);
            }
            findings.tail(words.span(), excerpt(tail.tail()), tail.meant());
            return Optional.empty();
        }
        return named(words, metric, operator, NumberReader.bare(value), number);
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
        read.thousandths().ifPresent(point -> findings.thousandths(place.get(), point, read.quantity()));
        read.counted().ifPresent(unit -> findings.counted(place.get(), excerpt(unit)));
    }

    private static boolean isPlainNumber(String words) {
        return NumberReader.read(words) instanceof NumberReader.Reading.Read read
                && read.counted().isEmpty();
    }

    private static Operator operator(String letters, int[] sign) {
        return Signs.operator(letters.substring(sign[0], sign[1]));
    }

    private static String excerpt(Slice words) {
        return excerpt(words.asText().value());
    }

    private static String excerpt(String words) {
        String line = BLANKS.matcher(words).replaceAll(" ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "…";
    }
}

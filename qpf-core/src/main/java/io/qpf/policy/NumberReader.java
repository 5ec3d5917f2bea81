package io.qpf.policy;

import io.qpf.diagnostics.Suggest;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people write them: {@code $100,000}, {@code 5_percent}, {@code 0_95}, {@code 500ms}. */
final class NumberReader {
    /** What a text turned out to be. */
    sealed interface Reading {
        /**
         * A number.
         *
         * @param thousandths what was read as the decimal point before three digits, if thousands may be meant
         * @param counted what it counts, where that is no unit
         */
        record Read(Quantity quantity, Optional<String> thousandths, Optional<String> counted) implements Reading {}

        /** A number in a form that conditions do not know, such as {@code 0x10}, {@code 1e999} or {@code 0,5}. */
        record Foreign(String written, Optional<String> meant) implements Reading {}

        /** A number with something behind it that is no unit. */
        record Tail(String tail, Optional<String> meant) implements Reading {}

        /** No number at all. */
        record None() implements Reading {}
    }

    private static final int LONGEST = 60;
    private static final int LONGEST_TEXT = 300;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<sign>[+-]?)(?<mark>[$€£¥]|[A-Z]{3}(?=[\\s\\d]))?\\s*(?<sign2>[+-]?)"
                    + "(?<whole>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:_\\d{3}){2,}(?!\\d)|\\d+|(?=\\.\\d))"
                    + "(?:(?<point>[._])(?<part>\\d+))?(?:[eE](?<exponent>[+-]?\\d{1,2})(?!\\d))?"
                    + "[\\s_]*(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<number>[+-]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[\\d.,_]*\\d[eE][+-]?\\d{3,}))(?![\\p{L}\\p{N}]).*",
            Pattern.DOTALL);
    private static final Pattern DECIMAL_COMMA = Pattern.compile(
            "[+-]?[^\\d,]{0,4}(?<number>(?<whole>\\d+(?:\\.\\d{3})*),(?<part>\\d+))(?![,\\d]).*", Pattern.DOTALL);
    /** What a number counts: a word or two, and how often. */
    private static final Pattern COUNTED = Pattern.compile(
            "\\p{L}+(?:[_-]\\p{L}+)?(?:/\\p{L}+)?|(?:\\p{L}[\\p{L}_]*[\\s_]+)?per[\\s_]+\\p{L}+|/\\p{L}+");

    private static final Pattern GROUP = Pattern.compile("[1-9]\\d{0,2}");

    private static final Pattern UNIT_BEHIND = Pattern.compile("[\\d\\s.,_+$€£¥-]*(?<unit>.*)", Pattern.DOTALL);

    private NumberReader() {}

    static Reading read(String words) {
        String text = words.strip();
        Matcher matcher = NUMBER.matcher(text);
        if (text.length() > LONGEST_TEXT || !matcher.matches()) {
            return new Reading.None();
        }
        Optional<String> mark = Optional.ofNullable(matcher.group("mark"));
        Optional<String> currency = mark.flatMap(Units::currency);
        if (mark.isPresent() && currency.isEmpty()) {
            return new Reading.None();
        }
        return text.length() - matcher.group("rest").length() > LONGEST
                ? new Reading.Tail(text.substring(0, 20) + "…", Optional.empty())
                : withUnit(matcher, number(matcher), currency.orElse(""));
    }

    /** Whether the words, without the blanks around them, begin with a number. */
    static boolean isOne(String words) {
        return !(read(bare(words)) instanceof Reading.None);
    }

    /** The words without the blanks and underscores around them. */
    static String bare(String words) {
        return words.replaceAll("^[\\s_]+|[\\s_]+$", "");
    }

    private static BigDecimal number(Matcher matcher) {
        String whole = matcher.group("whole").replaceAll("[,_]", "");
        String part = Optional.ofNullable(matcher.group("part")).orElse("0");
        String exponent = Optional.ofNullable(matcher.group("exponent")).orElse("0");
        BigDecimal value = new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + part)
                .scaleByPowerOfTen(Integer.parseInt(exponent.startsWith("+") ? exponent.substring(1) : exponent));
        return (matcher.group("sign") + matcher.group("sign2")).equals("-") ? value.negate() : value;
    }

    private static Reading withUnit(Matcher matcher, BigDecimal number, String currency) {
        String rest = matcher.group("rest").strip();
        Optional<Reading> comma = decimalComma(matcher);
        if (comma.isPresent()) {
            return comma.get();
        }
        Optional<String> point = Optional.ofNullable(matcher.group("point"))
                .filter(it -> matcher.group("part").length() == 3);
        Optional<String> thousandths = doubtful(point, matcher, currency);
        if (rest.isEmpty()) {
            return new Reading.Read(quantity(number, currency), thousandths, Optional.empty());
        }
        Optional<Units.Unit> unit = Units.find(currency.isEmpty() || !rest.equals("m") ? rest : "M");
        if (unit.isPresent()) {
            Optional<String> doubt =
                    doubtful(point, matcher, currency.isEmpty() ? unit.get().base() : currency);
            return joined(number, unit.get(), currency, doubt, rest);
        }
        Matcher foreign = FOREIGN.matcher(matcher.group());
        if (foreign.matches()) {
            return new Reading.Foreign(foreign.group("number"), Optional.empty());
        }
        Optional<BigDecimal> duration = currency.isEmpty() ? Durations.seconds(number, rest) : Optional.empty();
        if (duration.isPresent()) {
            return new Reading.Read(quantity(duration.get(), "s"), thousandths, Optional.empty());
        }
        Optional<String> meant = Durations.inDays(number, rest)
                .or(() -> Suggest.nearest(rest, Units.longWords()).filter(it -> rest.length() >= 4));
        return currency.isEmpty() && meant.isEmpty() && isCounted(rest)
                ? new Reading.Read(quantity(number, ""), thousandths, Optional.of(rest))
                : new Reading.Tail(rest, meant);
    }

    /**
     * Ids cannot hold a point, and much of the world groups by it: {@code 250.000 EUR}, {@code 1.500 ms}. A group does
     * not begin with 0, percentages are no thousands, and a fraction without its last 0 is a plain one.
     */
    private static Optional<String> doubtful(Optional<String> point, Matcher matcher, String unit) {
        return point.filter(it -> it.equals("_")
                || (matcher.group("part").endsWith("0")
                        && (Units.currency(unit).isPresent()
                                || (!unit.equals("ratio")
                                        && GROUP.matcher(matcher.group("whole")).matches()))));
    }

    /** {@code 0,5} is no number here, and neither is {@code 1.000,50}; a group of thousands does not begin with 0. */
    private static Optional<Reading> decimalComma(Matcher matcher) {
        boolean comma =
                matcher.group("rest").startsWith(",") || matcher.group("whole").startsWith("0,");
        Matcher written = DECIMAL_COMMA.matcher(matcher.group());
        return comma && written.matches()
                ? Optional.of(new Reading.Foreign(
                        written.group("number"),
                        Optional.of(written.group("whole").replace(".", "") + "." + written.group("part"))))
                : Optional.empty();
    }

    /** {@code parcels}, {@code req/s}, {@code per_hour}; not {@code percent_for_10_min}, which says more. */
    private static boolean isCounted(String rest) {
        if (!COUNTED.matcher(rest).matches() || rest.equals("m")) {
            return false;
        }
        int words = 0;
        for (String word : rest.split("[\\s_/-]+", -1)) {
            boolean rate = word.equals("per");
            if (!rate
                    && words == 0
                    && rest.length() > word.length()
                    && Units.find(word).isPresent()
                    && !word.isEmpty()) {
                return false;
            }
            if (!rate && Vocabulary.tells(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            words += rate ? 2 : 1;
        }
        return true;
    }

    /** The number with the unit of another one, where it has none itself: the 5 of "5 and 10 ms". */
    static String withUnitOf(String low, String high) {
        if (low.isEmpty() || !Character.isDigit(low.charAt(low.length() - 1))) {
            return low;
        }
        Matcher unit = UNIT_BEHIND.matcher(high);
        return unit.matches() ? (low + " " + unit.group("unit")).strip() : low;
    }

    private static Reading joined(
            BigDecimal number, Units.Unit unit, String currency, Optional<String> thousandths, String rest) {
        boolean clash =
                !currency.isEmpty() && !unit.base().isEmpty() && !unit.base().equals(currency);
        String base = currency.isEmpty() ? unit.base() : currency;
        return clash
                ? new Reading.Tail(rest, Optional.empty())
                : new Reading.Read(quantity(number.multiply(unit.factor()), base), thousandths, Optional.empty());
    }

    /** One spelling for one number: no trailing zeros, no exponent. */
    private static Quantity quantity(BigDecimal value, String unit) {
        BigDecimal bare = value.stripTrailingZeros();
        return new Quantity(bare.scale() < 0 ? bare.setScale(0) : bare, unit);
    }
}

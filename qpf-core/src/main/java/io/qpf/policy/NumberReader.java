package io.qpf.policy;

import io.qpf.diagnostics.Suggest;
import java.math.BigDecimal;
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
         * @param thousandths whether {@code _} was read as the decimal point before three digits
         * @param counted what it counts, where that is no unit
         */
        record Read(Quantity quantity, boolean thousandths, Optional<String> counted) implements Reading {}

        /** A number in a form that conditions do not know, such as {@code 0x10} or {@code 1e999}. */
        record Foreign(String written) implements Reading {}

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
    private static final Pattern COUNTED = Pattern.compile(
            "\\p{L}[\\p{L}\\p{N}_-]*(?:/\\p{L}+)?|(?:\\p{L}[\\p{L}_]*[\\s_]+)?per[\\s_]+\\p{L}+|/\\p{L}+");

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
        boolean thousandths = "_".equals(matcher.group("point"))
                && Optional.ofNullable(matcher.group("part")).orElse("").length() == 3;
        if (rest.isEmpty()) {
            return new Reading.Read(quantity(number, currency), thousandths, Optional.empty());
        }
        Optional<Units.Unit> unit = Units.find(currency.isEmpty() || !rest.equals("m") ? rest : "M");
        if (unit.isPresent()) {
            return joined(number, unit.get(), currency, thousandths, rest);
        }
        Matcher foreign = FOREIGN.matcher(matcher.group());
        if (foreign.matches()) {
            return new Reading.Foreign(foreign.group("number"));
        }
        Optional<String> meant = Suggest.nearest(rest, Units.longWords()).filter(it -> rest.length() >= 4);
        return currency.isEmpty() && meant.isEmpty() && COUNTED.matcher(rest).matches() && !rest.equals("m")
                ? new Reading.Read(quantity(number, ""), thousandths, Optional.of(rest))
                : new Reading.Tail(rest, meant);
    }

    private static Reading joined(
            BigDecimal number, Units.Unit unit, String currency, boolean thousandths, String rest) {
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

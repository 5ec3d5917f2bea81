package io.qpf.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of several units ({@code 1h30m}), and those that have no fixed length. */
final class Durations {
    private static final Pattern PART = Pattern.compile("[\\s_]*(?<number>\\d+(?:\\.\\d+)?)?[\\s_]*(?<unit>[A-Za-z]+)");
    private static final BigDecimal MINUTE = new BigDecimal(60);
    private static final BigDecimal MONTH = new BigDecimal(30);
    private static final BigDecimal YEAR = new BigDecimal(365);

    private Durations() {}

    /** The seconds of a number and what stands behind it, the greater unit first; empty if that is no time. */
    static Optional<BigDecimal> seconds(BigDecimal first, String rest) {
        Matcher part = PART.matcher(rest);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal last = BigDecimal.ZERO;
        int end = 0;
        int parts = 0;
        for (; end < rest.length() && part.region(end, rest.length()).lookingAt(); end = part.end()) {
            boolean counts = part.group("number") != null;
            Optional<BigDecimal> unit = unit(part.group("unit"));
            if (counts == (parts == 0)
                    || unit.isEmpty()
                    || (parts > 0 && unit.get().compareTo(last) >= 0)) {
                return Optional.empty();
            }
            last = unit.get();
            sum = sum.add((parts == 0 ? first : new BigDecimal(part.group("number"))).multiply(last));
            parts++;
        }
        return parts > 1 && end == rest.length() && first.signum() >= 0 ? Optional.of(sum) : Optional.empty();
    }

    /** Beside hours or seconds an {@code m} can only be minutes. */
    private static Optional<BigDecimal> unit(String word) {
        return word.equals("m")
                ? Optional.of(MINUTE)
                : Units.find(word).filter(it -> it.base().equals("s")).map(Units.Unit::factor);
    }

    /** Whether the word measures something, as units, months and years do. */
    static boolean isUnit(String word) {
        return Units.find(word).isPresent() || inDays(BigDecimal.ONE, word).isPresent();
    }

    /** What to write for months and years, which differ in length. */
    static Optional<String> inDays(BigDecimal number, String unit) {
        BigDecimal days = switch (unit.toLowerCase(Locale.ROOT)) {
            case "month", "months" -> MONTH;
            case "year", "years" -> YEAR;
            default -> BigDecimal.ZERO;
        };
        return days.signum() == 0
                ? Optional.empty()
                : Optional.of(number.multiply(days).stripTrailingZeros().toPlainString() + " days");
    }
}

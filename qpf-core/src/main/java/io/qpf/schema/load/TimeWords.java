package io.qpf.schema.load;

import io.qpf.schema.Retention;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 90 days}, {@code 1hr}, {@code rolling_365_days}, {@code indefinite}. */
final class TimeWords {
    private static final Pattern LENGTH =
            Pattern.compile("(\\d{1,6})[\\s_-]*([A-Za-z]+)(?:\\s*\\(.*\\))?\\.?", Pattern.DOTALL);
    private static final Pattern FOR_EVER = Pattern.compile(
            "(?i)(indefinite(ly)?|forever|for ever|permanent(ly)?|unlimited|never)(\\s*\\(.*\\))?\\.?", Pattern.DOTALL);
    private static final Pattern TTL =
            Pattern.compile("(?i)\\bTTL\\s*[=:]?\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([A-Za-z]+)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)[\\s_]*([A-Za-z]*)");
    private static final Pattern SCOPE =
            Pattern.compile("(?:rolling[\\s_-]+|last[\\s_-]+)?(\\d{1,6})[\\s_-]*([A-Za-z]+)", Pattern.CASE_INSENSITIVE);
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_A_MONTH = 30;
    private static final int DAYS_A_YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;
    /** What is meant to stay longer stays for ever; a calendar that counts back further leaves the dates that Python knows. */
    private static final int MOST_YEARS = 1000;

    private TimeWords() {}

    /** A TTL in a text, and where it stands there. */
    record Found(long seconds, int from, int to) {}

    static Retention retention(String text) {
        String plain = text.strip();
        if (FOR_EVER.matcher(plain).matches()) {
            return new Retention.Indefinite(text);
        }
        Matcher length = LENGTH.matcher(plain);
        if (!length.matches()) {
            return new Retention.Unreadable(text);
        }
        int count = Integer.parseInt(length.group(1));
        if (count == 0) {
            return new Retention.Unreadable(text);
        }
        String unit = unit(length.group(2));
        if (years(count, unit) > MOST_YEARS) {
            return new Retention.Unreadable(text);
        }
        return switch (unit) {
            case "hour" -> new Retention.For((count + HOURS_A_DAY - 1) / HOURS_A_DAY, 0, text);
            case "day" -> new Retention.For(count, 0, text);
            case "week" -> new Retention.For(count * DAYS_A_WEEK, 0, text);
            case "month" -> new Retention.For(0, count, text);
            case "year" -> new Retention.For(0, count * MONTHS_A_YEAR, text);
            default -> new Retention.Unreadable(text);
        };
    }

    private static double years(int count, String unit) {
        return switch (unit) {
            case "day" -> (double) count / DAYS_A_YEAR;
            case "week" -> (double) count * DAYS_A_WEEK / DAYS_A_YEAR;
            case "month" -> (double) count / MONTHS_A_YEAR;
            case "year" -> count;
            default -> 0;
        };
    }

    /** Whether a retention in hours makes no whole days. */
    static boolean isPartOfDay(String text) {
        Matcher length = LENGTH.matcher(text.strip());
        return length.matches()
                && unit(length.group(2)).equals("hour")
                && Integer.parseInt(length.group(1)) % HOURS_A_DAY != 0;
    }

    static Optional<Integer> scopeDays(String text) {
        Matcher scope = SCOPE.matcher(text.strip());
        if (!scope.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(scope.group(1));
        return switch (unit(scope.group(2))) {
            case "hour" -> Optional.of((count + HOURS_A_DAY - 1) / HOURS_A_DAY);
            case "day" -> Optional.of(count);
            case "week" -> Optional.of(count * DAYS_A_WEEK);
            case "month" -> Optional.of(count * DAYS_A_MONTH);
            case "year" -> Optional.of(count * DAYS_A_YEAR);
            default -> Optional.empty();
        };
    }

    /** {@code TTL=1hr} somewhere in a text. */
    static Optional<Found> ttlIn(String text) {
        Matcher found = TTL.matcher(text);
        while (found.find()) {
            OptionalLong seconds = seconds(found.group(1), found.group(2));
            if (seconds.isPresent()) {
                return Optional.of(new Found(seconds.getAsLong(), found.start(), found.end()));
            }
        }
        return Optional.empty();
    }

    /** A time such as {@code 5 minutes}; a number without a unit is taken in the given one. */
    static OptionalLong seconds(String text, Optional<String> unit) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches() || (time.group(2).isEmpty() && unit.isEmpty())) {
            return OptionalLong.empty();
        }
        return seconds(time.group(1), time.group(2).isEmpty() ? unit.get() : time.group(2));
    }

    private static OptionalLong seconds(String count, String unit) {
        double one = switch (unit(unit)) {
            case "millisecond" -> 0.001;
            case "second" -> 1;
            case "minute" -> MINUTE;
            case "hour" -> HOUR;
            case "day" -> DAY;
            case "week" -> DAYS_A_WEEK * DAY;
            case "month" -> DAYS_A_MONTH * DAY;
            case "year" -> DAYS_A_YEAR * DAY;
            default -> 0;
        };
        long seconds = (long) Math.ceil(Double.parseDouble(count) * one);
        return seconds > 0 ? OptionalLong.of(seconds) : OptionalLong.empty();
    }

    private static String unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ms", "milli", "millis", "millisecond", "milliseconds" -> "millisecond";
            case "s", "sec", "secs", "second", "seconds" -> "second";
            case "m", "min", "mins", "minute", "minutes" -> "minute";
            case "h", "hr", "hrs", "hour", "hours" -> "hour";
            case "d", "day", "days" -> "day";
            case "w", "wk", "wks", "week", "weeks" -> "week";
            case "mo", "mos", "month", "months" -> "month";
            case "y", "yr", "yrs", "year", "years" -> "year";
            default -> "";
        };
    }
}

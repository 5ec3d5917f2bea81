package io.qpf.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sentence opens before its conditions start.
 *
 * @param end the offset behind it
 * @param receiver who is told, in {@code alert_ops_if_…}
 */
record Lead(Kind kind, int end, Optional<String> receiver) {
    /** What a lead does to the phrases behind it. */
    enum Kind {
        /** There is none: a bare phrase is prose. */
        NONE,
        /** {@code Auto-escalate if:} — a bare phrase is an event. */
        LIST,
        /** {@code Escalate when …} within a sentence — only a short phrase is an event. */
        SENTENCE,
        /** {@code Never escalate if:} — everything behind it is prose. */
        NEGATED
    }

    private static final int CASES = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern COLON = Pattern.compile(
            "\\s*[^:.,;<>=]{0,160}?\\b(?:if|when|whenever|on|upon|triggers?|conditions?|cases|criteria)\\b"
                    + "[^:.,;<>=]{0,80}:(?!\\d)\\s*",
            CASES);
    private static final Pattern ALERT = Pattern.compile(
            "\\s*(?:alert|notify|page|warn)[\\s_]+(?!(?:if|when)[\\s_])"
                    + "(?<who>[A-Za-z][\\w-]{0,60}?(?:\\s+[A-Za-z][\\w-]{0,60}?){0,3}?)[\\s_]+(?:if|when)[\\s_:]+",
            CASES);
    private static final Pattern ACTION = Pattern.compile(
            "\\s*(?:auto[-_\\s]?)?(?:escalate|alert|notify|page|warn|ask|stop|halt|pause|require|trigger)"
                    + "(?:[\\s_][^:.,;<>=]{0,80}?)?[\\s_]+(?:if|when|whenever)[\\s_]+",
            CASES);
    private static final Pattern ALERT_ON = Pattern.compile("\\s*alert[\\s_]+(?:on|if|when)[\\s_]+", CASES);
    private static final Pattern IF = Pattern.compile("\\s*(?:if|when|whenever)\\s+", CASES);
    private static final Pattern NEGATION =
            Pattern.compile("(?<![A-Za-z])(?:no|not|never|unless|except|don't|without)(?![A-Za-z])", CASES);

    /** The lead at the start of the slice. */
    static Lead of(Slice slice) {
        for (Pattern pattern : new Pattern[] {ALERT, COLON, ALERT_ON, ACTION, IF}) {
            Matcher matcher = pattern.matcher(slice.owner().value()).region(slice.from(), slice.to());
            if (matcher.lookingAt()) {
                return new Lead(kind(pattern, matcher), matcher.end(), receiver(pattern, matcher));
            }
        }
        return new Lead(Kind.NONE, slice.from(), Optional.empty());
    }

    private static Kind kind(Pattern pattern, Matcher matcher) {
        if (NEGATION.matcher(matcher.group()).find()) {
            return Kind.NEGATED;
        }
        return pattern == ACTION || pattern == IF ? Kind.SENTENCE : Kind.LIST;
    }

    private static Optional<String> receiver(Pattern pattern, Matcher matcher) {
        return pattern == ALERT
                ? Optional.of(Identifiers.snake(matcher.group("who"))).filter(it -> !it.isEmpty())
                : Optional.empty();
    }
}

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
        /** {@code If …, …}: a phrase behind the comma is what to do. */
        CLAUSE,
        /** {@code Never escalate if:} — everything behind it is prose. */
        NEGATED
    }

    private static final int CASES = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern COLON = Pattern.compile(
            "\\s*[^:.,;<>=]{0,160}?\\b(?:if|when|whenever|unless|on|upon|triggers?|conditions?|cases|criteria)\\b"
                    + "[^:.,;<>=]{0,80}:(?!\\d)\\s*",
            CASES);
    private static final Pattern ALERT = Pattern.compile(
            "\\s*(?:alert|notify|page|warn)[\\s_]+(?!(?:if|when|unless)[\\s_])"
                    + "(?<who>[#@]?[A-Za-z][\\w-]{0,60}?(?:\\s+[A-Za-z][\\w-]{0,60}?){0,3}?)"
                    + "[\\s_]+(?:if|when|unless)[\\s_:]+",
            CASES);
    private static final Pattern ACTION = Pattern.compile(
            "\\s*(?:(?:do[\\s_]not|don't|never|please|always)[\\s_]+)?(?:auto[-_\\s]?)?"
                    + "(?:escalate|alert|notify|page|warn|ask|stop|halt|pause|require|trigger)"
                    + "(?:[\\s_][^:.,;<>=]{0,80}?)?[\\s_]+(?:if|when|whenever|unless)[\\s_]+",
            CASES);
    private static final Pattern ALERT_ON = Pattern.compile("\\s*alert[\\s_]+(?:on|if|when|unless)[\\s_]+", CASES);
    private static final Pattern IF = Pattern.compile("\\s*(?:if|when|whenever|unless)[\\s_]+", CASES);
    /** What may stand between a lead and its list: {@code any of the following holds:}. */
    private static final Pattern HOW_MANY = Pattern.compile(
            "\\s*(?:any|one|either|all|both|each|every|at\\s+least|exactly|none|neither|most|two|three|four|\\d+)\\b"
                    + "[^:.,;<>=()\\n]{0,80}:(?!\\d)\\s*",
            CASES);

    private static final Pattern NEGATION = Pattern.compile(
            "(?<![A-Za-z])(?:no|not|never|unless|except|\\w+n't|cannot|without|none|neither|nobody|nor)(?![A-Za-z])"
                    + "|(?<![A-Za-z])(?:stop|halt|pause|cease|suppress|skip|avoid|disable|prevent|mute)\\w{0,5}[\\s_]+"
                    + "(?:the[\\s_]+)?(?:auto[-_\\s]?)?(?:escalat|alert|notif|pag|warn|ask)"
                    // Two of three is neither "and" nor "or".
                    + "|(?<![A-Za-z])(?:two|three|four|five|most|several|exactly[\\s_]+one|more[\\s_]+than[\\s_]+one"
                    + "|(?!1[\\s_])\\d+)[\\s_]+(?:or[\\s_]+more[\\s_]+)?of(?![A-Za-z])",
            CASES);

    /** Who goes on alone asks nobody. */
    private static final Pattern ALONE = Pattern.compile(
            "(?<![A-Za-z])(?:(?:auto[-_\\s]?)?(?:approve[sd]?|resolve[sd]?|close[sd]?|accept(?:s|ed)?|proceeds?|continues?"
                    + "|allow(?:s|ed)?|permit(?:s|ted)?|ignore[sd]?|bypass(?:es|ed)?|waive[sd]?|skip(?:s|ped)?)"
                    + "|de[-_\\s]?escalat\\w+|autonomous(?:ly)?|alone|automatically)(?![A-Za-z])",
            CASES);
    /** Whoever is asked all the same: {@code Ask people before orders are closed if: …}. */
    private static final Pattern ASKED = Pattern.compile(
            "(?<![A-Za-z])(?<!de[-_\\s])(?:(?:auto[-_\\s]?)?escalate|ask|alert|notify|page|warn|tell|require|request|human|approval|review)"
                    + "(?:s|d|ed|ing)?(?![A-Za-z])",
            CASES);

    /** The lead at the start of the slice. */
    static Lead of(Slice slice) {
        for (Pattern pattern : new Pattern[] {ALERT, COLON, ALERT_ON, ACTION, IF}) {
            Matcher matcher = pattern.matcher(slice.owner().value()).region(slice.from(), slice.to());
            if (matcher.lookingAt()) {
                Optional<String> receiver = receiver(pattern, matcher);
                Matcher many = HOW_MANY.matcher(slice.owner().value()).region(matcher.end(), slice.to());
                int end = many.lookingAt() ? many.end() : matcher.end();
                String words = slice.owner().value().substring(slice.from(), end);
                return new Lead(end > matcher.end() ? list(words) : kind(pattern, words), end, receiver);
            }
        }
        return new Lead(Kind.NONE, slice.from(), Optional.empty());
    }

    /** Whether a text that begins with this identifier is read as one with a lead. */
    static boolean opens(String id) {
        for (String mark : new String[] {"if", "when", "alert_on_", "unless"}) {
            if (id.contains(mark)) {
                String text = id + " > 1";
                for (Pattern pattern : new Pattern[] {ALERT, ALERT_ON, ACTION, IF}) {
                    if (pattern.matcher(text).lookingAt()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Kind kind(Pattern pattern, String words) {
        if (pattern == ACTION || pattern == IF) {
            return list(words) == Kind.NEGATED ? Kind.NEGATED : pattern == IF ? Kind.CLAUSE : Kind.SENTENCE;
        }
        return list(words);
    }

    private static Kind list(String words) {
        boolean alone = ALONE.matcher(words).find() && !ASKED.matcher(words).find();
        return alone || NEGATION.matcher(words).find() ? Kind.NEGATED : Kind.LIST;
    }

    private static Optional<String> receiver(Pattern pattern, Matcher matcher) {
        return pattern == ALERT
                ? Optional.of(Identifiers.snake(Wording.withoutArticle(matcher.group("who"))))
                        .filter(it -> !it.isEmpty())
                : Optional.empty();
    }
}

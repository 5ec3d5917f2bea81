package io.qpf.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the words of a name say beyond naming. Nothing of a phrase may get lost on its way into an identifier. */
final class Wording {
    /** Why words are no name. */
    record Problem(String message, String hint) {}

    static final Problem NEGATED = new Problem(
            "conditions know no NOT", "name the opposite event, or turn the comparison round (>= for NOT <)");

    private static final Set<String> LIMITING_IN_IDS = Set.of("unless", "except", "otherwise");
    private static final String COMPARING_SIGNS = ",<>=~!|&^*+\\%$€£¥?[]{}";

    private Wording() {}

    /** Why the words cannot name what is compared. */
    static Optional<Problem> ofMetric(String name) {
        Optional<Problem> sign = signs(name, true);
        if (sign.isPresent()) {
            return sign;
        }
        if (name.indexOf(':') >= 0) {
            return problem(
                    "`:` within a name: what stands before it is no lead",
                    "begin with `Auto-escalate if:` or `alert_<who>_if_`, or leave out what stands before the colon");
        }
        for (Word word : Word.of(name)) {
            if (Vocabulary.JOINING.contains(word.text())) {
                return problem(
                        "`" + word.text() + "` does not join conditions",
                        "only capitals join: write AND, OR or a comma, or make it one name with `_`");
            }
            if (Vocabulary.negates(word.text())) {
                return Optional.of(NEGATED);
            }
            if (Vocabulary.LIMITING.contains(word.text())) {
                return limited(word.text());
            }
        }
        return ids(name);
    }

    /** Why the words cannot name an event. */
    static Optional<Problem> ofEvent(String phrase) {
        Optional<Problem> sign = signs(phrase, false);
        if (sign.isPresent()) {
            return sign;
        }
        for (Word word : Word.of(phrase)) {
            if (Vocabulary.LIMITING.contains(word.text())) {
                return limited(word.text());
            }
        }
        return ids(phrase);
    }

    private static Optional<Problem> ids(String name) {
        String id = Identifiers.snake(name);
        for (String part : id.split("_", -1)) {
            if (LIMITING_IN_IDS.contains(part)) {
                return limited(part);
            }
        }
        if (Vocabulary.LIMITING.contains(id) || Vocabulary.JOINING.contains(id) || Vocabulary.negates(id)) {
            return problem("`" + id + "` alone is no name", "write a name, one sign and a number, or an event");
        }
        return Lead.opens(id)
                ? problem(
                        "the name `" + id + "` begins as a lead does",
                        "a text has one lead; name what is compared, or the event, without it")
                : Optional.empty();
    }

    private static Optional<Problem> signs(String name, boolean metric) {
        String words = name.strip();
        for (int index = 0; index < words.length(); index++) {
            char letter = words.charAt(index);
            if (letter == '\n') {
                return problem(
                        "a line ends within a name", "put a comma between alternatives, or AND where both must hold");
            }
            if ((COMPARING_SIGNS.indexOf(letter) >= 0 && !isInWord(words, index)) || isMathematical(letter)) {
                return problem(
                        "`" + letter + "` is no sign of a condition",
                        "conditions compare one name with one number by >, >=, <, <=, == or !=, and join by AND, OR or"
                                + " commas");
            }
            if (metric && (letter == '-' || letter == '/') && isAlone(words, index)) {
                return problem(
                        "`" + letter + "` between blanks is no part of a name",
                        "conditions do not calculate: name what is measured (`a_minus_b`), or put a comma between"
                                + " alternatives");
            }
        }
        return Optional.empty();
    }

    /** {@code R&D} and {@code I'm} are words. */
    static boolean isInWord(String words, int index) {
        return words.charAt(index) == '&'
                && index > 0
                && index < words.length() - 1
                && Character.isLetterOrDigit(words.charAt(index - 1))
                && Character.isLetterOrDigit(words.charAt(index + 1));
    }

    private static boolean isAlone(String words, int index) {
        return index > 0
                && index < words.length() - 1
                && Character.isWhitespace(words.charAt(index - 1))
                && Character.isWhitespace(words.charAt(index + 1));
    }

    private static boolean isMathematical(char letter) {
        return letter >= 0x80
                && (Character.getType(letter) == Character.MATH_SYMBOL
                        || letter == '→'
                        || letter == '⇒'
                        || letter == '±');
    }

    /** The first word of a piece behind a comma, where it restricts the piece before it and is no alternative. */
    static Optional<String> restriction(String phrase) {
        return first(phrase).filter(Vocabulary.RESTRICTING::contains);
    }

    /** Whether a piece behind a comma is no alternative, but told beside them. */
    static boolean isAside(String phrase) {
        return first(phrase).filter(Vocabulary.ASIDE::contains).isPresent();
    }

    /** Whether a piece behind a comma begins a list of examples. */
    static boolean isExample(String phrase) {
        String words = phrase.strip().toLowerCase(Locale.ROOT);
        return words.startsWith("for example")
                || words.startsWith("for instance")
                || first(phrase).filter(Vocabulary.EXAMPLES::contains).isPresent();
    }

    private static Optional<String> first(String phrase) {
        List<Word> words = Word.of(phrase);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(0).text());
    }

    /** Whether one of the words restricts. */
    static boolean limits(String phrase) {
        for (Word word : Word.of(phrase)) {
            if (Vocabulary.LIMITING.contains(word.text())) {
                return true;
            }
        }
        return false;
    }

    /** Without the article before it; {@code a} alone is a name. */
    static String withoutArticle(String name) {
        List<Word> words = Word.of(name);
        boolean article =
                words.size() > 1 && Vocabulary.ARTICLES.contains(words.get(0).text());
        return article ? name.substring(words.get(1).from()) : name;
    }

    private static Optional<Problem> limited(String word) {
        return problem(
                "`" + word + "` is no part of a condition",
                "say what must hold and join it by AND: `confidence < 0.6 AND approval_missing`");
    }

    private static Optional<Problem> problem(String message, String hint) {
        return Optional.of(new Problem(message, hint));
    }
}

package io.qpf.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names that are hardly ones that anybody measures or reports: sentences, and comparisons that join nothing. */
final class Telling {
    private static final int MOST_WORDS = 6;
    private static final Set<String> IN_IDS = Set.of("and", "or", "not", "if", "when");
    /** A name that begins with a digit has an {@code n} before it. */
    private static final Pattern NUMBER_IN_ID = Pattern.compile("^n\\d|_\\d");

    private static final String HARMLESS = "_-.'@#()";

    private Telling() {}

    /** Whether the words tell a story, so that their identifier is hardly one that anybody measures or reports. */
    static boolean is(String phrase) {
        List<Word> words = Word.of(phrase);
        if (words.size() < 2) {
            return isTellingId(phrase);
        }
        Word last = words.get(words.size() - 1);
        boolean open = Vocabulary.BEFORE_NUMBERS.contains(last.text()) || last.isNumber();
        if (words.size() > MOST_WORDS || open || Spoken.compares(words)) {
            return true;
        }
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index).text();
            boolean counts = index == 0
                    || Vocabulary.BEFORE_NUMBERS.contains(words.get(index - 1).text());
            if (Vocabulary.tells(word) || isOdd(word) || isMeasured(words, index, counts)) {
                return true;
            }
        }
        return Vocabulary.COUNTING.contains(words.get(0).text());
    }

    /** Whether a number is one that somebody meant to compare with: {@code 0.4}, {@code 5s}, or any. */
    static boolean isMeasured(List<Word> words, int index, boolean any) {
        Word word = words.get(index);
        if (!word.isNumber()) {
            return false;
        }
        if (index < words.size() - 1 && Durations.isUnit(words.get(index + 1).text())) {
            return true;
        }
        NumberReader.Reading reading = NumberReader.read(word.text());
        return !(reading instanceof NumberReader.Reading.Read read)
                || (any && read.counted().isEmpty())
                || !read.quantity().unit().isEmpty()
                || read.quantity().value().scale() > 0;
    }

    /** Whether a part of the identifier is a number: somebody may have meant to compare with it. */
    static boolean holdsNumber(String id) {
        return NUMBER_IN_ID.matcher(id).find();
    }

    private static boolean isTellingId(String name) {
        String[] parts = Identifiers.snake(name).split("_", -1);
        for (int index = 1; index < parts.length - 1; index++) {
            if (IN_IDS.contains(parts[index])) {
                return true;
            }
            boolean number = !parts[index + 1].isEmpty() && Character.isDigit(parts[index + 1].charAt(0));
            if (number && Vocabulary.COMPARING.contains(parts[index])) {
                return true;
            }
        }
        return isOdd(name.strip());
    }

    private static boolean isOdd(String word) {
        for (int index = 0; index < word.length(); index++) {
            char letter = word.charAt(index);
            if (!Character.isLetterOrDigit(letter)
                    && Character.getType(letter) != Character.NON_SPACING_MARK
                    && HARMLESS.indexOf(letter) < 0
                    && !Wording.isInWord(word, index)) {
                return true;
            }
        }
        return word.endsWith(".");
    }

    /** The comparison in an identifier such as {@code confidence_below_0_6}. */
    static Optional<String> meant(String id) {
        String[] parts = id.split("_", -1);
        for (int index = 1; index < parts.length - 1; index++) {
            boolean number = !parts[index + 1].isEmpty() && Character.isDigit(parts[index + 1].charAt(0));
            if (number && Vocabulary.COMPARING.contains(parts[index])) {
                String name = String.join(" ", List.of(parts).subList(0, index));
                String value = String.join("_", List.of(parts).subList(index + 1, parts.length));
                return Spoken.of(name + " " + parts[index] + " " + value)
                        .flatMap(it -> it.bounds().size() == 1 ? comparison(it) : Optional.empty());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> comparison(Spoken spoken) {
        Spoken.Bound bound = spoken.bounds().get(0);
        return NumberReader.read(bound.value()) instanceof NumberReader.Reading.Read read
                ? Optional.of(Conditions.print(
                        new Condition.Comparison(Identifiers.snake(spoken.name()), bound.operator(), read.quantity())))
                : Optional.empty();
    }
}

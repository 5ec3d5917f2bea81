package io.qpf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well the names of two things that people named apart belong together. */
final class Words {
    private static final int SHORTEST = 4;
    private static final int ENDING = 3;

    private Words() {}

    /** The lower-case words of a name in snake case, camel case or plain text. */
    static List<String> of(String name) {
        StringBuilder spaced = new StringBuilder(name.length() + 8);
        for (int index = 0; index < name.length(); index++) {
            char at = name.charAt(index);
            if (index > 0 && at >= 'A' && at <= 'Z' && isPlain(name.charAt(index - 1))) {
                spaced.append(' ');
            }
            spaced.append(at);
        }
        return plainWords(spaced.toString().toLowerCase(Locale.ROOT));
    }

    private static List<String> plainWords(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= text.length(); index++) {
            if (index == text.length() || !isPlain(text.charAt(index))) {
                if (index > start) {
                    words.add(text.substring(start, index));
                }
                start = index + 1;
            }
        }
        return words;
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    /** The name in lower case without anything between its words. */
    static String compact(String name) {
        return String.join("", of(name));
    }

    /**
     * How many letters of the words of {@code name} stand again in {@code other}; words count by their stem, so that
     * {@code score_candidates} finds {@code tensor_scorer} and {@code detect_anomaly} finds {@code anomaly_detector}.
     */
    static int overlap(String name, String other) {
        String compact = compact(other);
        int letters = 0;
        for (String word : of(name)) {
            String stem = stem(word);
            if (stem.length() >= SHORTEST && compact.contains(stem)) {
                letters += stem.length();
            }
        }
        return letters;
    }

    private static String stem(String word) {
        return word.substring(0, Math.max(Math.min(SHORTEST, word.length()), word.length() - ENDING));
    }
}

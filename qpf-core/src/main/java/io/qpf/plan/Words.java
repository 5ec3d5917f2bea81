package io.qpf.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How well the names of two things that people named apart belong together. */
final class Words {
    private static final int SHORTEST = 4;
    private static final int ENDING = 3;

    private Words() {}

    /** The lower-case words of a name in snake case, camel case or plain text. */
    static List<String> of(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return Stream.of(spaced.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
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
        return of(name).stream()
                .map(Words::stem)
                .filter(stem -> stem.length() >= SHORTEST && compact.contains(stem))
                .mapToInt(String::length)
                .sum();
    }

    private static String stem(String word) {
        return word.substring(0, Math.max(Math.min(SHORTEST, word.length()), word.length() - ENDING));
    }
}

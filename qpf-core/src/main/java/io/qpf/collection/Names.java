package io.qpf.collection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How names of agents compare: case, blanks and underscores do not count, whole words do. */
public final class Names {
    private static final int LONGEST = 300;
    private static final Pattern SEAM =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Set<String> NOISE = Set.of("agent", "service", "core", "system", "module", "the");

    private Names() {}

    /** Small letters and digits only. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** The words of a name: TensorAIOS is tensor and aios. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : List.of(SEAM.split(name.length() > LONGEST ? name.substring(0, LONGEST) : name, -1))) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** Whether the first words or the last words of the name are this: Main of MainAgent, Auditor of TensorAuditor. */
    static boolean isEdge(String part, String name) {
        String wanted = fold(part);
        List<String> words = words(name);
        return !wanted.isEmpty() && (runs(words, wanted, true) || runs(words, wanted, false));
    }

    private static boolean runs(List<String> words, String wanted, boolean fromStart) {
        StringBuilder run = new StringBuilder();
        for (int index = 0; index < words.size() && run.length() < wanted.length(); index++) {
            if (fromStart) {
                run.append(words.get(index));
            } else {
                run.insert(0, words.get(words.size() - 1 - index));
            }
        }
        return run.toString().equals(wanted);
    }

    /** Whether both names have the same words, apart from those that say nothing, in any order. */
    static boolean sameWords(String one, String other) {
        Set<String> words = telling(one);
        return !words.isEmpty() && new TreeSet<>(words).equals(new TreeSet<>(telling(other)));
    }

    /** Whether the name holds all telling words of the part. */
    static boolean holds(String part, String name) {
        Set<String> words = telling(part);
        return !words.isEmpty() && telling(name).containsAll(words);
    }

    private static Set<String> telling(String name) {
        Set<String> words = new LinkedHashSet<>(words(name));
        words.removeAll(NOISE);
        return words;
    }
}

package io.qpf.collection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names compare: case, blanks and underscores do not count, whole words do. */
public final class Names {
    private static final int LONGEST = 300;

    /** Below it every text is composed already, and nobody has to load the tables for that. */
    private static final char FIRST_COMBINING = '\u0300';

    private static final Pattern SEAM =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Set<String> NOISE = Set.of("agent", "service", "core", "system", "module", "the");

    private Names() {}

    /** Small letters and digits only. */
    public static String fold(String written) {
        String name = composed(written);
        StringBuilder folded = new StringBuilder(name.length());
        for (int index = 0; index < name.length(); index += Character.charCount(name.codePointAt(index))) {
            int letter = name.codePointAt(index);
            if (Character.isLetterOrDigit(letter)) {
                folded.appendCodePoint(Character.toLowerCase(letter));
            }
        }
        return folded.toString();
    }

    /** An é is one letter, whether an editor wrote it as one character or as two. */
    private static String composed(String name) {
        for (int index = 0; index < name.length(); index++) {
            if (name.charAt(index) >= FIRST_COMBINING) {
                return Normalizer.normalize(name, Normalizer.Form.NFC);
            }
        }
        return name;
    }

    /** The name of an anchor without the channels that people put in brackets behind it. */
    public static String anchor(String written) {
        String name = written.strip();
        int open = name.indexOf('(');
        boolean channels = open >= 0
                && name.endsWith(")")
                && name.indexOf('(', open + 1) < 0
                && name.indexOf(')') == name.length() - 1;
        return channels ? name.substring(0, open).strip() : name;
    }

    /** The words of a name: TensorAIOS is tensor and aios. */
    public static List<String> words(String written) {
        String name = composed(written);
        List<String> words = new ArrayList<>();
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        for (String word : List.of(SEAM.split(start, -1))) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The words that say which agent is meant. */
    static Set<String> telling(List<String> words) {
        Set<String> telling = new HashSet<>(words);
        telling.removeAll(NOISE);
        return telling;
    }

    /** Whether some first words or some last words make this. */
    static boolean isEdge(String fold, List<String> words) {
        return !fold.isEmpty() && (runs(words, fold, true) || runs(words, fold, false));
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
}

package io.qpf.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what somebody may have meant. Case, spaces, underscores and hyphens never count as mistakes. */
public final class Suggest {
    private static final int LONGEST = 120;
    private static final int MOST_SLIPS = 3;
    private static final int SHORT = 4;
    private static final int LONG = 8;
    private static final Pattern IGNORED = Pattern.compile("[\\s_-]+");

    private Suggest() {}

    /** The candidate nearest to the word, if one is near enough; the first of equals. */
    public static Optional<String> nearest(String word, Stream<String> candidates) {
        return nearest(
                word, candidates, Math.max(1, Math.min(MOST_SLIPS, fold(word).length() / 3)));
    }

    /** The candidate nearest to the word within this many slips; the first of equals. */
    public static Optional<String> nearest(String word, Stream<String> candidates, int reach) {
        String wanted = fold(word);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return candidates
                .map(it -> new Scored(it, distance(wanted, fold(it), reach)))
                .filter(it -> it.distance <= reach)
                .min(Comparator.comparingInt(Scored::distance))
                .map(Scored::candidate);
    }

    /**
     * The candidate that was meant beyond doubt: nearer than every other one, and within a slip or two. Short words differ too
     * easily for that.
     */
    public static Optional<String> sure(String word, Stream<String> candidates) {
        String wanted = fold(word);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int reach = wanted.length() >= LONG ? 2 : wanted.length() >= SHORT ? 1 : 0;
        List<Scored> near = candidates
                .distinct()
                .map(it -> new Scored(it, distance(wanted, fold(it), reach + 1)))
                .filter(it -> it.distance <= reach + 1)
                .sorted(Comparator.comparingInt(Scored::distance))
                .toList();
        boolean found = !near.isEmpty() && near.get(0).distance <= reach;
        boolean alone = found
                && near.stream()
                        .filter(it -> it.distance == near.get(0).distance)
                        .allMatch(it -> fold(it.candidate).equals(fold(near.get(0).candidate)));
        return alone ? Optional.of(near.get(0).candidate) : Optional.empty();
    }

    /** The question "did you mean …?" in front of the advice, where a candidate is near; otherwise the advice alone. */
    public static String hint(String word, Stream<String> candidates, String advice) {
        return nearest(word, candidates)
                .map(it -> "did you mean `" + it + "`? Otherwise " + advice)
                .orElse(advice);
    }

    private record Scored(String candidate, int distance) {}

    private static String fold(String word) {
        return IGNORED.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Edits, insertions, deletions and swaps of neighbours between two words; anything above {@code reach} if more. */
    private static int distance(String one, String other, int reach) {
        if (Math.abs(one.length() - other.length()) > reach) {
            return reach + 1;
        }
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                table[row][column] = cell(table, one, other, row, column);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cell(int[][] table, String one, String other, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        int cost = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int best = Math.min(
                table[row - 1][column - 1] + cost, 1 + Math.min(table[row - 1][column], table[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(best, table[row - 2][column - 2] + 1) : best;
    }
}

package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks a line that does not fit, and then its parts, until all fit or nothing more can be broken. */
final class Splitter {
    private interface Split {
        /** The parts of a line; empty if it cannot be broken so. */
        Optional<List<Line>> parts(Line line, boolean forceParens);
    }

    private static final Split RIGHT_HAND = RightHandSplit::parts;

    private Splitter() {}

    static List<Line> split(Line line) {
        return split(line, false);
    }

    private static List<Line> split(Line line, boolean forceParens) {
        String text = line.text();
        if (line.isComment()) {
            return List.of(line);
        }
        boolean power = line.has(Kind.DOUBLESTAR);
        if (fits(line, power ? PowerHugging.text(line) : text)) {
            return power ? PowerHugging.hug(line) : List.of(line);
        }
        List<Split> splits = new ArrayList<>();
        if (line.isDef() && !LeftHandSplit.returnTypeExplodes(line)) {
            splits.add((it, force) -> LeftHandSplit.parts(it));
        } else {
            if (line.insideBrackets) {
                splits.add((it, force) -> DelimiterSplit.atDelimiters(it));
                splits.add((it, force) -> DelimiterSplit.atComments(it));
            }
            splits.add(RIGHT_HAND);
        }
        for (Split split : splits) {
            Optional<List<Line>> parts = attempt(line, split, forceParens, text);
            if (parts.isPresent()) {
                return parts.get();
            }
        }
        return power ? PowerHugging.hug(line) : List.of(line);
    }

    private static boolean fits(Line line, String text) {
        if (line.explode || line.magicComma || TypeComments.uncollapsable(line)) {
            return false;
        }
        if (line.insideBrackets && line.has(Kind.STANDALONE_COMMENT)) {
            return false;
        }
        return (Fit.onLine(line, text, Line.WIDTH) || TypeComments.unsplittableIgnore(line)) && !commentedStrings(line);
    }

    /** Strings one after the other, of which one has a comment, cannot be on one line. */
    private static boolean commentedStrings(Line line) {
        if (!line.hasComments()) {
            return false;
        }
        List<Leaf> leaves = line.leaves;
        for (int i = 0; i < leaves.size(); i++) {
            boolean string = leaves.get(i).is(Kind.STRING);
            boolean neighbour = (i > 0 && leaves.get(i - 1).is(Kind.STRING))
                    || (i + 1 < leaves.size() && leaves.get(i + 1).is(Kind.STRING));
            if (string && neighbour && !line.commentsAfter(leaves.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<List<Line>> attempt(Line line, Split split, boolean forceParens, String text) {
        Optional<List<Line>> parts = split.parts(line, forceParens);
        if (parts.isEmpty()) {
            return parts;
        }
        List<Line> result = new ArrayList<>();
        for (Line part : parts.get()) {
            if (part.text().equals(text)) {
                return Optional.empty();
            }
            result.addAll(split(part, forceParens));
        }
        boolean settled = forceParens || split != RIGHT_HAND || !wantsSecondOpinion(line, result.get(0));
        return settled ? Optional.of(result) : secondOpinion(line, text, result);
    }

    private static boolean wantsSecondOpinion(Line line, Line first) {
        return line.brackets.hasInvisible()
                && !line.brackets.anyInvisibleShown()
                && !line.hasMultilineString()
                && !TypeComments.uncollapsable(first)
                && !TypeComments.unsplittableIgnore(first)
                && !Fit.onLine(first)
                && !Fit.longByCommentInSubscript(first)
                && line.leaves.stream().allMatch(it -> it.parent != null);
    }

    /** Once more with every optional pair of parentheses shown: better, if all lines fit then. */
    private static Optional<List<Line>> secondOpinion(Line line, String text, List<Line> first) {
        return attempt(copy(line), RIGHT_HAND, true, text)
                .map(second -> second.stream().allMatch(Fit::onLine) ? second : first);
    }

    private static Line copy(Line line) {
        Line copy = new Line(line.depth, line.insideBrackets);
        copy.explode = line.explode;
        copy.magicComma = line.magicComma;
        for (Leaf leaf : line.leaves) {
            copy.append(leaf.replacement());
            for (Leaf comment : line.commentsAfter(leaf)) {
                copy.appendFormatted(comment, false);
            }
        }
        return copy;
    }
}

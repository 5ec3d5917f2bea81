package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Breaks a line at its last pair of brackets, or at an earlier one where that reads better. */
final class RightHandSplit {
    private RightHandSplit() {}

    static Optional<List<Line>> parts(Line line, boolean forceParens) {
        Iterator<Set<Leaf>> omissions = new Omissions(line);
        while (omissions.hasNext()) {
            Set<Leaf> omitted = omissions.next();
            Optional<List<Line>> parts = parts(line, forceParens, omitted);
            if (parts.isEmpty()) {
                return parts;
            }
            Line first = parts.get().get(0);
            if (Fit.onLine(first) || (!omitted.isEmpty() && Fit.longByCommentInSubscript(first))) {
                return parts;
            }
        }
        return parts(line, forceParens, Set.of());
    }

    private static Optional<List<Line>> parts(Line line, boolean forceParens, Set<Leaf> omitted) {
        return Cut.last(line, omitted).flatMap(cut -> best(cut, line, forceParens, omitted));
    }

    /** The cut itself, or, if its parentheses are optional, one that does without them and reads better. */
    private static Optional<List<Line>> best(Cut cut, Line line, boolean forceParens, Set<Leaf> omitted) {
        boolean optional = cut.opening().is(Kind.LPAR)
                && cut.opening().invisible()
                && cut.closing().is(Kind.RPAR)
                && cut.closing().invisible();
        if (!forceParens && optional && !line.isImport() && OptionalParens.canOmit(cut)) {
            Set<Leaf> more = new HashSet<>(omitted);
            more.add(cut.closing());
            Optional<Cut> without = Cut.last(line, more);
            if (without.isEmpty()) {
                return mustShow(cut, line) ? shown(cut) : Optional.empty();
            }
            if (OptionalParens.prefersWithout(without.get(), cut)) {
                Optional<List<Line>> parts = best(without.get(), line, false, more);
                if (parts.isPresent()) {
                    return parts;
                }
                return mustShow(cut, line) ? shown(cut) : Optional.empty();
            }
        }
        return shown(cut);
    }

    /** Where there is no break without the parentheses: whether one with them would help. */
    private static boolean mustShow(Cut cut, Line line) {
        if (line.count(Kind.EQUAL) > 1) {
            return true;
        }
        boolean hopeless = !OptionalParens.canBeSplit(cut.body())
                && !Fit.onLine(cut.body())
                && !OptionalParens.inDictValue(cut.opening());
        return !hopeless && !cut.head().hasMultilineString() && !cut.tail().hasMultilineString();
    }

    private static Optional<List<Line>> shown(Cut cut) {
        cut.opening().show();
        cut.closing().show();
        List<Line> parts = new ArrayList<>(List.of(cut.head(), cut.body(), cut.tail()));
        parts.removeIf(Line::isEmpty);
        return Optional.of(parts);
    }
}

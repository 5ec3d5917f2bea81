package io.qpf.python.layout;

import java.util.List;
import java.util.Map;

/** Comments that a type checker reads where they stand, so that lines must not move under them. */
final class TypeComments {
    private TypeComments() {}

    /** Whether joining the line would move a type comment to another token. */
    static boolean uncollapsable(Line line) {
        if (!line.hasComments() || line.leaves.isEmpty()) {
            return false;
        }
        List<Leaf> leaves = line.leaves;
        Leaf last = line.last();
        boolean added = last.is(Kind.COMMA) || (last.is(Kind.RPAR) && last.invisible());
        Leaf beforeLast = added && leaves.size() > 1 ? leaves.get(leaves.size() - 2) : last;
        boolean seen = false;
        for (Map.Entry<Leaf, List<Leaf>> it : line.comments().entrySet()) {
            boolean atEnd = it.getKey() == last || it.getKey() == beforeLast;
            for (Leaf comment : it.getValue()) {
                if (Comments.isType(comment.text) && (seen || (!Comments.isTypeIgnore(comment.text) && !atEnd))) {
                    return true;
                }
                seen = true;
            }
        }
        return false;
    }

    /** Whether the line was one line and ends with "type: ignore", which then covers all of it. */
    static boolean unsplittableIgnore(Line line) {
        if (!line.hasComments() || line.leaves.isEmpty()) {
            return false;
        }
        List<Leaf> leaves = line.leaves;
        int first = leaves.stream()
                .mapToInt(it -> it.line)
                .filter(it -> it != 0)
                .findFirst()
                .orElse(0);
        int last = leaves.stream().mapToInt(it -> it.line).filter(it -> it != 0).reduce(0, (a, b) -> b);
        if (first != last) {
            return false;
        }
        for (int i = Math.max(0, leaves.size() - 2); i < leaves.size(); i++) {
            for (Leaf comment : line.commentsAfter(leaves.get(i))) {
                if (Comments.isTypeIgnore(comment.text)) {
                    return true;
                }
            }
        }
        return false;
    }
}

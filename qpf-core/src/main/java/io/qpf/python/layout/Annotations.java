package io.qpf.python.layout;

/** Whether a token is part of a type. */
final class Annotations {
    private Annotations() {}

    static boolean within(Leaf leaf) {
        return kind(leaf) != Place.NONE;
    }

    static boolean withinReturn(Leaf leaf) {
        return kind(leaf) == Place.RETURN;
    }

    private enum Place {
        RETURN,
        PARAMETER,
        NONE
    }

    private static Place kind(Leaf leaf) {
        for (Node at = leaf.parent; at != null; at = at.parent) {
            if (at.previousIs(Kind.RARROW)) {
                return Place.RETURN;
            }
            if (at.parentIs(Kind.TNAME)) {
                return Place.PARAMETER;
            }
        }
        return Place.NONE;
    }
}

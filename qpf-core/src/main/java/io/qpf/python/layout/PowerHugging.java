package io.qpf.python.layout;

import java.util.List;

/** Powers of simple operands stand without blanks: {@code x**2}, but {@code x[1] ** f(2)}. */
final class PowerHugging {
    private PowerHugging() {}

    /** The line's text as it will be. */
    static String text(Line line) {
        String[] kept = line.leaves.stream().map(it -> it.prefix).toArray(String[]::new);
        hug(line);
        String text = line.text();
        for (int i = 0; i < kept.length; i++) {
            line.leaves.get(i).prefix = kept[i];
        }
        return text;
    }

    static List<Line> hug(Line line) {
        List<Leaf> leaves = line.leaves;
        for (int i = 1; i + 1 < leaves.size(); i++) {
            boolean power =
                    leaves.get(i).is(Kind.DOUBLESTAR) && !leaves.get(i - 1).word("lambda");
            if (power && simple(leaves, i - 1, -1) && simple(leaves, i + 1, 1)) {
                leaves.get(i).prefix = "";
                leaves.get(i + 1).prefix = "";
            }
        }
        return List.of(line);
    }

    private static boolean simple(List<Leaf> leaves, int at, int step) {
        Leaf start = leaves.get(at);
        if (start.is(Kind.NAME) || start.is(Kind.NUMBER)) {
            return step < 0 ? plainBefore(leaves, at) : plainAfter(leaves, at);
        }
        boolean sign = start.is(Kind.PLUS) || start.is(Kind.MINUS) || start.is(Kind.TILDE);
        if (sign && at + 1 < leaves.size()) {
            Leaf operand = leaves.get(at + 1);
            return (operand.is(Kind.NAME) || operand.is(Kind.NUMBER)) && plainAfter(leaves, at + 1);
        }
        return false;
    }

    /** Whether the name is no attribute of a call or a subscript. */
    private static boolean plainBefore(List<Leaf> leaves, int at) {
        boolean attribute = at > 1 && leaves.get(at - 1).is(Kind.DOT);
        int owner = attribute ? at - 2 : at - 1;
        return owner < 0
                || !(leaves.get(owner).is(Kind.RPAR) || leaves.get(owner).is(Kind.RSQB));
    }

    /** Whether names and dots end without a call or a subscript. */
    private static boolean plainAfter(List<Leaf> leaves, int from) {
        for (int at = from; at < leaves.size(); at++) {
            Leaf leaf = leaves.get(at);
            if (leaf.is(Kind.LPAR) || leaf.is(Kind.LSQB)) {
                return false;
            }
            if (!(leaf.is(Kind.NAME) || leaf.is(Kind.DOT)) || leaf.word("for")) {
                return true;
            }
        }
        return true;
    }
}

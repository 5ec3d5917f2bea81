package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks the inside of a bracket pair at its delimiters of the highest priority, or around its comments. */
final class DelimiterSplit {
    private final Line line;
    private final List<Line> parts = new ArrayList<>();
    private Line current;

    private DelimiterSplit(Line line) {
        this.line = line;
        this.current = new Line(line.depth, line.insideBrackets);
    }

    static Optional<List<Line>> atDelimiters(Line line) {
        if (line.leaves.isEmpty()) {
            return Optional.empty();
        }
        int priority = line.brackets.highest(line.last());
        boolean lonelyDot = priority == Delimiters.DOT && line.brackets.count(priority) == 1;
        if (priority == 0 || lonelyDot) {
            return Optional.empty();
        }
        DelimiterSplit split = new DelimiterSplit(line);
        split.run(priority);
        return Optional.of(split.parts);
    }

    static Optional<List<Line>> atComments(Line line) {
        if (!line.has(Kind.STANDALONE_COMMENT)) {
            return Optional.empty();
        }
        DelimiterSplit split = new DelimiterSplit(line);
        for (Leaf leaf : line.leaves) {
            split.append(leaf);
            line.commentsAfter(leaf).forEach(split::append);
        }
        split.finish();
        return Optional.of(split.parts);
    }

    private void run(int priority) {
        List<Leaf> leaves = line.leaves;
        // A comment behind a comma or a string stays with it; behind another operator it follows the operator's line.
        boolean stays = priority == Delimiters.STRING || priority == Delimiters.COMMA;
        int lastToken = lastToken();
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            append(leaf);
            int before = i > 0 ? line.brackets.priority(leaves.get(i - 1)) : 0;
            if (before != priority || stays) {
                line.commentsAfter(leaf).forEach(this::append);
            }
            if (line.last().is(Kind.STANDALONE_COMMENT) && i == lastToken) {
                addComma(priority);
            }
            if (line.brackets.priority(leaf) == priority) {
                if (i + 1 < leaves.size() && !stays) {
                    line.commentsAfter(leaves.get(i + 1)).forEach(this::append);
                }
                next();
            }
        }
        if (!current.isEmpty()) {
            addComma(priority);
        }
        finish();
    }

    private void append(Leaf leaf) {
        if (current.accepts(leaf)) {
            current.appendFormatted(leaf, true);
        } else {
            next();
            current.append(leaf);
        }
    }

    private void next() {
        parts.add(current);
        current = new Line(line.depth, line.insideBrackets);
    }

    private void finish() {
        if (!current.isEmpty()) {
            parts.add(current);
        }
        parts.forEach(it -> it.first().prefix = "");
    }

    private void addComma(int priority) {
        if (priority == Delimiters.COMMA
                && !current.leaves.isEmpty()
                && !current.last().is(Kind.COMMA)
                && !current.last().is(Kind.STANDALONE_COMMENT)) {
            current.append(Leaf.made(Kind.COMMA, ","));
        }
    }

    private int lastToken() {
        for (int i = line.leaves.size() - 1; i > 0; i--) {
            if (!line.leaves.get(i).is(Kind.STANDALONE_COMMENT)) {
                return i;
            }
        }
        return -1;
    }
}

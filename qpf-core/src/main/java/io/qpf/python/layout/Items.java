package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Reads a source into its items. */
final class Items {
    private final List<LogicalLine> lines;
    private final Known known;
    private final List<Item> items = new ArrayList<>();
    private int bodyDepth = -1;
    private boolean atStart = true;

    private Items(List<LogicalLine> lines, Known known) {
        this.lines = lines;
        this.known = known;
    }

    static List<Item> of(String source, Known known) {
        Items reader = new Items(LogicalLines.of(source), known);
        for (int i = 0; i < reader.lines.size(); i++) {
            i += reader.line(i);
        }
        return reader.items;
    }

    /** How many of the next lines have been read with this one. */
    private int line(int at) {
        LogicalLine line = lines.get(at);
        for (LogicalLine.OwnComment comment : line.above()) {
            items.add(new Item.Comment(comment.depth(), comment.blanks(), comment.text()));
        }
        if (line.source().isEmpty()) {
            return 0;
        }
        boolean stub = opensStub(at);
        statements(
                line,
                stub ? line.source().stripTrailing() + " " + lines.get(at + 1).source() : line.source());
        return stub ? 1 : 0;
    }

    private void statements(LogicalLine line, String source) {
        int blanks = line.blanks();
        for (Laid laid : read(line, source)) {
            items.add(new Item.Code(blanks, laid));
            blanks = 0;
            bodyDepth = laid.opensBlock ? laid.depth + 1 : -1;
            atStart = false;
        }
    }

    private List<Laid> read(LogicalLine line, String source) {
        return known.read(source, line.depth(), atStart || line.depth() == bodyDepth, line.number());
    }

    /** Whether the next line is an ellipsis that makes up the whole body of this definition. */
    private boolean opensStub(int at) {
        if (at + 2 >= lines.size()) {
            return false;
        }
        LogicalLine head = lines.get(at);
        LogicalLine body = lines.get(at + 1);
        LogicalLine after = lines.get(at + 2);
        return head.mayDefine()
                && body.isEllipsis()
                && body.depth() == head.depth() + 1
                && body.above().isEmpty()
                && after.depth() < body.depth()
                && after.above().stream().allMatch(it -> it.depth() < body.depth())
                && isDefinition(read(head, head.source()));
    }

    private static boolean isDefinition(List<Laid> head) {
        return head.size() == 1 && head.get(0).opensBlock && head.get(0).opensStub;
    }
}

package io.qpf.python.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The open blocks by their columns, and the comments that wait to learn which of them they stand in. */
final class Blocks {
    private record Waiting(int column, int blanks, String text) {}

    private final Deque<Integer> columns = new ArrayDeque<>(List.of(0));
    private List<Waiting> waiting = new ArrayList<>();

    int depth() {
        return columns.size() - 1;
    }

    void comment(int column, int blanks, String text) {
        waiting.add(new Waiting(column, blanks, text));
    }

    /** A statement starts in a column: opens or closes blocks, and places the comments above it. */
    List<LogicalLine.OwnComment> enter(int column, int line) {
        List<LogicalLine.OwnComment> placed = List.of();
        if (column > columns.peek()) {
            columns.push(column);
        } else {
            placed = closeTo(column, line);
        }
        placed = rest(placed);
        return placed;
    }

    /** The end of the file closes all blocks. */
    List<LogicalLine.OwnComment> close() {
        return rest(closeTo(0, 0));
    }

    /** A comment belongs to the innermost block that closes here and is not deeper than it. */
    private List<LogicalLine.OwnComment> closeTo(int column, int line) {
        if (column == columns.peek()) {
            return List.of();
        }
        List<LogicalLine.OwnComment> placed = new ArrayList<>();
        int next = 0;
        while (column < columns.peek()) {
            int block = columns.peek();
            while (next < waiting.size() && waiting.get(next).column() >= block) {
                placed.add(own(waiting.get(next++)));
            }
            columns.pop();
        }
        if (column != columns.peek()) {
            throw new IllegalArgumentException("line " + line + ": the indentation fits no open block");
        }
        waiting = new ArrayList<>(waiting.subList(next, waiting.size()));
        return placed;
    }

    private List<LogicalLine.OwnComment> rest(List<LogicalLine.OwnComment> placed) {
        if (waiting.isEmpty()) {
            return placed;
        }
        List<LogicalLine.OwnComment> all = new ArrayList<>(placed);
        waiting.forEach(it -> all.add(own(it)));
        waiting = new ArrayList<>();
        return all;
    }

    private LogicalLine.OwnComment own(Waiting comment) {
        return new LogicalLine.OwnComment(depth(), comment.blanks(), comment.text());
    }
}

package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many empty lines stand before and after each line: two around top-level definitions, one around others. */
final class BlankLines {
    /** A line with the empty lines around it; a definition below may still widen the gap above a comment. */
    static final class Block {
        final Shape line;
        final String text;
        final @Nullable Block previous;
        int before;
        int after;

        private Block(Shape line, String text, @Nullable Block previous, int before, int after) {
            this.line = line;
            this.text = text;
            this.previous = previous;
            this.before = before;
            this.after = after;
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final List<Shape> definitions = new ArrayList<>();
    private @Nullable Block previous;
    private @Nullable Block leadingComment;

    /** The lines with their empty lines. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            out.append("\n".repeat(block.before)).append(block.text);
            if (i + 1 < blocks.size()) {
                out.append("\n".repeat(block.after));
            }
        }
        return out.toString();
    }

    void add(Shape line, String text, int blanks, boolean docstring) {
        Block last = previous;
        int[] around = around(line, blanks, docstring);
        int before = Math.max(0, around[0] - (last == null ? 0 : last.after));
        if (last != null && isModuleDocstring(last) && !line.type() && !line.function()) {
            before = 1;
        }
        Block block = new Block(line, text, last, before, around[1]);
        if (line.comment()) {
            boolean leads = last == null
                    || (!last.line.decorator()
                            && (!last.line.comment() || before > 0)
                            && (leadingComment == null || before > 0));
            leadingComment = leads ? block : leadingComment;
        } else if (!line.decorator() || before > 0) {
            leadingComment = null;
        }
        docstrings.add(docstring);
        blocks.add(block);
        previous = block;
    }

    private final List<Boolean> docstrings = new ArrayList<>();

    /** Whether nothing but comments stands before a docstring. */
    private boolean isModuleDocstring(Block block) {
        if (!block.line.single() || !docstrings.get(docstrings.size() - 1)) {
            return false;
        }
        for (Block it = block.previous; it != null; it = it.previous) {
            if (!it.line.comment()) {
                return false;
            }
        }
        return true;
    }

    private int[] around(Shape line, int blanks, boolean docstring) {
        int before = Math.min(blanks, line.depth() == 0 ? 2 : 1);
        boolean asked = before > 0;
        Shape definition = leaveDefinitions(line);
        if (previous == null) {
            return new int[] {0, 0};
        }
        Shape last = previous.line;
        if (docstring && last.type()) {
            return new int[] {0, 1};
        }
        if (docstring && last.opensBlock() && last.function()) {
            return new int[] {0, 0};
        }
        if (definition != null) {
            before = afterDefinition(line, definition);
        }
        if (line.decorator() || line.function() || line.type()) {
            return new int[] {beforeDefinition(line, last, before, asked), 0};
        }
        if (last.imports() && !line.imports() && last.depth() == line.depth()) {
            return new int[] {line.depth() == 0 ? 1 : Math.max(1, before), 0};
        }
        return new int[] {before, 0};
    }

    /** The outermost definition that ends before this line. */
    private @Nullable Shape leaveDefinitions(Shape line) {
        Shape left = null;
        while (!definitions.isEmpty() && definitions.get(definitions.size() - 1).depth() >= line.depth()) {
            left = definitions.remove(definitions.size() - 1);
        }
        if (line.function() || line.type()) {
            definitions.add(line);
        }
        return left;
    }

    private static int afterDefinition(Shape line, Shape definition) {
        if (line.depth() > 0) {
            return 1;
        }
        // An "else" after a function in the "if" above belongs to it.
        boolean clause = definition.depth() > 0 && line.opensBlock() && !opensOwnBlock(line.word());
        return clause ? 1 : 2;
    }

    private static boolean opensOwnBlock(String word) {
        return switch (word) {
            case "with", "try", "for", "while", "if", "match" -> true;
            default -> false;
        };
    }

    private int beforeDefinition(Shape line, Shape last, int before, boolean asked) {
        if (last.decorator()) {
            return 0;
        }
        if (last.depth() < line.depth() && (last.type() || last.function())) {
            return asked ? 1 : 0;
        }
        Block comment = null;
        if (last.comment() && last.depth() == line.depth() && before == 0) {
            comment = leadingComment;
            if (!widens(comment)) {
                return 0;
            }
        }
        int gap = line.depth() > 0 ? 1 : 2;
        if (last.stub() && !asked) {
            gap = 0;
        }
        if (comment == null || comment.previous == null) {
            return gap;
        }
        comment.before = Math.max(comment.before, gap) - comment.previous.after;
        return 0;
    }

    /** Whether the comment that leads to a definition takes the definition's gap above itself. */
    private static boolean widens(@Nullable Block comment) {
        return comment != null
                && comment.previous != null
                && !comment.previous.line.type()
                && !comment.previous.line.opensBlock()
                && comment.before <= 1;
    }
}

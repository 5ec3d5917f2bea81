package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out a whole file. */
public final class CodeLayout {
    private final BlankLines blankLines = new BlankLines();
    private boolean opened;

    private CodeLayout() {}

    /**
     * The source as black and isort would leave it, without the imports that it does not use.
     *
     * @throws IllegalArgumentException naming the line that is no Python
     */
    public static String format(String source, Set<String> firstParty) {
        return text(Imports.organized(Items.of(source), firstParty));
    }

    /** The source as black would lay it out, imports and all. */
    static String format(String source) {
        return text(Items.of(source));
    }

    static String text(List<Item> items) {
        CodeLayout layout = new CodeLayout();
        for (Item item : items) {
            layout.add(item);
        }
        return layout.written();
    }

    private void add(Item item) {
        // No empty line follows the head of a block.
        int blanks = opened ? 0 : item.blanks();
        if (item instanceof Item.Code code) {
            Line line = line(code);
            blankLines.add(line, blanks, code.docstring());
            opened = line.opensBlock();
            return;
        }
        Item.Comment comment = (Item.Comment) item;
        List<String> texts = new ArrayList<>();
        ProseWrap.comment(comment.depth(), comment.text(), texts);
        for (int i = 0; i < texts.size(); i++) {
            Line line = new Line(comment.depth(), false);
            line.append(Leaf.made(Kind.STANDALONE_COMMENT, texts.get(i)));
            blankLines.add(line, i == 0 ? blanks : 0, false);
        }
        opened = false;
    }

    private static Line line(Item.Code code) {
        if (code.docstring()) {
            Leaf literal = code.tree().firstLeaf();
            literal.text = Docstrings.laidOut(literal.text, code.depth());
        }
        Line line = LineBuilder.build(code.tree(), code.depth());
        code.comments().forEach(line::append);
        return line;
    }

    private String written() {
        StringBuilder out = new StringBuilder();
        List<BlankLines.Block> blocks = blankLines.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            BlankLines.Block block = blocks.get(i);
            out.append("\n".repeat(block.before)).append(split(block.line));
            if (i + 1 < blocks.size()) {
                out.append("\n".repeat(block.after));
            }
        }
        return out.toString();
    }

    /** A trailing comma that a break has added binds the next run: broken lines go through twice, as in black itself. */
    private static String split(Line line) {
        String text = joined(Splitter.split(line));
        boolean whole = text.indexOf('\n') == text.length() - 1 && !line.first().is(Kind.LPAR);
        if (whole || line.isComment() || line.leaves.size() == 1) {
            return text;
        }
        List<Item> again = Items.of(text.substring(4 * line.depth));
        Item.Code code = (Item.Code) again.get(0);
        Line second = LineBuilder.build(code.tree(), line.depth);
        code.comments().forEach(second::append);
        return joined(Splitter.split(second));
    }

    private static String joined(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            out.append(line.text()).append('\n');
        }
        return out.toString();
    }
}

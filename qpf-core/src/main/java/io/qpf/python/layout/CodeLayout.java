package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out the files of one extraction. Several threads may share one. */
public final class CodeLayout {
    private final Known known = new Known();

    /**
     * The source as black and isort would leave it, without the imports that it does not use.
     *
     * @throws IllegalArgumentException naming the line that is no Python
     */
    public String format(String source, Set<String> firstParty) {
        BlankLines blankLines = new BlankLines();
        boolean opened = false;
        for (Item item : Imports.organized(Items.of(source, known), firstParty, known)) {
            // No empty line follows the head of a block.
            int blanks = opened ? 0 : item.blanks();
            opened = item instanceof Item.Code code && code.laid().shape().opensBlock();
            if (item instanceof Item.Code code) {
                blankLines.add(code.laid().shape(), code.laid().text(), blanks, code.laid().docstring);
            } else {
                addComment((Item.Comment) item, blanks, blankLines);
            }
        }
        return blankLines.text();
    }

    private static void addComment(Item.Comment comment, int blanks, BlankLines blankLines) {
        List<String> texts = new ArrayList<>();
        ProseWrap.comment(comment.depth(), comment.text(), texts);
        for (int i = 0; i < texts.size(); i++) {
            Line line = new Line(comment.depth(), false);
            line.append(Leaf.made(Kind.STANDALONE_COMMENT, texts.get(i)));
            blankLines.add(Shape.of(line), line.text() + "\n", i == 0 ? blanks : 0, false);
        }
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.load.SyntaxExplainer.Lines;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Explains a line whose indentation fits no line above. */
final class IndentExplainer {
    private final SourceFile file;

    IndentExplainer(SourceFile file) {
        this.file = file;
    }

    Diagnostic explain(Position at) {
        int own = Lines.indent(file.line(at.line()));
        List<String> choices = choices(at.line());
        String blanks = own == 1 ? "1 blank" : own + " blanks";
        return LoadRule.INDENTATION.at(
                Lines.rest(file, at),
                "Line " + at.line() + " is indented by " + blanks + ", and no block above it is",
                choices.isEmpty()
                        ? "Indent it as the lines around it."
                        : "Indent it by " + String.join(", or by ", choices) + ".");
    }

    /** The indentations of the blocks that are open above the line, the nearest first. */
    private List<String> choices(int line) {
        List<String> choices = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int above = line - 1; above >= 1 && least > 0; above--) {
            String text = file.line(above);
            if (!text.isBlank() && !text.strip().startsWith("#") && Lines.indent(text) < least) {
                least = Lines.indent(text);
                choices.add(least + ", as line " + above);
            }
        }
        return choices;
    }
}

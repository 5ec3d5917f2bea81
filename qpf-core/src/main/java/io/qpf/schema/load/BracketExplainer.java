package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.load.SyntaxExplainer.Columns;
import io.qpf.schema.load.SyntaxExplainer.Lines;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;

/** Explains a list or mapping in brackets that does not end, or that holds what it cannot. */
final class BracketExplainer {
    private final SourceFile file;

    BracketExplainer(SourceFile file) {
        this.file = file;
    }

    /**
     * Explains it.
     *
     * @param opened where the bracket opens
     * @param at where the parser gave up
     */
    Diagnostic explain(Position opened, Position at) {
        String line = file.line(opened.line());
        String inside = Lines.withoutComment(Columns.from(line, opened.column()));
        boolean list = inside.startsWith("[");
        boolean closed = inside.endsWith(list ? "]" : "}");
        String before = Columns.before(line, opened.column()).strip();
        if (list && closed && !inside.contains(",") && inside.contains("?")) {
            return LoadRule.BLANK_LEFT_IN.at(
                    Lines.rest(file, opened),
                    "`" + inside + "` is a blank left in from a template",
                    "Replace the brackets and what is in them by the real text.");
        }
        if (opened.line() == at.line() && closed) {
            return LoadRule.OPEN_BRACKET.at(
                    Lines.rest(file, at),
                    "The brackets that open at column " + opened.column() + " hold something that needs quotes",
                    "Put texts with colons, question marks, quotes or brackets in quotes inside brackets, such as "
                            + "{field: \"list[float]\"}, or the whole value: `" + before + " " + Words.quoted(inside)
                            + "`.");
        }
        return LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, opened),
                "The bracket that opens here is never closed",
                "Close it: `" + (before.isEmpty() ? "" : before + " ") + inside + (list ? "]" : "}")
                        + "`, or put the value in quotes if the bracket is part of a text.");
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Explains a tab where YAML allows blanks only. The line that it shows was tried. */
final class TabExplainer {
    private final SourceFile file;
    private final int number;
    private final String line;

    private TabExplainer(SourceFile file, int number) {
        this.file = file;
        this.number = number;
        line = file.line(number);
    }

    /** Explains it, where the parser gave up at a tab or right behind one. */
    static Diagnostic explain(SourceFile file, Position at) {
        TabExplainer tab = new TabExplainer(file, at.line());
        boolean indents = tab.indent().contains("\t");
        return indents ? tab.indented(at) : tab.between(at);
    }

    /** Whether a line is indented with a tab, up to a column. */
    static boolean indents(String line, int column) {
        String before = Columns.before(line, column);
        return before.isBlank() && before.contains("\t");
    }

    private String indent() {
        return line.substring(0, Lines.indent(line));
    }

    private Diagnostic indented(Position at) {
        String usual = SyntaxFixes.of(file).blanks(number);
        String text = line.substring(Lines.indent(line)).stripTrailing();
        String above = file.line(number - 1);
        String below = file.line(number + 1);
        Optional<String> right = List.of(usual, "", blanks(above), blanks(below)).stream()
                .filter(it -> Trial.of(file).with(number, it + text).holdsPast(isTabbed(below) ? 0 : number + 1))
                .findFirst();
        return LoadRule.TAB
                .at(
                        Lines.rest(file, at),
                        "Line " + number + " is indented by a tab, and YAML allows blanks only",
                        right.map(it -> (it.isEmpty() ? "Delete the tabs: `" : "Write blanks for the tabs: `") + it
                                        + text + "`.")
                                .orElse("Write blanks for the tabs, as many as the lines have that it stands beside."))
                .fixedBy(right.filter(usual::equals)
                        .flatMap(it -> SyntaxFixes.of(file).tabs(number)));
    }

    private static boolean isTabbed(String line) {
        return line.substring(0, Lines.indent(line)).contains("\t");
    }

    private static String blanks(String line) {
        return isTabbed(line) ? "" : " ".repeat(Lines.indent(line));
    }

    private Diagnostic between(Position at) {
        int from = Columns.before(line, at.column()).length();
        int to = from + Lines.indent(line.substring(from));
        return LoadRule.TAB
                .at(
                        Lines.rest(file, at),
                        "Line " + number + " is indented by a tab, and YAML allows blanks only",
                        "Write blanks for the tabs: `"
                                + (line.substring(0, from) + " " + line.substring(to)).stripTrailing() + "`.")
                .fixedBy(Fix.onLine("write a blank for the tab", file, number, from, to, " "));
    }
}

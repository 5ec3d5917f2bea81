package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains a line whose indentation fits no line above. */
final class IndentExplainer {
    private final SourceFile file;

    IndentExplainer(SourceFile file) {
        this.file = file;
    }

    /** A character that looks like a blank and is none, at the begin of a line or of the one above. */
    static Optional<Diagnostic> foreignBlank(SourceFile file, int line) {
        for (int number = line; number >= Math.max(1, line - 1); number--) {
            String text = file.line(number);
            int from = 0;
            while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            int to = from;
            int width = from;
            while (to < text.length() && isLikeABlank(text.charAt(to))) {
                width += Character.getType(text.charAt(to)) == Character.FORMAT ? 0 : 1;
                to++;
            }
            if (to > from) {
                String blanks = " ".repeat(fitting(file, number, width));
                return Optional.of(LoadRule.INDENTATION
                        .at(
                                Lines.rest(file, new Position(number, from + 1)),
                                String.format(
                                        Locale.ROOT,
                                        "Line %d begins with U+%04X, which looks like a blank and is none to YAML",
                                        number,
                                        (int) text.charAt(from)),
                                "Write blanks: `" + blanks + text.substring(to).stripTrailing() + "`.")
                        .fixedBy(Fix.onLine("write blanks", file, number, 0, to, blanks)));
            }
        }
        return Optional.empty();
    }

    /** An indentation that a line above has, or else that of the line above: such characters are of any width. */
    private static int fitting(SourceFile file, int line, int width) {
        for (int above = line - 1; above >= 1; above--) {
            if (!file.line(above).isBlank() && Lines.indent(file.line(above)) == width) {
                return width;
            }
        }
        String above = line == 1 ? "" : file.line(line - 1);
        return above.isBlank() || above.stripTrailing().endsWith(":") ? width : Lines.indent(above);
    }

    private static boolean isLikeABlank(char c) {
        return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Empty if the indentation is not what is wrong. */
    Optional<Diagnostic> explain(Position at) {
        String line = file.line(at.line());
        int own = Lines.indent(line);
        List<Integer> blocks = blocks(at.line());
        boolean fits = blocks.stream().anyMatch(it -> Lines.indent(file.line(it)) == own);
        return fits ? mixed(at, line, own, blocks) : Optional.of(unlike(at, own, blocks));
    }

    private Diagnostic unlike(Position at, int own, List<Integer> blocks) {
        return LoadRule.INDENTATION
                .at(
                        Lines.rest(file, at),
                        "Line " + at.line() + " is indented by " + own + (own == 1 ? " blank" : " blanks")
                                + ", and no block above it is",
                        blocks.isEmpty()
                                ? "Indent it as the lines around it."
                                : "Indent it by " + choices(blocks) + ".")
                .fixedBy(near(own, blocks).flatMap(it -> SyntaxFixes.of(file).indent(at.line(), it)));
    }

    /** The one indentation above that is a single blank away. */
    private Optional<Integer> near(int own, List<Integer> blocks) {
        List<Integer> near = blocks.stream()
                .map(it -> Lines.indent(file.line(it)))
                .filter(it -> Math.abs(it - own) == 1)
                .distinct()
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** A key in line with the items of a list, or an item in line with keys. */
    private Optional<Diagnostic> mixed(Position at, String line, int own, List<Integer> blocks) {
        boolean item = isItem(line);
        Optional<Integer> other = blocks.stream()
                .filter(it -> Lines.indent(file.line(it)) == own && isItem(file.line(it)) != item)
                .findFirst();
        return other.map(it -> LoadRule.INDENTATION.at(
                Lines.rest(file, at),
                item
                        ? "Line " + at.line() + " is an item of a list, and stands in line with the keys of line " + it
                        : "Line " + at.line() + " is no item, and stands in line with the list of line " + it,
                item
                        ? "Indent it below the key that it belongs to."
                        : "Begin it with `- ` if it is an item, or indent it as the key above the list."));
    }

    private static boolean isItem(String line) {
        return line.strip().equals("-") || line.strip().startsWith("- ");
    }

    private String choices(List<Integer> blocks) {
        return blocks.stream()
                .map(it -> Lines.indent(file.line(it)) + ", as line " + it)
                .collect(Collectors.joining(", or by "));
    }

    /** The lines that the open blocks above begin on, or stand on last, the nearest first. */
    private List<Integer> blocks(int line) {
        List<Integer> blocks = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int above = line - 1; above >= 1 && least > 0; above--) {
            String text = file.line(above);
            if (!text.isBlank() && !text.strip().startsWith("#") && Lines.indent(text) < least) {
                least = Lines.indent(text);
                blocks.add(above);
            }
        }
        return blocks;
    }
}

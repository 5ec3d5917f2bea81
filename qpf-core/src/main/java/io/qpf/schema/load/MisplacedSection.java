package io.qpf.schema.load;

import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mandatory section that stands inside another one, and how it comes out: with its comments, in its order, bytes as they are. */
final class MisplacedSection {
    private final SourceFile file;
    private final List<String> lines;
    private final Entry parent;
    private final Entry section;

    private MisplacedSection(Entry parent, Entry section) {
        this.parent = parent;
        this.section = section;
        file = section.key().span().file();
        lines = List.of(file.text().split("(?<=\n)", -1));
    }

    /** A mapping of this name one level down, in whatever case and with whatever underscores. */
    static Optional<MisplacedSection> find(Fields root, String name) {
        List<MisplacedSection> found = new ArrayList<>();
        for (Entry parent : root.entries()) {
            if (parent.value() instanceof Datum.Mapping mapping) {
                mapping.entries().stream()
                        .filter(it -> it.value() instanceof Datum.Mapping
                                && fold(it.key()).equals(name))
                        .forEach(it -> found.add(new MisplacedSection(parent, it)));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String fold(Text key) {
        return key.value().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    Text key() {
        return section.key();
    }

    Text parent() {
        return parent.key();
    }

    /** Moves the section behind the one that it stands in. Empty where its lines are not its own, or nothing would be left behind. */
    Optional<Fix> fix(String name) {
        Span key = section.key().span();
        int indent = key.start().column() - 1;
        int from = key.start().line();
        boolean plain = key.raw().filter(section.key().value()::equals).isPresent()
                // The lines of this text and those of the spans are the same ones.
                && line(from).stripTrailing().equals(file.line(from).stripTrailing())
                && indentOf(line(from)) == indent
                && parent.key().span().start().line() < from
                && indent > 0;
        int end = plain ? end(from, indent) : from;
        if (!plain || end < lastLine(section.value().span()) || isAlone()) {
            return Optional.empty();
        }
        int first = from;
        while (isCommentAt(first - 1, indent)) {
            first--;
        }
        return moved(first, end, indent, name);
    }

    private Optional<Fix> moved(int first, int end, int indent, String name) {
        int last = end;
        for (int next = end + 1; next <= lines.size() && (isSilent(line(next)) || indentOf(line(next)) > 0); next++) {
            last = isSilent(line(next)) ? last : next;
        }
        String eol = line(first).endsWith("\r\n") ? "\r\n" : "\n";
        StringBuilder block = new StringBuilder();
        for (int at = first; at <= end; at++) {
            String text = line(at);
            boolean own = at == section.key().span().start().line();
            block.append(
                    own ? name + text.substring(indent + section.key().value().length()) : dedented(text, indent));
        }
        if (last == end) {
            return Optional.of(Fix.of(title(name), new Span(file, start(first), start(end + 1)), block.toString()));
        }
        boolean open = !line(last).endsWith("\n");
        String text = open ? eol + block.substring(0, block.length() - eol.length()) : block.toString();
        Span removed = new Span(file, start(first), start(end + 1));
        return Optional.of(new Fix(
                title(name),
                List.of(new Edit(removed, ""), new Edit(new Span(file, start(last + 1), start(last + 1)), text))));
    }

    private String title(String name) {
        return "move `" + name + "` out of `" + parent.key() + "`";
    }

    private boolean isAlone() {
        return ((Datum.Mapping) parent.value()).entries().size() == 1;
    }

    /** The last line that belongs to the block which begins on a line. */
    private int end(int from, int indent) {
        int end = from;
        for (int next = from + 1; next <= lines.size(); next++) {
            if (!isSilent(line(next))) {
                if (indentOf(line(next)) <= indent) {
                    return end;
                }
                end = next;
            }
        }
        return end;
    }

    private static int lastLine(Span span) {
        return span.end().column() == 1 ? span.end().line() - 1 : span.end().line();
    }

    private boolean isCommentAt(int number, int indent) {
        return number > parent.key().span().start().line()
                && line(number).strip().startsWith("#")
                && indentOf(line(number)) == indent;
    }

    private String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static boolean isSilent(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private static String dedented(String line, int indent) {
        return line.substring(Math.min(indent, indentOf(line)));
    }

    /** Where a line begins; the end of the text for the one behind the last. */
    private Position start(int number) {
        if (number <= lines.size()) {
            return new Position(number, 1);
        }
        String last = line(lines.size());
        return new Position(lines.size(), last.codePointCount(0, last.length()) + 1);
    }
}

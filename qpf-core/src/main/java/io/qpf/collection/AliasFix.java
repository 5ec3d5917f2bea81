package io.qpf.collection;

import io.qpf.diagnostics.Fix;
import io.qpf.schema.ExtractorMap;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts an alias into a map: below the last one, or in a section of its own at the end. */
final class AliasFix {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w.-]*(?: [\\w.-]+)*");
    private static final Pattern WORDS_OF_YAML = Pattern.compile("(?i)true|false|null");

    private static final Pattern KEEPS = Pattern.compile("[:-]\\s+(?:[&!]\\S*\\s+)*[|>]\\d?\\+");
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private AliasFix() {}

    /** Empty where the map is written in a form that has no place for one more line. */
    static Optional<Fix> of(ExtractorMap map, String alias, String agent) {
        if (!isOneLine(alias) || !isOneLine(agent)) {
            return Optional.empty();
        }
        SourceFile file = map.source();
        List<String> lines = file.text().lines().toList();
        String entry = quoted(alias) + ": " + quoted(agent);
        String title = "add `" + alias + ": " + agent + "` under aliases in the map";
        if (!map.aliases().isEmpty()) {
            Text last = map.aliases().get(map.aliases().size() - 1).alias();
            return below(file, last, entry, title);
        }
        boolean mentioned = lines.stream().anyMatch(it -> it.matches("[\"']?aliases[\"']?\\s*:.*"));
        boolean atMargin = lines.stream().anyMatch(it -> it.matches("extraction_sequence\\s*:.*"));
        boolean ended = lines.stream().anyMatch(it -> it.matches("\\.\\.\\.(\\s.*)?"));
        if (mentioned || !atMargin || ended) {
            return Optional.empty();
        }
        String end = lineEnd(file);
        boolean open = !file.text().endsWith("\n") && !file.text().endsWith("\r");
        Position place = open ? endOf(lines, lines.size()) : new Position(lines.size() + 1, 1);
        // A blank line would become part of a text that keeps its last ones.
        boolean apart = !lines.isEmpty() && !lines.get(lines.size() - 1).isBlank() && !keepsBlankLines(lines);
        String text = (open ? end : "") + (apart ? end : "") + "aliases:" + end + "  " + entry + end;
        return Optional.of(Fix.of(title, new Span(file, place, place), text));
    }

    private static Optional<Fix> below(SourceFile file, Text last, String entry, String title) {
        int line = last.span().start().line();
        List<String> lines = file.text().lines().toList();
        String text = lines.get(line - 1);
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        String raw = last.span().raw().orElse("");
        // An alias in brackets, or one of a list, has no line of its own.
        if (indent.isEmpty()
                || raw.isEmpty()
                || !text.strip().matches(Pattern.quote(raw) + "\\s*:\\s+[^\\s\\[{&*!|>#].*")) {
            return Optional.empty();
        }
        Position place = endOf(lines, line);
        return Optional.of(Fix.of(title, new Span(file, place, place), lineEnd(file) + indent + entry));
    }

    /** Whether nothing in it needs an escape. */
    private static boolean isOneLine(String name) {
        return name.codePoints()
                .noneMatch(it -> Character.isISOControl(it)
                        || it == LINE_SEPARATOR
                        || it == PARAGRAPH_SEPARATOR
                        || Character.getType(it) == Character.FORMAT);
    }

    /** Whether the last value may be a text such as {@code |+}. */
    private static boolean keepsBlankLines(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            String line = lines.get(at);
            if (KEEPS.matcher(line).find()) {
                return true;
            }
            if (!line.isBlank() && !line.startsWith(" ")) {
                return false;
            }
        }
        return false;
    }

    private static Position endOf(List<String> lines, int line) {
        String text = lines.get(line - 1);
        return new Position(line, text.codePointCount(0, text.length()) + 1);
    }

    private static String lineEnd(SourceFile file) {
        return file.text().contains("\r\n") ? "\r\n" : file.text().contains("\n") ? "\n" : "\r";
    }

    private static String quoted(String name) {
        boolean plain =
                PLAIN.matcher(name).matches() && !WORDS_OF_YAML.matcher(name).matches();
        return plain ? name : "'" + name.replace("'", "''") + "'";
    }
}

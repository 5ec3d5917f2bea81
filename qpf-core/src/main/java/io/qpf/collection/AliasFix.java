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

    private AliasFix() {}

    /** Empty where the map is written in a form that has no place for one more line. */
    static Optional<Fix> of(ExtractorMap map, String alias, String agent) {
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
        String text = (open ? end : "") + end + "aliases:" + end + "  " + entry + end;
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

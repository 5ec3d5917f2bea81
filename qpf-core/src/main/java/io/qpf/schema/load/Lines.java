package io.qpf.schema.load;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.regex.Pattern;

/** What stands on a line. */
final class Lines {
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*$");

    private Lines() {}

    static String withoutComment(String text) {
        return COMMENT.matcher(text).replaceFirst("").strip();
    }

    static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether a line is empty or a comment. */
    static boolean isSilent(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#");
    }

    /** One character of the line, or nothing at its end. */
    static Span rest(SourceFile file, Position position) {
        String line = file.line(position.line());
        boolean inside = position.column() <= line.codePointCount(0, line.length());
        return new Span(file, position, inside ? new Position(position.line(), position.column() + 1) : position);
    }
}

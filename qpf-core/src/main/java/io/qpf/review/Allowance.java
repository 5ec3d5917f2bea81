package io.qpf.review;

import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code # qpf:allow QPF-GOV-302: why} in a file, or one of several ids with one reason. On a line of its own it is about the next line that says something, behind a
 * value about its own line, each with all that is indented below it; above the first line of a file it is about the whole file.
 *
 * @param comment the comment, from its number sign on
 * @param rule the id that it names, in capitals; empty if it names none
 * @param reason empty if there is none
 * @param from the first line that it is about
 * @param to the last one
 */
record Allowance(Text comment, String rule, String reason, int from, int to) {
    private static final String ID = "[A-Za-z]+-[A-Za-z]+-\\d+";
    private static final Pattern FORM = Pattern.compile("#+[\\s\\u00a0]*qpf:allow\\b[\\s:]*(" + ID
            + "(?:(?:\\s*[,;+&]\\s*|\\s+)(?:and\\s+)?" + ID + ")*)?\\s*[:\\u2013\\u2014-]?\\s*(.*)");
    private static final Pattern ONE = Pattern.compile(ID);

    /** {@code qpf: allow}, {@code QPF:ALLOW}, {@code qpf-allow}, {@code qpf:ignore QPF-GOV-302}. */
    private static final Pattern NEARLY =
            Pattern.compile("(?i)#+[\\s\\u00a0]*qpf(?:(?:\\s*[:._-]\\s*|\\s+)al+ow|\\s*[:._-].*" + ID + ").*");

    /** One for each rule that a comment names; none for a comment of another kind. */
    static List<Allowance> of(Text comment) {
        Matcher parts = FORM.matcher(comment.value().strip());
        if (!parts.matches()) {
            return List.of();
        }
        String reason = parts.group(2).strip();
        boolean says = reason.codePoints().anyMatch(Character::isLetterOrDigit);
        Lines lines = new Lines(comment.span().file());
        int own = comment.span().start().line();
        boolean alone = lines.isSilent(own);
        boolean whole = alone && lines.next(1) >= own;
        int from = whole ? 1 : alone ? lines.next(own) : own;
        int to = whole ? lines.count() : Math.max(own, lines.endOfBlock(from));
        Text kept = withItsLineAlone(comment);
        List<Allowance> allowances = new ArrayList<>();
        Matcher ids = ONE.matcher(parts.group(1) == null ? "" : parts.group(1));
        while (ids.find()) {
            allowances.add(new Allowance(kept, ids.group().toUpperCase(Locale.ROOT), says ? reason : "", from, to));
        }
        return allowances.isEmpty() ? List.of(new Allowance(kept, "", reason, from, to)) : allowances;
    }

    /** Whether somebody took a comment for an allowance. */
    static boolean isNearly(Text comment) {
        String text = comment.value().strip();
        return !FORM.matcher(text).matches() && NEARLY.matcher(text).matches();
    }

    /** The same comment, with no more of its file than its line. */
    static Text withItsLineAlone(Text comment) {
        Span span = comment.span();
        BitSet own = new BitSet();
        own.set(span.start().line());
        return new Text(comment.value(), new Span(span.file().excerpt(own), span.start(), span.end()));
    }

    /** Whether it is about a line of its file. */
    boolean covers(int line) {
        return line >= from && line <= to;
    }

    /** The lines of a file, as far as indentation tells what belongs together. */
    private record Lines(List<String> all) {
        Lines(SourceFile file) {
            this(file.text().lines().toList());
        }

        int count() {
            return Math.max(1, all.size());
        }

        boolean isSilent(int line) {
            String text = line <= all.size() ? all.get(line - 1).strip() : "";
            return text.isEmpty() || text.startsWith("#") || isMarker(all.get(line - 1));
        }

        /** A line of the file's frame: {@code ---}, perhaps with a comment, and directives such as {@code %YAML 1.2}. */
        private static boolean isMarker(String line) {
            return line.startsWith("%") || line.strip().equals("---") || line.matches("---\\s+#.*");
        }

        /** The first line from here on that says something. */
        int next(int line) {
            int next = line;
            while (next < all.size() && isSilent(next)) {
                next++;
            }
            return next;
        }

        int endOfBlock(int line) {
            int end = line;
            for (int next = line + 1; next <= all.size(); next++) {
                if (!isSilent(next)) {
                    boolean item = indent(next) == indent(line) && isItem(next) && !isItem(line);
                    if (indent(next) <= indent(line) && !item) {
                        return end;
                    }
                    end = next;
                }
            }
            return end;
        }

        /** Items may stand in line with the key that they belong to. */
        private boolean isItem(int line) {
            String text = all.get(line - 1).strip();
            return text.equals("-") || text.startsWith("- ");
        }

        private int indent(int line) {
            String text = all.get(line - 1);
            return text.length() - text.stripLeading().length();
        }
    }
}

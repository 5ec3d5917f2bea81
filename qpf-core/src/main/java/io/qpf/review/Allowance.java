package io.qpf.review;

import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code # qpf:allow QPF-GOV-302: why} in a file. On a line of its own it is about the next line that says something, behind a
 * value about its own line, each with all that is indented below it; above the first line of a file it is about the whole file.
 *
 * @param comment the comment, from its number sign on
 * @param rule the id that it names, in capitals; empty if it names none
 * @param reason empty if there is none
 * @param from the first line that it is about
 * @param to the last one
 */
record Allowance(Text comment, String rule, String reason, int from, int to) {
    private static final Pattern FORM =
            Pattern.compile("#+\\s*qpf:allow\\b[\\s:]*([A-Za-z]+-[A-Za-z]+-\\d+)?\\s*[:\\u2013\\u2014-]?\\s*(.*)");

    /** Empty for a comment of another kind. */
    static Optional<Allowance> of(Text comment) {
        Matcher parts = FORM.matcher(comment.value().strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String rule = parts.group(1) == null ? "" : parts.group(1).toUpperCase(Locale.ROOT);
        Lines lines = new Lines(comment.span().file());
        int own = comment.span().start().line();
        boolean alone = lines.isSilent(own);
        if (alone && lines.next(1) >= own) {
            return Optional.of(new Allowance(comment, rule, parts.group(2).strip(), 1, lines.count()));
        }
        int from = alone ? lines.next(own) : own;
        return Optional.of(
                new Allowance(comment, rule, parts.group(2).strip(), from, Math.max(own, lines.endOfBlock(from))));
    }

    boolean covers(SourceFile file, int line) {
        return comment.span().file().path().equals(file.path()) && line >= from && line <= to;
    }

    /** The lines of a file, as far as indentation tells what belongs together. */
    private record Lines(java.util.List<String> all) {
        Lines(SourceFile file) {
            this(file.text().lines().toList());
        }

        int count() {
            return Math.max(1, all.size());
        }

        boolean isSilent(int line) {
            String text = line <= all.size() ? all.get(line - 1).strip() : "";
            return text.isEmpty() || text.startsWith("#") || text.equals("---");
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
                    if (indent(next) <= indent(line)) {
                        return end;
                    }
                    end = next;
                }
            }
            return end;
        }

        private int indent(int line) {
            String text = all.get(line - 1);
            return text.length() - text.stripLeading().length();
        }
    }
}

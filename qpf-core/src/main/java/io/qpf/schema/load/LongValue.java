package io.qpf.schema.load;

import io.qpf.source.SourceFile;
import java.util.Optional;

/** A text without quotes that goes on below the line that it begins on. */
final class LongValue {
    private final SourceFile file;
    private final int first;
    private final int last;
    private final int from;

    private LongValue(SourceFile file, int first, int from) {
        this.file = file;
        this.first = first;
        this.from = from;
        String line = file.line(first);
        int indent = Lines.indent(line)
                + line.strip().replaceFirst("^((?:-\\s+)*).*$", "$1").length();
        int end = first;
        int count = (int) file.text().lines().count();
        for (int next = first + 1; next <= count; next++) {
            if (!file.line(next).isBlank()) {
                if (Lines.indent(file.line(next)) <= indent) {
                    break;
                }
                end = next;
            }
        }
        last = end;
    }

    /** How to put it in quotes, if it goes on and its first line in quotes alone could not be read. */
    static Optional<String> hint(SourceFile file, int line, int from) {
        LongValue value = new LongValue(file, line, from);
        return value.last == line ? Optional.empty() : value.hint();
    }

    private Optional<String> hint() {
        String text = file.line(first);
        String alone = text.substring(0, from) + Words.quoted(Lines.withoutComment(text.substring(from)));
        if (Trial.of(file).with(first, alone).holdsPast(last)) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        for (int line = first; line <= last; line++) {
            all.append(part(line));
        }
        String quote = Words.quoted(all.toString()).substring(0, 1);
        Trial trial = Trial.of(file);
        for (int line = first; line <= last; line++) {
            trial.with(line, quoted(line, quote));
        }
        return trial.holds()
                ? Optional.of(
                        "Put the whole value in quotes, which goes on to line " + last + ": begin it on line " + first
                                + " with `" + quoted(first, quote).strip() + "`, and end it on line " + last + " with `"
                                + quoted(last, quote).strip() + "`.")
                : Optional.empty();
    }

    private String part(int line) {
        String text = file.line(line);
        return text.substring(line == first ? from : 0);
    }

    private String quoted(int line, String quote) {
        String before = line == first ? file.line(line).substring(0, from) + quote : "";
        String part = part(line).stripTrailing();
        return before + (quote.equals("'") ? part.replace("'", "''") : part) + (line == last ? quote : "");
    }
}

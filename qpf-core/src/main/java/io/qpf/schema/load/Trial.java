package io.qpf.schema.load;

import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Tries a corrected line before it is shown: whether the parser gets past it, and past what it gave up at. */
final class Trial {
    private final SourceFile file;
    private final List<String> lines;
    private int least;
    private int most;

    private Trial(SourceFile file) {
        this.file = file;
        lines = new ArrayList<>(List.of(SectionLines.of(file.text())));
        least = Integer.MAX_VALUE;
    }

    static Trial of(SourceFile file) {
        return new Trial(file);
    }

    /** Whether a file is read further if one of its lines is another one. */
    static boolean holds(SourceFile file, int line, String mended) {
        return of(file).with(line, mended).holds();
    }

    /** With another line in place of one. */
    Trial with(int line, String mended) {
        String old = lines.get(line - 1);
        lines.set(line - 1, mended + old.substring(old.stripTrailing().length()));
        least = Math.min(least, line);
        most = Math.max(most, line);
        return this;
    }

    /** Whether the parser now gets past these lines and further than before, in their section: another one may be broken as well. */
    boolean holds() {
        return holdsPast(0);
    }

    /** The same, where the parser must get past another line as well. */
    boolean holdsPast(int line) {
        List<String> olds = List.of(SectionLines.of(file.text()));
        int brokenAt = brokenAt(file, olds);
        int now = brokenAt(new SourceFile(file.path(), String.join("", lines)), lines);
        return now > Math.max(line, Math.max(most, brokenAt));
    }

    /** The line where the parser gives up; one behind all if it does not. */
    private int brokenAt(SourceFile text, List<String> all) {
        int first = SectionLines.first(all, least);
        String section = SectionLines.only(all, first, Math.max(most, SectionLines.end(all, first)));
        ParsedText parsed = ParsedText.of(text, section);
        return parsed.isWhole()
                ? Integer.MAX_VALUE
                : new LineTable(text).position(parsed.brokenAt()).line();
    }
}

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
        SourceFile mended = new SourceFile(file.path(), String.join("", lines));
        List<String> olds = List.of(SectionLines.of(file.text()));
        boolean inSection = brokenAt(file, olds, true) < Integer.MAX_VALUE;
        int brokenAt = brokenAt(file, olds, inSection);
        int now = brokenAt(mended, lines, inSection);
        return now > Math.max(line, Math.max(most, brokenAt));
    }

    /** The line where the parser gives up, in the section or from there on; one behind all if it does not. */
    private int brokenAt(SourceFile text, List<String> all, boolean inSection) {
        int first = SectionLines.first(all, least);
        int end = inSection ? Math.max(most, SectionLines.end(all, first)) : all.size();
        String section = SectionLines.only(all, first, end);
        ParsedText parsed = ParsedText.of(text, section);
        return parsed.isWhole()
                ? Integer.MAX_VALUE
                : new LineTable(text).position(parsed.brokenAt()).line();
    }
}

package io.qpf.rules;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.List;

/** Where a key stands whose value the model keeps without its place. */
final class KeyPlace {
    private KeyPlace() {}

    /** The key within a section; the section itself if the key is spelled in a way that cannot be found. */
    static Span of(Span section, String key) {
        SourceFile file = section.file();
        List<String> lines = file.text().lines().toList();
        int last = Math.min(lines.size(), section.end().line());
        for (int number = section.start().line(); number <= last; number++) {
            String line = lines.get(number - 1);
            int at = line.indexOf(key + ":");
            if (at >= 0 && !line.strip().startsWith("#")) {
                int column = line.codePointCount(0, at) + 1;
                return new Span(file, new Position(number, column), new Position(number, column + key.length()));
            }
        }
        return section;
    }
}

package io.qpf.policy;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;

/** Texts with places, as the loader makes them. */
final class Texts {
    private Texts() {}

    /** A value that stands on the first line, from the first column on. */
    static Text plain(String value) {
        return within(value, value);
    }

    /** A value whose source is the whole file, folded over lines. */
    static Text within(String source, String value) {
        SourceFile file = new SourceFile("agents/a.yaml", source);
        String[] lines = source.split("\n", -1);
        String last = lines[lines.length - 1];
        Position end = new Position(lines.length, last.codePointCount(0, last.length()) + 1);
        return new Text(value, new Span(file, Position.START, end));
    }

    static Thresholds.Named threshold(String name, String value) {
        return new Thresholds.Named(plain(name), plain(value));
    }
}

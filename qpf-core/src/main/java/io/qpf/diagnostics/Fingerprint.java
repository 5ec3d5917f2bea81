package io.qpf.diagnostics;

import io.qpf.source.Position;
import io.qpf.source.Sha256;
import io.qpf.source.SourceFile;
import java.util.regex.Pattern;

/** What a finding is known by from one run to the next, whatever lines come and go above it. */
public final class Fingerprint {
    private static final int LENGTH = 16;
    private static final Pattern LINE_NUMBER = Pattern.compile("(?i)\\bline \\d+");

    private Fingerprint() {}

    /** The rule, the file, what the line says, and the message without line numbers. */
    public static String of(Diagnostic it) {
        SourceFile file = it.span().file();
        boolean whole =
                it.span().start().equals(Position.START) && it.span().end().equals(Position.START);
        String line = whole ? "" : file.line(it.span().start().line()).strip();
        String message = LINE_NUMBER.matcher(it.message()).replaceAll("line");
        String all = String.join("\u0000", it.rule(), file.path(), line, message);
        return Sha256.of(all).substring(0, LENGTH);
    }
}

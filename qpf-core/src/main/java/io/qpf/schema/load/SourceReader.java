package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Bytes to text: size, UTF-8 and control characters. A byte order mark is tolerated and not part of the text. */
public final class SourceReader {
    /** 50 KB. */
    public static final int MAX_BYTES = 51_200;

    /** A file with more of them is no text, and nobody reads on. */
    private static final int MOST_CONTROLS = 5;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SourceReader() {}

    /**
     * Reads a file of people's.
     *
     * @param path how messages name the file
     */
    public static Result<SourceFile> read(String path, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            String message = String.format(
                    Locale.ROOT, "The file has %,d bytes; %,d is the most that QPF reads", bytes.length, MAX_BYTES);
            return none(
                    LoadRule.TOO_LARGE, new SourceFile(path, "").start(), message, "Split it, or shorten its texts.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        SourceFile file = new SourceFile(path, withoutMark(out.flip().toString()));
        if (end.isError()) {
            String message = String.format(
                    Locale.ROOT, "The byte 0x%02X at offset %d is not UTF-8", bytes[in.position()], in.position());
            return none(LoadRule.NOT_UTF8, endOf(file), message, "Save the file as UTF-8.");
        }
        return printable(file);
    }

    private static Result<SourceFile> printable(SourceFile file) {
        Findings findings = new Findings();
        String text = file.text();
        for (int offset = 0; offset < text.length() && findings.size() < MOST_CONTROLS; offset++) {
            int point = text.codePointAt(offset);
            if (!isPrintable(point)) {
                int place = text.codePointCount(0, offset);
                report(point, new LineTable(file).span(place, place + 1), findings);
            }
            offset += Character.charCount(point) - 1;
        }
        return findings.hasErrors() ? Result.none(findings.diagnostics()) : Result.of(file, Diagnostics.NONE);
    }

    private static void report(int point, Span span, Findings findings) {
        findings.add(
                LoadRule.CONTROL_CHARACTER,
                span,
                String.format(Locale.ROOT, "The control character U+%04X stands raw in the file", point),
                point == 0
                        ? "Delete it: NUL never stands in a schema."
                        : String.format(
                                Locale.ROOT,
                                "Delete it, or write \"\\u%04X\" in double quotes if it is meant.",
                                point));
    }

    /** What YAML 1.2 calls printable. */
    private static boolean isPrintable(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0x7E)
                || point == 0x85
                || (point >= 0xA0 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Span endOf(SourceFile file) {
        int length = file.text().codePointCount(0, file.text().length());
        Position end = new LineTable(file).position(length);
        return new Span(file, end, end);
    }

    private static Result<SourceFile> none(LoadRule rule, Span span, String message, String hint) {
        return Result.none(new Diagnostics(List.of(rule.at(span, message, hint))));
    }
}

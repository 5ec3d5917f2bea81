package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Cuts Python into logical lines; comments and blank lines are kept with what follows them. */
final class LogicalLines {
    private final String source;
    private final Blocks blocks = new Blocks();
    private final List<LogicalLine> lines = new ArrayList<>();

    private int at;
    private int lineNumber = 1;
    private int blanks;

    private LogicalLines(String source) {
        this.source = source;
    }

    /** The last of the lines is empty: it holds the comments at the end of the file. */
    static List<LogicalLine> of(String source) {
        LogicalLines reader = new LogicalLines(source);
        while (reader.at < source.length()) {
            reader.physicalStart();
        }
        reader.lines.add(new LogicalLine(0, 0, reader.lineNumber, "", reader.blocks.close()));
        return reader.lines;
    }

    private void physicalStart() {
        int column = 0;
        while (at < source.length() && blank(source.charAt(at))) {
            column = source.charAt(at) == '\t' ? (column / 8 + 1) * 8 : column + 1;
            at++;
        }
        if (at >= source.length()) {
            return;
        }
        char first = source.charAt(at);
        if (first == '\n') {
            at++;
            lineNumber++;
            blanks++;
        } else if (first == '#') {
            blocks.comment(column, blanks, comment());
            blanks = 0;
            lineEnd();
        } else {
            logicalLine(blocks.enter(column, lineNumber));
        }
    }

    private void logicalLine(List<LogicalLine.OwnComment> above) {
        int end = LogicalEnd.of(source, at);
        String text = source.substring(at, end);
        lines.add(new LogicalLine(blocks.depth(), blanks, lineNumber, text, above));
        blanks = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lineNumber++;
        }
        at = end;
    }

    private String comment() {
        int end = source.indexOf('\n', at);
        end = end < 0 ? source.length() : end;
        String text = source.substring(at, end);
        at = end;
        return Comments.normalised(text);
    }

    private void lineEnd() {
        if (at < source.length() && source.charAt(at) == '\n') {
            at++;
            lineNumber++;
        }
    }

    static boolean blank(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\f';
    }
}

package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Cuts Python into logical lines of tokens; comments and blank lines are kept with what follows them. */
final class Tokenizer {
    private final String source;
    private final Blocks blocks = new Blocks();
    private final List<LogicalLine> lines = new ArrayList<>();

    private int at;
    private int lineNumber = 1;
    private int blanks;

    private List<Leaf> tokens = new ArrayList<>();
    private List<Leaf> comments = new ArrayList<>();
    private int lineDepth;
    private int lineBlanks;
    private List<LogicalLine.OwnComment> above = new ArrayList<>();

    private Tokenizer(String source) {
        this.source = source;
    }

    /** The last of the lines has no tokens: it holds the comments at the end of the file. */
    static List<LogicalLine> lines(String source) {
        Tokenizer tokenizer = new Tokenizer(source);
        while (tokenizer.at < source.length()) {
            tokenizer.physicalStart();
        }
        tokenizer.lines.add(new LogicalLine(0, 0, List.of(), List.of(), tokenizer.blocks.close()));
        return tokenizer.lines;
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
            above = blocks.enter(column, lineNumber);
            lineDepth = blocks.depth();
            lineBlanks = blanks;
            blanks = 0;
            logicalLine();
        }
    }

    private void logicalLine() {
        tokens = new ArrayList<>();
        comments = new ArrayList<>();
        BracketedTokens reader = new BracketedTokens(source, at, lineNumber, tokens, comments);
        at = reader.read();
        lineNumber = reader.line();
        if (tokens.isEmpty()) {
            // A lone continuation: nothing to lay out.
            return;
        }
        lines.add(new LogicalLine(lineDepth, lineBlanks, tokens, comments, above));
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

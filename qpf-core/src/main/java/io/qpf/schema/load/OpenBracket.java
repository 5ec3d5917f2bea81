package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Explains a bracket that is never closed: where it opens, and where it should close so that the file can be read. */
final class OpenBracket {
    /** Each line is tried, and a section may have a thousand. */
    private static final int MOST_LINES = 8;

    private final SourceFile file;
    private final Position opened;
    private final BracketScan scan;
    private final char closing;

    /** Another text for a line, and what is said about it. */
    private record Candidate(int line, String text, String advice) {}

    OpenBracket(SourceFile file, Position opened, BracketScan scan) {
        this.file = file;
        this.opened = opened;
        this.scan = scan;
        closing = Columns.from(file.line(opened.line()), opened.column()).startsWith("[") ? ']' : '}';
    }

    Diagnostic explain(Position at) {
        for (Candidate it : candidates()) {
            if (Trial.holds(file, it.line(), it.text())) {
                String shown = Lines.withoutComment(it.text()).strip();
                boolean single = it.line() == opened.line();
                return open(it.advice() + ": `" + shown + "`"
                        + (single ? ", or put the value in quotes if the bracket is part of a text." : "."));
            }
        }
        return open("Write `" + closing + "` where what it holds ends, behind line " + opened.line()
                + (at.line() > opened.line() ? " and before line " + (at.line() + 1) : "")
                + ", or put the value in quotes if the bracket is part of a text.");
    }

    private Diagnostic open(String hint) {
        return LoadRule.OPEN_BRACKET.at(Lines.rest(file, opened), "The bracket that opens here is never closed", hint);
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        String line = file.line(opened.line());
        int at = line.indexOf("{{", Columns.before(line, opened.column()).length());
        if (at >= 0) {
            all.add(new Candidate(
                    opened.line(), line.substring(0, at) + line.substring(at + 1), "Delete one of the two brackets"));
        }
        int other = scan.other().map(Position::line).orElse(0);
        if (other == opened.line()) {
            atOther(all);
        }
        atEnd(scan.lastLine(), all);
        if (other > opened.line()) {
            atOther(all);
            beforeOther(other, all);
        }
        return all;
    }

    /** In front of the bracket of the other kind, or in its place. */
    private void atOther(List<Candidate> all) {
        Position other = scan.other().orElseThrow();
        String line = file.line(other.line());
        int at = Columns.before(line, other.column()).length();
        String before = line.substring(0, at);
        String advice = "Close it before the `" + line.charAt(at) + "` of line " + other.line();
        all.add(new Candidate(other.line(), before + closing + line.substring(at), advice));
        all.add(new Candidate(
                other.line(),
                before + closing + line.substring(at + 1),
                "Close it with `" + closing + "` and not with `" + line.charAt(at) + "` on line " + other.line()));
    }

    private void beforeOther(int other, List<Candidate> all) {
        for (int line = other - 1; line > Math.max(opened.line(), other - MOST_LINES); line--) {
            if (!Lines.isSilent(file.line(line))) {
                atEnd(line, all);
            }
        }
    }

    /** At the end of a line, where a comma may stand that belongs to the brackets around it. */
    private void atEnd(int number, List<Candidate> all) {
        String line = file.line(number);
        int end = Lines.indent(line) + Lines.withoutComment(line).length();
        String text = line.substring(0, end);
        String behind = line.substring(end);
        String bare = text.endsWith(",") ? text.substring(0, end - 1).stripTrailing() : text;
        String advice = "Close it at the end of line " + number;
        all.add(new Candidate(number, bare + closing + behind, advice));
        all.add(new Candidate(number, bare + closing + "," + behind, advice));
    }
}

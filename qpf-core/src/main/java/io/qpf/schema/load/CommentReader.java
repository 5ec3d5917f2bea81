package io.qpf.schema.load;

import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Finds comments that are meant for QPF. What only looks like one, inside a text, is none. */
public final class CommentReader {
    private static final Pattern COMMENT =
            Pattern.compile("(?im)(?:^|(?<=\\s))#+[ \\t\\u00a0]*qpf[ \\t]*(?:[:._-]|allow).*$");

    private CommentReader() {}

    /** Whether a file may hold such comments. Nearly none does, and no other one shall be looked through for them. */
    public static boolean isWorthReading(byte[] file) {
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '#' && isForQpf(file, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForQpf(byte[] file, int from) {
        int at = from;
        while (at < file.length && (file[at] <= ' ' || file[at] == '#') && file[at] != '\n') {
            at++;
        }
        // Small and capital letters differ in this bit; bytes beyond ASCII, as of a no-break space, are negative.
        return at + 2 < file.length
                && (file[at] | ' ') == 'q'
                && (file[at + 1] | ' ') == 'p'
                && (file[at + 2] | ' ') == 'f';
    }

    /** The comments that begin with {@code qpf:}, or nearly so; those of a file that is not YAML up to where it is none. */
    public static List<Text> read(SourceFile file) {
        List<Text> comments = new ArrayList<>();
        LineTable lines = new LineTable(file);
        List<Span> texts = texts(file);
        Matcher found = COMMENT.matcher(file.text());
        while (found.find()) {
            String comment = found.group().stripTrailing();
            int from = file.text().codePointCount(0, found.start());
            Span span = lines.span(from, from + comment.codePointCount(0, comment.length()));
            if (texts.stream().noneMatch(it -> isInside(span, it))) {
                comments.add(new Text(comment, span));
            }
        }
        return comments;
    }

    private static boolean isInside(Span span, Span text) {
        return span.start().compareTo(text.start()) >= 0 && span.start().compareTo(text.end()) < 0;
    }

    private static List<Span> texts(SourceFile file) {
        List<Span> texts = new ArrayList<>();
        EventSource events = new EventSource(file, file.text());
        try {
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof ScalarEvent) {
                    texts.add(events.span(event));
                }
            }
        } catch (EventSource.NotYaml broken) {
            // What is wrong with the file is said by whoever loads it.
            return texts;
        }
        return texts;
    }
}

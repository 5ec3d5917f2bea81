package io.qpf.schema.load;

import io.qpf.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What the parser makes of a text, part by part, as far as it comes.
 *
 * @param brokenAt the offset where it gives up; {@link #NOWHERE} if it reads the whole text
 */
record ParsedText(List<Part> parts, int brokenAt) {
    static final int NOWHERE = Integer.MAX_VALUE;

    ParsedText {
        parts = List.copyOf(parts);
    }

    /** What a part is. */
    enum Kind {
        DOCUMENT,
        SCALAR,
        ALIAS,
        OPEN,
        CLOSE
    }

    /**
     * A scalar, an alias, or the begin or the end of a collection.
     *
     * @param says all that it means: value, anchor, tag
     * @param from offset in code points
     * @param to behind its last character that is no white space
     * @param opener for an end, which part is its begin
     */
    record Part(Kind kind, String says, int from, int to, int opener) {
        boolean isLike(Part other) {
            return kind == other.kind && (says.equals(other.says) || isEndedLine(other));
        }

        /** A text at the very end of a file may get its line end. */
        private boolean isEndedLine(Part other) {
            return kind == Kind.SCALAR && !says.endsWith("\n") && other.says.equals(says + "\n");
        }
    }

    static ParsedText of(SourceFile file, String yaml) {
        EventSource events = new EventSource(file, yaml);
        List<Part> parts = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        try {
            while (events.hasNext()) {
                add(events, events.next(), parts, open);
            }
            return new ParsedText(parts, NOWHERE);
        } catch (EventSource.NotYaml broken) {
            return new ParsedText(parts, events.brokenAt());
        }
    }

    private static void add(EventSource events, Event event, List<Part> parts, Deque<Integer> open) {
        int from = event.getStartMark().getIndex();
        int to = events.lines().trimmed(from, event.getEndMark().getIndex());
        if (event instanceof ScalarEvent it) {
            String plain = it.isPlain() ? "plain " : "";
            String says = it.getAnchor() + " " + it.getTag() + " " + plain + it.getValue();
            parts.add(new Part(Kind.SCALAR, says, from, to, parts.size()));
        } else if (event instanceof AliasEvent it) {
            parts.add(new Part(Kind.ALIAS, it.getAnchor(), from, to, parts.size()));
        } else if (event instanceof CollectionStartEvent it) {
            String kind = it instanceof MappingStartEvent ? "{" : "[";
            open.push(parts.size());
            parts.add(new Part(Kind.OPEN, it.getAnchor() + " " + it.getTag() + kind, from, to, parts.size()));
        } else if (event instanceof CollectionEndEvent) {
            parts.add(new Part(Kind.CLOSE, "", from, to, open.pop()));
        } else if (event instanceof DocumentStartEvent it) {
            parts.add(new Part(Kind.DOCUMENT, it.getExplicit() ? "---" : "", from, from, parts.size()));
        }
    }

    boolean isWhole() {
        return brokenAt == NOWHERE;
    }
}

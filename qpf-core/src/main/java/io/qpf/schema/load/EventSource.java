package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The events of one file, with places of the file as it lies on disk.
 *
 * <p>Events and not composed nodes: they carry marks where the composer's own limits have none.
 */
final class EventSource {
    /** Breaks a line in YAML 1.1, which the parser follows, and is an ordinary character in YAML 1.2. */
    private static final String FALSE_BREAKS = "\u0085\u2028\u2029";

    /** The first of three private characters in a row that stand in for the false breaks while the parser runs. */
    private static final int FIRST_STAND_IN = 0x10FF00;

    private final SourceFile file;
    private final LineTable lines;
    private final int standIn;
    private final boolean hidden;
    private final Parser events;
    private final Deque<Integer> openBrackets = new ArrayDeque<>();
    private int brokenAt;

    EventSource(SourceFile file, String yaml) {
        this.file = file;
        lines = new LineTable(file);
        standIn = freeStandIn(yaml);
        String text = hide(yaml);
        hidden = !text.equals(yaml);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // Not through Yaml, which prepares constructors and loggers that nobody here asks for, on every cold start.
        events = new ParserImpl(new StreamReader(text), options);
    }

    /** The next event. */
    Event next() throws NotYaml {
        try {
            Event event = events.getEvent();
            trackBrackets(event);
            return event;
        } catch (YAMLException broken) {
            throw notYaml(broken);
        }
    }

    boolean hasNext() throws NotYaml {
        try {
            return events.peekEvent() != null;
        } catch (YAMLException broken) {
            throw notYaml(broken);
        }
    }

    private NotYaml notYaml(YAMLException broken) {
        if (!(broken instanceof MarkedYAMLException marked)) {
            return new NotYaml(() -> LoadRule.YAML.at(
                    file.start(), "The file is not YAML: " + broken.getMessage(), "Check it with a YAML editor."));
        }
        brokenAt = offset(marked);
        Optional<Position> bracket = Optional.ofNullable(openBrackets.peek()).map(lines::position);
        return new NotYaml(() -> new SyntaxExplainer(file, lines, bracket).explain(marked));
    }

    /** What is never closed is broken where it opens, though the parser gives up at the end of the file. */
    private static int offset(MarkedYAMLException broken) {
        Mark problem = broken.getProblemMark();
        Mark context = broken.getContextMark();
        boolean scanning = String.valueOf(broken.getContext()).contains("scanning");
        int at = problem == null ? 0 : problem.getIndex();
        return scanning && context != null ? Math.min(at, context.getIndex()) : at;
    }

    /** Where the parser gave up, if it did: an offset in code points. */
    int brokenAt() {
        return brokenAt;
    }

    /** The parser names an open bracket only if something stands behind it. */
    private void trackBrackets(Event event) {
        if (event instanceof CollectionStartEvent start && start.isFlow()) {
            openBrackets.push(lines.afterProperties(
                    start.getStartMark().getIndex(), start.getEndMark().getIndex()));
        } else if (event instanceof CollectionEndEvent && !openBrackets.isEmpty()) {
            openBrackets.pop();
        }
    }

    /** Whether an alias of the anchor of this event may stand anywhere. */
    boolean hasAlias(NodeEvent anchored) {
        return file.text().contains("*" + anchored.getAnchor());
    }

    /** What there is to say about a text that was read as an anchor of nothing. */
    Diagnostic ampersand(Text text) {
        return new SyntaxExplainer(
                        file, lines, Optional.ofNullable(openBrackets.peek()).map(lines::position))
                .reserved(text.span().start());
    }

    LineTable lines() {
        return lines;
    }

    Span span(Event event) {
        int from = event.getStartMark().getIndex();
        return lines.span(from, lines.trimmed(from, event.getEndMark().getIndex()));
    }

    /** The text with its own characters again. */
    String reveal(String parsed) {
        return hidden ? revealed(parsed) : parsed;
    }

    private String revealed(String parsed) {
        String text = parsed;
        for (int index = 0; index < FALSE_BREAKS.length(); index++) {
            text = text.replace(Character.toString(standIn + index), FALSE_BREAKS.substring(index, index + 1));
        }
        return text;
    }

    private String hide(String yaml) {
        String text = yaml;
        for (int index = 0; index < FALSE_BREAKS.length(); index++) {
            text = text.replace(FALSE_BREAKS.substring(index, index + 1), Character.toString(standIn + index));
        }
        return text;
    }

    private static int freeStandIn(String yaml) {
        int first = FIRST_STAND_IN;
        while (holdsAny(yaml, first)) {
            first -= FALSE_BREAKS.length();
        }
        return first;
    }

    private static boolean holdsAny(String yaml, int first) {
        for (int index = 0; index < FALSE_BREAKS.length(); index++) {
            if (yaml.indexOf(first + index) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The file is not YAML; the diagnostic says where and why. It is worked out when it is asked for: whoever only tries does not. */
    static final class NotYaml extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Supplier<Diagnostic> diagnostic;

        NotYaml(Supplier<Diagnostic> diagnostic) {
            this.diagnostic = diagnostic;
        }

        Diagnostic diagnostic() {
            return diagnostic.get();
        }
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Builds values from events, and bounds what aliases, tags and nesting can do. */
final class DatumBuilder {
    private static final int MAX_DEPTH = 50;

    /** What a file may hold with its aliases expanded, in characters and nodes: twenty times the largest file. */
    private static final long MAX_EXPANDED = 1_000_000;

    private static final String MERGE = "<<";

    private final EventSource events;
    private final Findings findings;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private final Map<String, List<Span>> unknown = new LinkedHashMap<>();

    private long expanded;
    private boolean exploded;

    /** A value that aliases may repeat, and what each repetition adds. */
    private record Anchored(Datum value, long weight) {}

    DatumBuilder(EventSource events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    List<Datum> documents() throws EventSource.NotYaml {
        List<Datum> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                anchors.clear();
            } else if (event instanceof NodeEvent node && !(event instanceof DocumentEndEvent)) {
                documents.add(value(node, 1));
            }
        }
        return documents;
    }

    private Datum value(NodeEvent event, int depth) throws EventSource.NotYaml {
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        long before = expanded;
        String anchor = event.getAnchor();
        if (anchor != null) {
            open.add(anchor);
        }
        Datum value =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
        if (anchor != null) {
            open.remove(anchor);
            anchors.put(anchor, new Anchored(value, expanded - before));
        }
        return value;
    }

    private Datum repeated(AliasEvent alias) {
        String name = alias.getAnchor();
        Span span = events.span(alias);
        Anchored anchored = anchors.get(name);
        if (open.contains(name)) {
            findings.add(
                    LoadRule.RECURSIVE_ALIAS,
                    span,
                    "`*" + name + "` stands inside its own anchor `&" + name + "`, so it would never end",
                    "Write the value out, or move the anchor.");
        } else if (anchored == null) {
            unknown.computeIfAbsent(name, it -> new ArrayList<>()).add(span);
        } else if (expanded + anchored.weight() > MAX_EXPANDED) {
            reportExplosion(span);
        } else {
            expanded += anchored.weight();
            return anchored.value();
        }
        return new Datum.Scalar(new Text("*" + name, span), Datum.Kind.STRING);
    }

    /** One cause gives one error, however often the alias is used. To be asked once all is read that can be. */
    void reportUnknownAliases() {
        unknown.forEach((name, places) -> {
            Diagnostic first = LoadRule.UNKNOWN_ALIAS.at(
                    places.get(0),
                    "`*" + name + "` is an alias, and no `&" + name + "` stands before it",
                    "If it is meant as text, put it in quotes: \"*" + name + "\".");
            for (Span other : places.subList(1, places.size())) {
                first = first.with(new Diagnostic.Related(other, "used here as well"));
            }
            findings.add(first);
        });
    }

    private void reportExplosion(Span span) {
        if (!exploded) {
            exploded = true;
            findings.add(
                    LoadRule.ALIAS_BOMB,
                    span,
                    "The aliases up to here repeat more than a million characters",
                    "Write the values out instead of repeating aliases of aliases.");
        }
    }

    private Datum scalar(ScalarEvent event) {
        String value = events.reveal(event.getValue());
        ScalarStyle style = event.getScalarStyle();
        Span span = spanOf(event);
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            value = value.replaceAll("\\n+$", "");
        }
        expanded += 1 + value.length();
        if (value.isEmpty() && style == ScalarStyle.PLAIN && event.getAnchor() != null && !events.hasAlias(event)) {
            return ampersand(event);
        }
        Text text = new Text(value, span);
        Characters.check(text, findings);
        if (style == ScalarStyle.PLAIN && event.getAnchor() != null && !events.hasAlias(event)) {
            reportIdleAnchor(event, text);
        }
        Datum.Kind plain = style == ScalarStyle.PLAIN ? CoreSchema.kind(value) : Datum.Kind.STRING;
        return new Datum.Scalar(text, Tags.kind(event.getTag(), plain, value, events.span(event), findings));
    }

    /** {@code &quick greeting} is the text {@code greeting} to YAML, and mostly another one to its author. */
    private void reportIdleAnchor(ScalarEvent event, Text text) {
        String anchor = event.getAnchor();
        boolean key = events.lines().isColonAt(events.lines().offset(text.span().end()));
        findings.add(
                LoadRule.IDLE_ANCHOR,
                events.span(event),
                "`&" + anchor + "` is an anchor of YAML and no part of the text, and no `*" + anchor + "` repeats it",
                key
                        ? "Delete it: `" + Words.excerpt(text.value()) + ":`."
                        : "If it is meant as text, put it in quotes: "
                                + Words.quoted("&" + anchor + " " + Words.excerpt(text.value()))
                                + "; otherwise delete it.");
    }

    /** {@code &Ada} names nothing that is ever repeated: it was meant as a text. */
    private Datum ampersand(ScalarEvent event) {
        Text text = new Text("&" + event.getAnchor(), events.span(event));
        findings.add(events.ampersand(text));
        return new Datum.Scalar(text, Datum.Kind.STRING);
    }

    private Span spanOf(NodeEvent event) {
        int from = event.getStartMark().getIndex();
        int to = event.getEndMark().getIndex();
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null;
        int start = tagged || event.getAnchor() != null ? events.lines().afterProperties(from, to) : from;
        return events.lines().span(start, events.lines().trimmed(start, to));
    }

    private Datum collection(CollectionStartEvent event, int depth) throws EventSource.NotYaml {
        expanded++;
        Tags.checkCollection(event.getTag(), events.span(event), findings);
        if (depth > MAX_DEPTH) {
            throw tooDeep(event);
        }
        return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
    }

    /** Ends the reading: going on would take time with the square of the depth. */
    private EventSource.NotYaml tooDeep(CollectionStartEvent event) {
        return new EventSource.NotYaml(() -> LoadRule.TOO_DEEP.at(
                events.span(event),
                "Values are nested deeper than " + MAX_DEPTH + " levels here",
                "Flatten them; no schema needs more than ten."));
    }

    private Datum sequence(CollectionStartEvent start, int depth) throws EventSource.NotYaml {
        List<Datum> items = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent node) {
            items.add(value(node, depth + 1));
            event = events.next();
        }
        return new Datum.Sequence(items, whole(start, event, items.isEmpty() ? null : items.get(items.size() - 1)));
    }

    private Datum mapping(CollectionStartEvent start, int depth) throws EventSource.NotYaml {
        EntryList entries = new EntryList(findings);
        List<Entry> inBrackets = new ArrayList<>();
        List<Datum.Mapping> bases = new ArrayList<>();
        @Nullable Datum last = null;
        Event event = events.next();
        while (event instanceof NodeEvent keyEvent) {
            Datum key = value(keyEvent, depth + 1);
            last = value((NodeEvent) events.next(), depth + 1);
            if (isMerge(keyEvent)) {
                bases.addAll(bases(last));
            } else if (key instanceof Datum.Scalar scalar && scalar.kind() != Datum.Kind.NULL) {
                if (start.isFlow()) {
                    inBrackets.add(new Entry(scalar.text(), last));
                } else {
                    entries.add(scalar.text(), last);
                }
            } else {
                findings.add(
                        LoadRule.KEY_NOT_TEXT,
                        key.span(),
                        "A key is a text; this one is " + Words.of(key),
                        "Write a name before the colon, in quotes if it holds brackets.");
            }
            event = events.next();
        }
        // Only once all are known, since a text may go on in the keys behind it, and two such keys are no duplicates.
        SplitTexts.entries(inBrackets, findings).forEach(it -> entries.add(it.key(), it.value()));
        bases.forEach(entries::merge);
        return new Datum.Mapping(entries.all(), whole(start, event, last));
    }

    private static boolean isMerge(NodeEvent key) {
        return key instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals(MERGE);
    }

    private List<Datum.Mapping> bases(Datum value) {
        if (value instanceof Datum.Mapping mapping) {
            return List.of(mapping);
        }
        List<Datum.Mapping> bases = new ArrayList<>();
        if (value instanceof Datum.Sequence sequence) {
            sequence.items().stream()
                    .filter(Datum.Mapping.class::isInstance)
                    .map(Datum.Mapping.class::cast)
                    .forEach(bases::add);
            if (bases.size() == sequence.items().size()) {
                return bases;
            }
        }
        if (value instanceof Datum.Scalar scalar
                && unknown.containsKey(scalar.text().value().replaceFirst("^\\*", ""))) {
            return List.of();
        }
        findings.add(
                LoadRule.BAD_MERGE,
                value.span(),
                "`<<` merges a mapping or a list of mappings; this is " + Words.of(value),
                "Give it an alias of a mapping, or write the keys out.");
        return bases;
    }

    /** From the start to the closing bracket, or to the end of the last value where no bracket closes. */
    private Span whole(CollectionStartEvent start, Event end, @Nullable Datum last) {
        Span from = spanOf(start);
        if (start.isFlow()) {
            return new Span(from.file(), from.start(), events.span(end).end());
        }
        boolean behind = last != null && last.span().end().compareTo(from.start()) > 0;
        return behind && last != null
                ? new Span(from.file(), from.start(), last.span().end())
                : from;
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One mapping while it is read: hands out its values in the form that the asker needs and reports those that have
 * another one. The keys asked for are the known ones; what nobody asked for comes out as extras.
 */
final class Fields {
    private final String path;
    private final Text key;
    private final Datum.Mapping mapping;
    private final Optional<Span> place;
    private final Findings findings;
    private final Values values;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> kept = new LinkedHashSet<>();
    private final List<Fields> children = new ArrayList<>();
    private final BiFunction<String, String, Optional<String>> elsewhere;
    private boolean taken;

    /**
     * Reads one mapping.
     *
     * @param place where to say that a key is missing; empty if the mapping itself is missing, which is said elsewhere
     * @param elsewhere what to do with a key that another place of the collection knows
     */
    private Fields(
            String path,
            Text key,
            Datum.Mapping mapping,
            Optional<Span> place,
            Findings findings,
            BiFunction<String, String, Optional<String>> elsewhere) {
        this.elsewhere = elsewhere;
        this.path = path;
        this.key = key;
        this.mapping = mapping;
        this.place = place;
        this.findings = findings;
        values = new Values(findings);
        for (Entry entry : mapping.entries()) {
            entries.put(entry.key().value(), entry);
        }
    }

    static Fields root(Datum.Mapping mapping, Findings findings) {
        return root(mapping, findings, (key, path) -> Optional.empty());
    }

    /** Fields of a file that can tell where a key belongs which stands in the wrong place. */
    static Fields root(
            Datum.Mapping mapping, Findings findings, BiFunction<String, String, Optional<String>> elsewhere) {
        Span start = mapping.span().file().start();
        return new Fields("", new Text("", mapping.span()), mapping, Optional.of(start), findings, elsewhere);
    }

    /** Fields of the mapping below a key; what they do not know is an extra of this one. */
    Fields nested(Text name, Datum.Mapping nested) {
        return add(name, nested, Optional.of(name.span()));
    }

    /** Fields of one item of the list below a key. */
    Fields item(String name, Datum.Mapping item) {
        return add(entry(name).orElseThrow().key(), item, Optional.of(item.span()));
    }

    /** Fields of a mapping that nobody wrote. */
    Fields absent(Text name) {
        return add(name, new Datum.Mapping(List.of(), name.span()), Optional.empty());
    }

    private Fields add(Text name, Datum.Mapping child, Optional<Span> missing) {
        Fields fields = new Fields(pathOf(name.value()), name, child, missing, findings, elsewhere);
        children.add(fields);
        return fields;
    }

    Span span() {
        return mapping.span();
    }

    Text key() {
        return key;
    }

    Findings findings() {
        return findings;
    }

    Values values() {
        return values;
    }

    /** How messages name a key of this mapping. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    List<Entry> entries() {
        return mapping.entries();
    }

    boolean isEmpty() {
        return mapping.entries().isEmpty();
    }

    /** Whether the key stands there, with a value or without. */
    boolean has(String name) {
        known.add(name);
        return entry(name).isPresent();
    }

    /** The value of a key; empty if the key is missing or says nothing. */
    Optional<Datum> datum(String name) {
        known.add(name);
        Entry entry = entries.get(name);
        return entry == null || Values.isNothing(entry.value()) ? Optional.empty() : Optional.of(entry.value());
    }

    Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Optional<Text> text(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent() ? values.text(given.get(), pathOf(name)) : Optional.empty();
    }

    /** A text that names something: a number or a truth value is none. */
    Optional<Text> name(String name) {
        Optional<Datum> given = datum(name);
        if (given.isPresent() && given.get() instanceof Datum.Scalar scalar && scalar.kind() != Datum.Kind.STRING) {
            values.reportType(scalar, pathOf(name), "a text", "Write a name, or put it in quotes if this is one.");
            return Optional.empty();
        }
        return text(name);
    }

    /** A text that must be there: its absence is an error at the mapping. */
    Optional<Text> required(String name, String hint) {
        Optional<Datum> given = datum(name);
        if (given.isEmpty()) {
            reportMissing(name, hint);
        }
        return text(name);
    }

    /** Says that a key is missing: at a key that was probably meant, at the empty key, or at the mapping. */
    void reportMissing(String name, String hint) {
        Optional<Text> empty = entry(name).map(Entry::key);
        Optional<Text> meant = empty.isPresent() ? Optional.empty() : misspelt(name);
        if (meant.isPresent()) {
            kept.add(meant.get().value());
            findings.add(LoadRule.MISSPELT_REQUIRED
                    .at(
                            meant.get().span(),
                            "`" + pathOf(name) + "` is missing, and `" + meant.get() + "` is unknown",
                            "Did you mean `" + name + "`? Rename it.")
                    .fixedBy(renamed(meant.get(), List.of(name))));
        } else {
            String what = empty.isPresent() ? "` is empty" : "` is missing";
            empty.map(Text::span)
                    .or(() -> place)
                    .ifPresent(it -> findings.add(LoadRule.NO_KEY, it, "`" + pathOf(name) + what, hint));
        }
    }

    /** Whether an unknown key was probably meant for this one. */
    boolean isMisspelt(String name) {
        return misspelt(name).isPresent();
    }

    private Optional<Text> misspelt(String name) {
        return mapping.entries().stream()
                .map(Entry::key)
                .filter(it -> !known.contains(it.value()))
                .filter(it -> Suggest.nearest(it.value(), Stream.of(name)).isPresent())
                .findFirst();
    }

    /** One of a closed list. */
    Optional<Text> oneOf(String name, List<String> allowed) {
        Optional<Text> given = text(name);
        if (given.isPresent() && !allowed.contains(given.get().value())) {
            values.reportNotIn(given.get(), pathOf(name), allowed);
        }
        return given;
    }

    List<Text> texts(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent() ? values.texts(given.get(), pathOf(name)) : List.of();
    }

    /** The items of a list; a single value is a list of one. */
    List<Datum> items(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent() ? values.items(given.get(), pathOf(name)) : List.of();
    }

    Optional<Located<Boolean>> flag(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent() ? values.flag(given.get(), pathOf(name)) : Optional.empty();
    }

    Optional<Located<Integer>> whole(String name, int least) {
        return whole(name, least, Integer.MAX_VALUE);
    }

    Optional<Located<Integer>> whole(String name, int least, int most) {
        Optional<Datum> given = datum(name);
        return given.isPresent() ? values.whole(given.get(), pathOf(name), least, most) : Optional.empty();
    }

    /** The mapping below a key; an absent one if there is none. */
    Fields child(String name) {
        Entry entry = entries.get(name);
        Text childKey = entry == null ? new Text(name, mapping.span()) : entry.key();
        Optional<Datum> given = datum(name);
        Optional<Datum.Mapping> below =
                given.isPresent() ? values.mapping(given.get(), pathOf(name)) : Optional.empty();
        return below.isPresent() ? nested(childKey, below.get()) : absent(childKey);
    }

    /** Whether the value below the key is a mapping. */
    boolean isMapping(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent() && given.get() instanceof Datum.Mapping;
    }

    /** Whether the value below the key holds anything: a list or mapping without items does not. */
    boolean isGiven(String name) {
        Optional<Datum> given = datum(name);
        return given.isPresent()
                && !(given.get() instanceof Datum.Mapping mapping
                        && mapping.entries().isEmpty())
                && !(given.get() instanceof Datum.Sequence list && list.items().isEmpty());
    }

    /** The entries below a key as they are; a single value is an entry under the key itself. */
    List<Entry> free(String name) {
        Optional<Datum> given = datum(name);
        if (given.isPresent() && given.get() instanceof Datum.Mapping free) {
            return free.entries();
        }
        Entry entry = entries.get(name);
        return given.isEmpty() || entry == null ? List.of() : List.of(entry);
    }

    /** Keys that people use and that generate nothing: they are extras without a word. */
    Fields keep(String... names) {
        kept.addAll(List.of(names));
        return this;
    }

    /** What nobody asked for, from here down, each reported once and each kept. */
    List<Entry> extras() {
        taken = true;
        List<String> missing = new ArrayList<>(known);
        missing.removeAll(entries.keySet());
        List<Entry> extras = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            String name = entry.key().value();
            if (kept.contains(name)) {
                extras.add(entry);
            } else if (!known.contains(name)) {
                extras.add(entry);
                reportUnknown(entry.key(), missing);
            }
        }
        for (Fields child : children) {
            if (!child.taken) {
                addLeftovers(child, extras);
            }
        }
        return extras;
    }

    /** Whether the mapping below a key has no entry that any reader asked for, or that was meant as such a one. */
    boolean saysNothing(String name) {
        return children.stream()
                .anyMatch(it -> it.key.value().equals(name) && it.place.isPresent() && it.saysNothing());
    }

    private boolean saysNothing() {
        for (String name : entries.keySet()) {
            boolean asked = known.contains(name) || kept.contains(name);
            if (asked || Suggest.nearest(name, known.stream()).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The keys that readers asked for and keep, by the path of their mapping, from here down. */
    void collectAsked(Map<String, Set<String>> asked) {
        Set<String> own = asked.computeIfAbsent(path, it -> new LinkedHashSet<>());
        own.addAll(known);
        own.addAll(kept);
        children.forEach(it -> it.collectAsked(asked));
    }

    private static void addLeftovers(Fields child, List<Entry> extras) {
        List<Entry> leftovers = child.extras();
        if (!leftovers.isEmpty()) {
            extras.add(new Entry(child.key, new Datum.Mapping(leftovers, child.span())));
        }
    }

    private void reportUnknown(Text name, List<String> missing) {
        Optional<String> near = Suggest.nearest(name.value(), missing.stream());
        if (near.isPresent()) {
            findings.add(LoadRule.MISSPELT_KEY
                    .at(
                            name.span(),
                            "`" + pathOf(name.value()) + "` is unknown and generates nothing",
                            "Did you mean `" + near.get() + "`?")
                    .fixedBy(renamed(name, missing)));
            return;
        }
        Optional<String> advice = elsewhere.apply(name.value(), pathOf(name.value()));
        if (advice.isPresent()) {
            findings.add(
                    LoadRule.MISPLACED_KEY,
                    name.span(),
                    "`" + pathOf(name.value()) + "` generates nothing here",
                    advice.get());
        } else {
            findings.add(
                    LoadRule.UNKNOWN_KEY,
                    name.span(),
                    "`" + pathOf(name.value()) + "` is unknown; it is kept and generates nothing",
                    "");
        }
    }

    /** Two keys that mean one are for people to merge. */
    private Optional<Fix> renamed(Text key, List<String> missing) {
        return Suggest.sure(key.value(), missing.stream())
                .filter(it -> mapping.entries().stream()
                                .filter(other -> Suggest.sure(other.key().value(), Stream.of(it))
                                        .isPresent())
                                .count()
                        == 1)
                .flatMap(it -> Fix.spelling(key, it));
    }
}

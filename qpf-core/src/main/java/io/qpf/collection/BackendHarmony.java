package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.SharedConfiguration.Backend;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One backend for each kind of memory: where map and glue differ, the glue wins. */
final class BackendHarmony {
    private static final List<String> KINDS = List.of("redis", "postgres", "neo4j", "hypergraph", "s3");

    private BackendHarmony() {}

    static List<Backend> of(List<Backend> map, List<Backend> glue, List<Diagnostic> findings) {
        Map<String, Backend> merged = new LinkedHashMap<>();
        map.forEach(it -> merged.putIfAbsent(kind(it), it));
        for (Backend backend : glue) {
            merged.merge(kind(backend), backend, (old, fresh) -> both(old, fresh, findings));
        }
        return List.copyOf(merged.values());
    }

    private static String kind(Backend backend) {
        String name = Names.fold(backend.name().value());
        return KINDS.stream().filter(name::contains).findFirst().orElse(name);
    }

    private static Backend both(Backend map, Backend glue, List<Diagnostic> findings) {
        Optional<Text> theirs = glue.address();
        Optional<Text> ours = map.address();
        if (ours.isPresent()
                && theirs.isPresent()
                && !sameAddress(ours.get().value(), theirs.get().value())) {
            findings.add(LinkRule.BACKENDS_DIFFER
                    .at(
                            theirs.get().span(),
                            "the glue gives " + map.name() + " the address " + theirs.get() + ", the map " + ours.get()
                                    + ": the glue's is taken",
                            "write one address in both files, or leave it out of the map")
                    .with(new Diagnostic.Related(ours.get().span(), "the address in the map")));
        }
        return new Backend(map.name(), theirs.or(() -> ours), settings(map, glue));
    }

    /** A bucket and the URL of the bucket are one address. */
    private static boolean sameAddress(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String address) {
        String trimmed = address.strip();
        return (trimmed.startsWith("s3://") ? trimmed.substring("s3://".length()) : trimmed).replaceAll("/+$", "");
    }

    /** What the glue says, and of the map what the glue does not say otherwise. */
    private static List<Entry> settings(Backend map, Backend glue) {
        List<Entry> all = new ArrayList<>(glue.settings());
        Set<String> keys = new HashSet<>();
        all.forEach(it -> keys.add(it.key().value()));
        for (Entry entry : map.settings()) {
            boolean oldAddress = glue.address().isPresent()
                    && entry.value() instanceof Datum.Scalar scalar
                    && map.address()
                            .map(Text::value)
                            .equals(Optional.of(scalar.text().value()));
            if (!oldAddress && keys.add(entry.key().value())) {
                all.add(entry);
            }
        }
        return all;
    }
}

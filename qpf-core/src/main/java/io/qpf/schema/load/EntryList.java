package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of a mapping while it is read: a key given twice is an error that names both places. */
final class EntryList {
    private final Findings findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    EntryList(Findings findings) {
        this.findings = findings;
    }

    void add(Text key, Datum value) {
        Entry first = entries.putIfAbsent(key.value(), new Entry(key, value));
        if (first != null) {
            findings.add(LoadRule.DUPLICATE_KEY
                    .at(
                            key.span(),
                            "`" + key + "` is given twice; line "
                                    + first.key().span().start().line() + " gives it already",
                            "Keep one of the two, or merge them.")
                    .with(new Diagnostic.Related(first.key().span(), "first given here")));
        }
    }

    /** Adds what a merge key brings: keys of the mapping itself win. */
    void merge(Datum.Mapping base) {
        base.entries().forEach(it -> entries.putIfAbsent(it.key().value(), it));
    }

    List<Entry> all() {
        return new ArrayList<>(entries.values());
    }
}

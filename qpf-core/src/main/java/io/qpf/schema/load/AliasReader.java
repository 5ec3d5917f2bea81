package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.ExtractorMap.Alias;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code aliases}: {@code alias: agent}, {@code agent: [alias, alias]}, or a list of {@code {alias, agent}}. */
final class AliasReader {
    private static final String KEY = "aliases";

    private AliasReader() {}

    static List<Alias> read(Fields root) {
        Optional<Datum> given = root.datum(KEY);
        if (given.isPresent() && given.get() instanceof Datum.Sequence) {
            return fromList(root);
        }
        List<Alias> aliases = new ArrayList<>();
        Fields fields = root.child(KEY);
        for (Entry entry : fields.entries()) {
            String name = entry.key().value();
            if (entry.value() instanceof Datum.Sequence) {
                fields.texts(name).forEach(it -> aliases.add(new Alias(it, entry.key())));
            } else {
                fields.required(name, "Name the agent that the alias stands for.")
                        .ifPresent(it -> aliases.add(new Alias(entry.key(), it)));
            }
        }
        return aliases;
    }

    private static List<Alias> fromList(Fields root) {
        List<Alias> aliases = new ArrayList<>();
        for (Datum item : root.items(KEY)) {
            root.values().mapping(item, KEY).ifPresent(it -> addPairs(root.item(KEY, it), aliases));
        }
        return aliases;
    }

    /** {@code - alias: X} with {@code agent: Y}, or {@code - X: Y}. */
    private static void addPairs(Fields pair, List<Alias> aliases) {
        if (pair.has("alias") || pair.has("agent")) {
            Optional<Text> alias = pair.required("alias", "Write `alias: name`.");
            Optional<Text> agent = pair.required("agent", "Name the agent that the alias stands for.");
            alias.ifPresent(it -> agent.ifPresent(to -> aliases.add(new Alias(it, to))));
            return;
        }
        for (Entry entry : pair.entries()) {
            pair.required(entry.key().value(), "Name the agent that the alias stands for.")
                    .ifPresent(it -> aliases.add(new Alias(entry.key(), it)));
        }
    }
}

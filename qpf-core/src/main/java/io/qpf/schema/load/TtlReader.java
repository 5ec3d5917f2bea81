package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How long an entry of a cache lives: a key says it, or the purpose does; the key wins. */
final class TtlReader {
    private static final Map<String, String> UNITS = units();

    private final Fields layer;
    private Optional<Located<Long>> unreadable = Optional.empty();

    TtlReader(Fields layer) {
        this.layer = layer;
    }

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("ttl", "seconds");
        units.put("ttl_seconds", "seconds");
        units.put("ttl_minutes", "minutes");
        units.put("ttl_hours", "hours");
        units.put("ttl_days", "days");
        units.put("ttl_ms", "ms");
        return units;
    }

    Optional<Located<Long>> read(Optional<Text> purpose) {
        Optional<Located<Long>> key = fromKeys();
        Optional<Located<Long>> text = purpose.flatMap(TtlReader::fromPurpose);
        if (key.isPresent()
                && text.isPresent()
                && !key.get().value().equals(text.get().value())) {
            layer.findings()
                    .add(LoadRule.TTLS_DIFFER
                            .at(
                                    key.get().span(),
                                    "The TTL is " + key.get().value() + " s here and "
                                            + text.get().value() + " s in the purpose; the key wins",
                                    "Say it once: delete the TTL from the purpose.")
                            .with(new Diagnostic.Related(text.get().span(), "the purpose says so here")));
        }
        // One cause, one finding: of a time that cannot be read nobody says that none is given.
        return key.or(() -> text).or(() -> unreadable);
    }

    private Optional<Located<Long>> fromKeys() {
        Optional<Located<Long>> first = Optional.empty();
        for (Map.Entry<String, String> unit : UNITS.entrySet()) {
            Optional<Located<Long>> given =
                    layer.text(unit.getKey()).flatMap(it -> seconds(it, unit.getKey(), unit.getValue()));
            first = first.or(() -> given);
        }
        return first;
    }

    private Optional<Located<Long>> seconds(Text text, String key, String unit) {
        OptionalLong seconds = TimeWords.seconds(text.value(), Optional.of(unit));
        if (seconds.isEmpty()) {
            layer.findings()
                    .add(
                            LoadRule.WRONG_TYPE,
                            text.span(),
                            "`" + layer.pathOf(key) + "` should be a time, and is `" + Words.excerpt(text.value())
                                    + "`",
                            "Write a number of " + unit + ", or a time such as 1hr.");
            unreadable = Optional.of(new Located<>(1L, text.span()));
            return Optional.empty();
        }
        return Optional.of(new Located<>(seconds.getAsLong(), text.span()));
    }

    private static Optional<Located<Long>> fromPurpose(Text purpose) {
        return TimeWords.ttlIn(purpose.value())
                .map(it -> new Located<>(it.seconds(), purpose.part(it.from(), it.to())));
    }
}

package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.AgentSchema;
import io.qpf.schema.LayerKind;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.Retention;
import io.qpf.source.Located;
import io.qpf.source.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times and layers of memory, as people write them. */
class MemoryReaderTest {
    @ParameterizedTest
    @CsvSource({
        "90 days, 90, 0",
        "1 year, 0, 12",
        "3 years (compliance requirement), 0, 36",
        "18 months, 0, 18",
        "2 weeks, 14, 0",
        "48 hours, 2, 0",
        "30_days, 30, 0",
        "7d, 7, 0",
    })
    void readsARetention(String text, int days, int months) {
        assertThat(layer("retention: " + text).retention())
                .map(Located::value)
                .contains(new Retention.For(days, months, text));
    }

    @ParameterizedTest
    @CsvSource({"indefinite", "forever", "permanent (by law)", "Indefinite."})
    void readsARetentionForEver(String text) {
        assertThat(layer("retention: " + text).retention())
                .map(Located::value)
                .contains(new Retention.Indefinite(text));
    }

    @ParameterizedTest
    @CsvSource({"a while", "0 days", "90", "until the audit"})
    void keepsARetentionThatItCannotRead(String text) {
        assertThat(layer("retention: " + text).retention())
                .map(Located::value)
                .contains(new Retention.Unreadable(text));
    }

    @ParameterizedTest
    @CsvSource({
        "ttl: 90, 90",
        "ttl: 1hr, 3600",
        "ttl_seconds: 60, 60",
        "ttl_minutes: 5, 300",
        "ttl_hours: 0.5, 1800",
        "ttl_days: 1, 86400",
        "purpose: Recent state. TTL=1hr, 3600",
        "purpose: Recent state (TTL = 5 minutes.), 300",
        "purpose: Batches; TTL=60s, 60",
    })
    void readsATtl(String line, long seconds) {
        assertThat(layer(line).ttlSeconds()).map(Located::value).contains(seconds);
    }

    @Test
    void placesATtlWhereThePurposeSaysIt() {
        MemoryLayer layer = layer("purpose: >\n      Recent state of ships.\n      TTL=5 minutes.");

        assertThat(layer.ttlSeconds()).map(it -> it.span().start().toString()).contains("15:7");
    }

    @Test
    void givesABareLayerAKeyspace() {
        AgentSchema schema = Schemas.valid("memorytopology", "memorytopology:\n  episodicmemory: postgres\n");

        MemoryLayer layer = schema.memory().layer(LayerKind.EPISODIC).orElseThrow();
        assertThat(layer.storageType()).hasToString("postgres");
        assertThat(layer.keyspace()).map(Text::value).contains("berthplanner:episodic:*");
    }

    @Test
    void readsStructureAndSharing() {
        AgentSchema schema = Schemas.valid("memorytopology", """
                memorytopology:
                  semanticmemory:
                    storagetype: neo4j_auradb
                    schema: v2
                    structure:
                      - {node_type: berth, fields: ["domain (Port, Rail, etc.)"]}
                      - {edge_type: moored_at, fields: {since: date}}
                  crossagentsharing: true
                """);

        MemoryLayer layer = schema.memory().layer(LayerKind.SEMANTIC).orElseThrow();
        assertThat(layer.structure()).extracting(MemoryLayer.Structure::edge).containsExactly(false, true);
        assertThat(layer.structure().get(0).fields())
                .extracting(Text::value)
                .containsExactly("domain (Port, Rail, etc.)");
        assertThat(layer.extras()).extracting(it -> it.key().value()).containsExactly("schema");
        assertThat(schema.memory().sharing()).map(it -> it.enabled().value()).contains(true);
    }

    private static MemoryLayer layer(String lines) {
        return Schemas.valid(
                        "memorytopology",
                        "memorytopology:\n  workingmemory:\n    storagetype: redis_cluster\n    " + lines + "\n")
                .memory()
                .layers()
                .get(0);
    }
}

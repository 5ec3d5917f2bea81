package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.diagnostics.format.ConciseFormat;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, loading answers with a value, or with an error that says where and what to do. */
class GarbageProperties {
    private static final String VALID = """
        version: 6.0.0
        system: {name: A, rootpath: "P/a", role: 'it''s'}
        governance:
          anchors: &list [x, "y"]
          mode: hybrid
          escalationpolicy: >
            Auto-escalate if: a > 5,
            b
        memorytopology:
          workingmemory: {storagetype: redis, ttl_hours: 1, retention: 3 days, structure: [{node_type: x, fields: *list}]}
        cursorinstructions:
          generatefiles: [a.py, {path: b.py}]
        deployment:
          endpoints:
            - POST /a/b
            - {name: x, path: /y, timeout_ms: 5}
        extraction_sequence: {order: {1: {agent: A, extract_command: "Input: x"}}}
        dependency_graph: {edges: ["A -> B (c)"]}
        wirings: [{from_agent: A, to_agent: B, connection_type: api_call, method_names: [m]}]
        contracts: {x: {request: {a: str}}, B: {c: int}}
        """;

    @Property(tries = 300, seed = Seeds.FIXED)
    void neverThrowsOnBytes(@ForAll byte[] bytes) {
        loadEverything(bytes);
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void neverThrowsOnPiecesOfYaml(@ForAll("pieces") String yaml) {
        loadEverything(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 700, seed = Seeds.FIXED)
    void neverThrowsOnADamagedFile(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(VALID);
        for (int damage = random.nextInt(4); damage >= 0; damage--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, piece(random));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x100));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
            }
        }
        loadEverything(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void loadEverything(byte[] bytes) {
        for (Result<?> result : List.of(
                SchemaLoader.load("a.yaml", bytes),
                MapLoader.load("m.yaml", bytes),
                GlueLoader.load("g.yaml", bytes))) {
            assertThat(result.value().isPresent() || result.diagnostics().hasErrors())
                    .isTrue();
            result.diagnostics().all().forEach(GarbageProperties::isInsideItsFile);
            assertThat(new FullFormat(true).format(result.diagnostics())).isNotNull();
            assertThat(new ConciseFormat().format(result.diagnostics()).lines())
                    .hasSize(result.diagnostics().all().size());
        }
    }

    private static void isInsideItsFile(Diagnostic it) {
        int lines = (int) it.span().file().text().lines().count();
        assertThat(it.span().start().line()).isLessThanOrEqualTo(lines + 1);
        assertThat(it.span().start()).isLessThanOrEqualTo(it.span().end());
    }

    private static final List<String> PIECES = List.of(
            "a",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "&x ",
            "*x",
            "!t ",
            "!!int ",
            "|\n",
            ">\n",
            "#",
            "? ",
            "---\n",
            "...\n",
            "%YAML 9\n",
            "\t",
            "<<: ",
            "\\",
            "@",
            "`",
            ",",
            "name: ",
            "governance: ",
            "\u0000",
            "\u2028",
            "\uFEFF",
            "🙂",
            "\r",
            "~",
            "08",
            "1e999",
            "0x",
            "system:\n",
            "edges: ",
            "deployment:\n  endpoints:\n");

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(it -> String.join("", it));
    }
}

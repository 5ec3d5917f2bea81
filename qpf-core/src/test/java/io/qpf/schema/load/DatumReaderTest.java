package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.schema.Datum.Kind;
import io.qpf.schema.Entry;
import io.qpf.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scalars by the core schema of YAML 1.2, values with their places. */
class DatumReaderTest {
    @ParameterizedTest
    @CsvSource({
        "yes, STRING",
        "on, STRING",
        "2025-12-12, STRING",
        "1_000, STRING",
        "12:30:45, STRING",
        "0b1, STRING",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "null, NULL",
        "~, NULL",
        "08, INTEGER",
        "-5, INTEGER",
        "0x1F, INTEGER",
        "0o17, INTEGER",
        "6.0, FLOAT",
        "1e3, FLOAT",
        ".inf, FLOAT",
        "-.5, FLOAT",
        ".nan, FLOAT",
        "'\"5\"', STRING",
    })
    void resolvesByTheCoreSchema(String yaml, Kind kind) {
        assertThat(scalar("key: " + yaml + "\n").kind()).isEqualTo(kind);
    }

    @Test
    void keepsLineSeparatorsOfUnicodeInAText() {
        Datum.Scalar scalar = scalar("key: a\u2028b\u0085c # d\u2029e\n");

        assertThat(scalar.text().value()).isEqualTo("a\u2028b\u0085c");
        assertThat(scalar.span().end()).hasToString("1:11");
    }

    @Test
    void letsPrivateCharactersBe() {
        String text = new String(Character.toChars(0x10FF00)) + "\u2028";

        assertThat(scalar("key: x" + text + "y\n").text().value()).isEqualTo("x" + text + "y");
    }

    @Test
    void mergesMappingsUnderTheKeysThatStandThere() {
        Datum.Mapping root = mapping("base: &b {a: 1, b: 2}\nkey:\n  <<: *b\n  b: 3\n");
        Datum.Mapping key = (Datum.Mapping) root.entries().get(1).value();

        assertThat(key.entries()).extracting(Entry::toString).hasSize(2);
        assertThat(key.entries())
                .extracting(it -> it.key() + "=" + ((Datum.Scalar) it.value()).text())
                .containsExactly("b=3", "a=1");
    }

    @Test
    void placesCollectionsFromTheirStartToTheirLastCharacter() {
        Datum.Mapping root = mapping("a:\n  - x\n  - y\n\n# end\nb: [1,\n  2]   # two\n");

        assertThat(root.entries().get(0).value().span().end()).hasToString("3:6");
        assertThat(root.entries().get(1).value().span().end()).hasToString("7:5");
    }

    @Test
    void placesAValueBehindItsAnchorAndTag() {
        assertThat(scalar("key: &x !!str   value\n").span().start()).hasToString("1:17");
    }

    @Test
    void dropsTheLastLineBreakOfABlock() {
        assertThat(scalar("key: |\n  a\n  b\n\n").text().value()).isEqualTo("a\nb");
    }

    @Test
    void readsFrontMatterAtItsOwnPlaces() {
        SourceFile file =
                new SourceFile("x.md", "---\npack: standard\nphases: [a]\n---\n# Title\n\n---\nnot: yaml: at all\n");

        Result<Datum> result = DatumReader.frontMatter(file);

        assertThat(result.value()).map(it -> it.span().start().toString()).contains("2:1");
        assertThat(result.diagnostics().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'# Title\n'", "''", "'---\npack: x\n'"})
    void saysThatFrontMatterIsMissing(String markdown) {
        assertThat(DatumReader.frontMatter(new SourceFile("x.md", markdown))
                        .diagnostics()
                        .all())
                .extracting(Diagnostic::rule)
                .containsExactly("QPF-SYN-023");
    }

    private static Datum.Scalar scalar(String yaml) {
        return (Datum.Scalar) mapping(yaml).entries().get(0).value();
    }

    private static Datum.Mapping mapping(String yaml) {
        Result<Datum> result = DatumReader.read("x.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result.diagnostics().hasErrors())
                .as(result.diagnostics().toString())
                .isFalse();
        return (Datum.Mapping) result.value().orElseThrow();
    }
}

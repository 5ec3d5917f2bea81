package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brackets that are closed are not called open, and the hint is a line that can be read. */
class BracketExplainerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{s: redis, p: [What gets cached? How long?], k: \"a:*\"} | 18 | [What gets cached? How long?]",
                "{s: redis, p: [What gets cached? How long?]} | 18 | [What gets cached? How long?]",
                "[What gets cached? How long?] | 4 | [What gets cached? How long?]",
            })
    void blankOfATemplateIsOneInsideOtherBracketsToo(String value, int column, String blank) {
        Diagnostic found = found(value);

        assertThat(found.rule()).isEqualTo("QPF-SYN-010");
        assertThat(found.span().start().column()).isEqualTo(column);
        assertThat(found.message()).startsWith("`" + blank + "` ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[Acme (mills, \"quoted, x\"), Ports] | ['Acme (mills, \"quoted, x\")', Ports]",
                "{d: [Acme (mills, \"quoted, x\"), Ports], k: b} | {d: ['Acme (mills, \"quoted, x\")', Ports], k: b}",
                "[Acme (a {x, y}), P] | [\"Acme (a {x, y})\", P]",
                "{d: [Acme (a {x, y}), P], k: b} | {d: [\"Acme (a {x, y})\", P], k: b}",
                "{d: Acme (a {x, y}), k: b} | {d: \"Acme (a {x, y})\", k: b}",
                "{d: What? How?, k: b} | {d: \"What? How?\", k: b}",
            })
    void hintPutsTheTextInQuotesAndNotAllOfThem(String value, String mended) {
        Diagnostic found = found(value);

        assertThat(found.rule()).isEqualTo("QPF-SYN-009");
        assertThat(found.message()).endsWith("hold something that needs quotes");
        assertThat(found.hint().toString()).contains("`a: " + mended + "`");
        assertThat(DatumReader.read(new SourceFile("a.yaml", "a: " + mended + "\n"))
                        .diagnostics()
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{b: [x, y}, c: P} | 8", "{b: [x, y, c: P} | 8", "{b: [x, \"y]\", c: P} | 8"})
    void bracketIsOpenWhereAnotherOneClosesFirst(String value, int column) {
        Diagnostic found = found(value);

        assertThat(found.message()).isEqualTo("The bracket that opens here is never closed");
        assertThat(found.span().start().column()).isEqualTo(column);
    }

    private static Diagnostic found(String value) {
        return DatumReader.read(new SourceFile("a.yaml", "a: " + value + "\n"))
                .diagnostics()
                .all()
                .get(0);
    }
}

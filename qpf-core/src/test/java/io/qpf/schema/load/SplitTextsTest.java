package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comma inside brackets splits is put together again, and nothing else is. */
class SplitTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ada (email, slack), Grace] | Ada (email, slack) / Grace | 1",
                "[a, b (c, d, e), f (g, h)] | a / b (c, d, e) / f (g, h) | 2",
                "[a (b (c, d), e), f] | a (b (c, d), e) / f | 1",
                "[a (b), c] | a (b) / c | 0",
                "[a (b, c] | a (b / c | 0",
                "[a), b (c] | a) / b (c | 0",
                "['a (b', c)] | a (b / c) | 0",
                "[a (b, 'c)'] | a (b / c) | 0",
                "[a (b, 1)] | a (b, 1) | 1",
                "[1, 2] | 1 / 2 | 0",
            })
    void commaInsideBracketsSplitsNothing(String list, String items, int split) {
        SourceFile file = new SourceFile("a.yaml", "a: " + list + "\n");
        Findings findings = new Findings();
        Datum.Mapping root = (Datum.Mapping) DatumReader.read(file).value().orElseThrow();
        Values values = new Values(findings);

        List<Text> texts = values.texts(root.entries().get(0).value(), "a");

        assertThat(texts).extracting(Text::value).containsExactly(items.split(" / ", -1));
        assertThat(findings.diagnostics().all())
                .hasSize(split)
                .allMatch(it -> it.rule().equals("QPF-SYN-026"))
                .extracting(Diagnostic::fix)
                .allMatch(it -> it.orElseThrow().edits().get(0).text().startsWith("\""));
    }
}

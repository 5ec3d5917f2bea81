package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                "[Acme :(, Ports :)] | Acme :( / Ports :) | 0",
                "[Acme :-(, Ports ;-)] | Acme :-( / Ports ;-) | 0",
                "[Acme (a :), b), c] | Acme (a :), b) / c | 1",
                "[Acme (mills, shops etc.), c] | Acme (mills, shops etc.) / c | 1",
                "[Acme (mills, pre-), c] | Acme (mills, pre-) / c | 1",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Acme (mills,~    shops), Ports] | Acme (mills, shops) / Ports | 1",
                "[Acme (mills~    and pots,~    shops), Ports] | Acme (mills and pots, shops) / Ports | 1",
                "[Acme (mills, # big~    shops), Ports] | Acme (mills / shops) / Ports | 0",
                "~  - Acme (mills~  - shops) | Acme (mills / shops) | 0",
            })
    void lineBreakInsideBracketsIsOneBlank(String list, String items, int split) {
        Datum.Mapping root = mapping("a: " + list.replace('~', '\n') + "\n", 0);
        Findings findings = new Findings();

        List<Text> texts = new Values(findings).texts(root.entries().get(0).value(), "a");

        assertThat(texts).extracting(Text::value).containsExactly(items.split(" / ", -1));
        assertThat(findings.diagnostics().all())
                .hasSize(split)
                .allMatch(it -> it.rule().equals("QPF-SYN-026"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{s: db (main, replica), p: Who (guests, staff) was greeted} | s=db (main, replica) / p=Who (guests, staff) was greeted | 2",
                "{s: a (x, y), p: b (x, y), q: c} | s=a (x, y) / p=b (x, y) / q=c | 2",
                "{s: a (b,~    c,~    d) e, q: f} | s=a (b, c, d) e / q=f | 1",
                "{s: a (b, c: d), q: e} | s=a (b / c=d) / q=e | 0",
                "{s: a (b, c):, q: e} | s=a (b / c)= / q=e | 0",
                "{s: 'a (b', c), q: e} | s=a (b / c)= / q=e | 0",
                "{s: a (b, 'c)', q: e} | s=a (b / c)= / q=e | 0",
                "{s: a :(, b :), q: e} | s=a :( / b :)= / q=e | 0",
                "{s: a (b, # no~    c), q: e} | s=a (b / c)= / q=e | 0",
                "~  s: a (b~  q: c) | s=a (b / q=c) | 0",
            })
    void commaInsideBracketsBeginsNoKey(String mapping, String entries, int split) {
        Datum.Mapping root = mapping("a: " + mapping.replace('~', '\n') + "\n", split);

        Datum.Mapping value = (Datum.Mapping) root.entries().get(0).value();

        assertThat(value.entries())
                .extracting(it ->
                        it.key() + "=" + ((Datum.Scalar) it.value()).text().value())
                .containsExactly(entries.split(" / ", -1));
    }

    @Test
    void quotesTakeTheEmptyValueWithThem() {
        String yaml = "a: {s: a (x, y), p: b (\ud83d\ude00, y) }\n";
        SourceFile file = new SourceFile("a.yaml", yaml);

        List<Edit> edits = DatumReader.read(file).diagnostics().all().stream()
                .flatMap(it -> it.fix().orElseThrow().edits().stream())
                .toList();

        String mended = "a: {s: \"a (x, y)\", p: \"b (\ud83d\ude00, y)\" }\n";
        assertThat(edits).extracting(Edit::text).containsExactly("\"a (x, y)\",", "\"b (\ud83d\ude00, y)\" }");
        assertThat(Reread.isIntact(file, new SourceFile("a.yaml", mended), edits))
                .isTrue();
    }

    private static Datum.Mapping mapping(String yaml, int split) {
        Result<Datum> read = DatumReader.read(new SourceFile("a.yaml", yaml));
        assertThat(read.diagnostics().all())
                .hasSize(split)
                .allMatch(it -> it.rule().equals("QPF-SYN-026"));
        return (Datum.Mapping) read.value().orElseThrow();
    }
}

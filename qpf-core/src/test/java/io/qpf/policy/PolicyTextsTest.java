package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts as people write them who run systems and train models. {@code policy/texts.txt} says what each becomes: conditions,
 * prose, and what is reported. With {@code -Dqpf.updateGoldens} it is written anew, and the test fails, so that somebody
 * reads it.
 */
class PolicyTextsTest {
    private static final Path TEXTS = Path.of("src/test/resources/policy/texts.txt");

    /** What kind of text, the text with {@code \n} and {@code \t} for what they stand for, and what it becomes. */
    private record Entry(char use, String text, List<String> becomes) {
        String printed() {
            return use + " " + text + "\n"
                    + String.join(
                            "", becomes.stream().map(it -> "    " + it + "\n").toList());
        }
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(TEXTS)) {
            if (line.startsWith("    ")) {
                entries.get(entries.size() - 1).becomes().add(line.strip());
            } else if (!line.isBlank()) {
                entries.add(new Entry(line.charAt(0), line.substring(2), new ArrayList<>()));
            }
        }
        return entries;
    }

    @Test
    void becomeWhatAPersonWouldReadOrAreReported() throws IOException {
        StringBuilder expected = new StringBuilder();
        StringBuilder actual = new StringBuilder();
        for (Entry entry : entries()) {
            expected.append(entry.printed());
            actual.append(new Entry(entry.use(), entry.text(), becomes(entry)).printed());
        }
        if (System.getProperty("qpf.updateGoldens") != null) {
            Files.writeString(TEXTS, actual.toString());
        }
        assertThat(actual.toString()).isEqualTo(expected.toString());
    }

    static Stream<String> texts() throws IOException {
        return entries().stream().map(it -> it.use() + " " + it.text());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readBackAsTheyPrint(String line) {
        for (Alarm alarm :
                compile(line.charAt(0), text(line.substring(2))).value().orElseThrow()) {
            if (alarm.clause() instanceof Clause.Compiled compiled) {
                Text printed = Texts.plain(Conditions.print(compiled.condition()));
                assertThat(Conditions.trigger(printed, Thresholds.NONE).value().orElseThrow())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Clause.Compiled.class,
                                it -> assertThat(it.condition()).isEqualTo(compiled.condition()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loss > 0,5                          | write `0.5`: the point parts the fraction, the comma groups thousands or parts alternatives
            loss > 1.000,50                     | write `1000.50`: the point parts the fraction, the comma groups thousands or parts alternatives
            age > 2 months                      | did you mean `60 days`? a comparison is a name, a sign and a number with a unit (ms, s, min, h, %, USD); join several by AND, OR or commas
            a > 3 and b < 4                     | only capitals join: write `a > 3 AND b < 4`
            latency >= 500 ms and <= 2 s        | only capitals join: write `latency >= 500 ms AND latency <= 2 s`
            complaints >= 3 or more             | leave it out: the sign alone says it, as in `complaints >= 3`
            latency above 5 ms and errors below 3 | only capitals join: write `latency above 5 ms AND errors below 3`
            max(latency) > 2s                   | measure it under a name of its own, such as `latency_max`; an explanation stands behind a blank
            pagerduty: latency > 2s             | begin with `Auto-escalate if:` or `alert_<who>_if_`, or leave out what stands before the colon
            confidence_below_0_6                | to compare, write `confidence < 0.6`; otherwise write the event as one plain word
            """)
    void areReportedWithWhatToWrite(String phrase, String hint) {
        assertThat(Conditions.escalation(Texts.plain("Auto-escalate if: " + phrase), Thresholds.NONE)
                        .diagnostics()
                        .all())
                .extracting(Diagnostic::hint)
                .containsExactly(hint);
    }

    private static List<String> becomes(Entry entry) {
        Result<List<Alarm>> result = compile(entry.use(), text(entry.text()));
        List<String> becomes = new ArrayList<>();
        for (Alarm alarm : result.value().orElseThrow()) {
            String receiver = alarm.receiver().map(it -> it + ": ").orElse("");
            becomes.add(receiver
                    + (alarm.clause() instanceof Clause.Compiled compiled
                            ? "= " + Conditions.print(compiled.condition())
                            : "prose: " + alarm.clause().source()));
        }
        result.diagnostics()
                .all()
                .forEach(it -> becomes.add(
                        it.severity().word() + " " + it.rule() + " " + it.span().start() + " " + it.message()));
        return becomes;
    }

    private static Result<List<Alarm>> compile(char use, Text text) {
        return switch (use) {
            case 'A' -> Conditions.alert(text, Thresholds.NONE);
            case 'E' -> alarms(Conditions.escalation(text, Thresholds.NONE));
            case 'T' -> alarms(Conditions.trigger(text, Thresholds.NONE));
            case 'R' -> alarms(Conditions.reward(text, Thresholds.NONE));
            default -> throw new IllegalArgumentException(String.valueOf(use));
        };
    }

    private static Result<List<Alarm>> alarms(Result<List<Clause>> clauses) {
        return Result.of(
                clauses.value().orElseThrow().stream()
                        .map(it -> new Alarm(Optional.empty(), it))
                        .toList(),
                clauses.diagnostics());
    }

    private static Text text(String written) {
        return Texts.plain(written.replace("\\n", "\n").replace("\\t", "\t"));
    }
}

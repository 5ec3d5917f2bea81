package io.qpf.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what to do is short: a line a cause, in an order in which each line is worth doing. */
class TodoTest {
    private static final String FILE = "L9/core/x.py";

    private static List<String> todo(GateResult... results) {
        return Todo.of(List.of(results), List.of());
    }

    @Test
    void nothingToDoIsNoLine() {
        assertThat(Samples.ready().todo()).isEmpty();
    }

    @Test
    void gatesThatDidNotRunForOneReasonShareALine() {
        String why = "There is no python3 on the PATH. Install Python 3.11 or newer.\nTraceback\n  of a page";
        List<GateResult> all =
                Gates.ALL.stream().map(it -> Samples.notRun(it, why)).toList();

        assertThat(Todo.of(all, List.of()))
                .containsExactly("imports, unused-imports, cycles, type-hints and 21 more gates did not run:"
                        + " There is no python3 on the PATH. Install Python 3.11 or newer.");
        assertThat(todo(
                        Samples.notRun(Gates.BLACK, "a"),
                        Samples.notRun(Gates.MYPY, "b"),
                        Samples.notRun(Gates.TESTS, "a")))
                .containsExactly("black, tests did not run: a", "mypy did not run: b");
    }

    @Test
    void whatHidesTheRestComesFirst() {
        List<String> lines = Todo.of(
                List.of(
                        Samples.failed(Gates.IMPORTS, Samples.finding("", "b.py", 1, "x leads nowhere")),
                        Samples.notRun(Gates.MYPY, "too slow"),
                        Samples.failed(Gates.DRIFT, Samples.finding("", FILE, 3, "was edited by hand")),
                        Samples.failed(Gates.CHECKLIST, Samples.finding("", "map.yaml", 9, "nobody has signed it"))),
                List.of(
                        Samples.agent("A", "draft", "draft"),
                        Samples.agent("B", "", "x"),
                        Samples.agent("C", "draft", "y")));

        assertThat(lines)
                .extracting(it -> it.substring(0, it.indexOf(' ')))
                .containsExactly("mypy", "drift:", "imports:", "checklist:", "metadata.status", "metadata.status");
        assertThat(lines.get(4)).startsWith("metadata.status of A, C is `draft`; set it to `production_ready`");
        assertThat(lines.get(5)).startsWith("metadata.status of B is missing; ");
    }

    /** One hand edit may well upset five tools. */
    @Test
    void gatesThatFailInEditedFilesAloneGoWithTheEdit() {
        GateResult drift = Samples.failed(Gates.DRIFT, Samples.finding("", FILE, 3, "was edited by hand"));
        GateResult mypy = Samples.failed(Gates.MYPY, Samples.finding("", FILE, 4, "wrong"));
        GateResult black = Samples.failed(
                Gates.BLACK, Samples.finding("", FILE, 0, "would change"), Samples.finding("", "other.py", 0, "too"));

        assertThat(todo(black, mypy, drift))
                .containsExactly(
                        "drift, mypy: 1, wanted <= 0: L9/core/x.py:3: was edited by hand; " + Gates.DRIFT.remedy(),
                        "black: 2, wanted <= 0: L9/core/x.py: would change and 1 more; " + Gates.BLACK.remedy());
    }

    @Test
    void oneFindingOfSeveralGatesIsOneLine() {
        Evidence broken = Samples.finding("", FILE, 7, "is no Python: invalid syntax");

        assertThat(todo(
                        Samples.failed(Gates.IMPORTS, broken),
                        Samples.failed(Gates.MYPY, broken),
                        Samples.failed(Gates.CYCLES, Samples.finding("", FILE, 7, "a cycle"))))
                .extracting(it -> it.substring(0, it.indexOf(':')))
                .containsExactly("imports, mypy", "cycles");
    }

    @Test
    void failingHealthSpeaksForWhatItKeepsFromRunning() {
        assertThat(todo(
                        Samples.notRun(Gates.ALERTING, "the agents do not run; see the gate health"),
                        Samples.failed(Gates.HEALTH, Samples.finding("A", FILE, 0, "does not start"))))
                .singleElement()
                .asString()
                .startsWith("health: ");
        assertThat(todo(Samples.notRun(Gates.ALERTING, "the agents do not run; see the gate health")))
                .hasSize(1);
    }

    @Test
    void longMessagesAreCut() {
        String line = todo(Samples.failed(Gates.MYPY, Samples.finding("", FILE, 1, "x".repeat(5000) + "\nmore")))
                .get(0);

        assertThat(line).hasSizeLessThan(300).contains("x…").doesNotContain("\n");
    }

    /** A file in UTF-8 takes no half of one. */
    @Test
    void noCharacterIsCutInHalves() {
        for (String start : List.of("", "x")) {
            String line = todo(Samples.notRun(Gates.MYPY, start + "\uD83D\uDE80".repeat(400)))
                    .get(0);

            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
            assertThat(line).endsWith("…");
        }
    }

    @Test
    void agentWithItsOwnThresholdIsNamed() {
        assertThat(Samples.troubled().todo())
                .anyMatch(it -> it.startsWith("coverage: 91.2 %, wanted > 80.0 % (TensorAIOS wanted > 70.0 %): "));
    }

    /** Five gates of the sample keep it from being ready, and two statuses. */
    @Test
    void troubledSampleNeedsSixLines() {
        assertThat(Samples.troubled().todo()).hasSize(6);
    }
}

package io.qpf.gates.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What earlier runs measured is kept, and never more of it than anybody looks at. */
class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00.123Z");

    @Test
    void textTellsWhatWasKept() {
        History history = History.NONE
                .with(NOON, List.of(Samples.troubled()))
                .with(NOON.plusSeconds(60), List.of(Samples.ready()));

        History again = History.parse(history.text());

        assertThat(again).isEqualTo(history);
        History.Standing first = again.runs().get(0).standings().get(0);
        assertThat(first.ready()).isEqualTo(2);
        assertThat(first.agents()).isEqualTo(5);
        assertThat(first.marks().get("coverage")).isEqualTo(new History.Mark("FAILED", 912, 1000));
        assertThat(first.marks()).doesNotContainKeys("alerting", "integration");
        assertThat(again.runs().get(1).standings().get(0).ready()).isEqualTo(5);
    }

    @Test
    void runThatSaysTheSameCountsWithTheOneBefore() {
        History history = History.NONE
                .with(NOON, List.of(Samples.ready()))
                .with(NOON.plusSeconds(60), List.of(Samples.ready()))
                .with(NOON.plusSeconds(120), List.of(Samples.troubled()));

        assertThat(history.runs()).extracting(History.Run::times).containsExactly(2, 1);
        assertThat(history.runs().get(0).at()).isEqualTo(Instant.parse("2026-02-01T12:01:00Z"));
    }

    @Test
    void onlyTheNewestStay() {
        History history = History.NONE;
        for (int i = 0; i < 60; i++) {
            history = history.with(NOON.plusSeconds(i), List.of(i % 2 == 0 ? Samples.ready() : Samples.troubled()));
        }

        assertThat(history.runs()).hasSize(History.LONGEST);
        assertThat(history.runs().get(History.LONGEST - 1).at()).isEqualTo(Instant.parse("2026-02-01T12:00:59Z"));
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> History.parse("runs: []")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> History.parse("{\"runs\": [{\"at\": \"yesterday\"}]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

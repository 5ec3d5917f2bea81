package io.qpf.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A near miss has a name, a far one has none. */
final class SuggestTest {
    private static Stream<String> known() {
        return Stream.of("memorytopology", "governance", "metadata", "system");
    }

    @ParameterizedTest
    @CsvSource({
        "memory_topology, memorytopology",
        "Memory Topology, memorytopology",
        "govrenance, governance",
        "metdata, metadata",
        "meta-data, metadata",
        "sytsem, system"
    })
    void findsTheNearest(String word, String nearest) {
        assertThat(Suggest.nearest(word, known())).contains(nearest);
    }

    @Test
    void staysSilentWhereNothingIsNear() {
        assertThat(Suggest.nearest("deployment", known())).isEmpty();
        assertThat(Suggest.nearest("", known())).isEmpty();
        assertThat(Suggest.nearest("x".repeat(10_000), known())).isEmpty();
    }

    @Test
    void asksFirstAndAdvisesThen() {
        assertThat(Suggest.hint("goverance", known(), "remove it"))
                .isEqualTo("did you mean `governance`? Otherwise remove it");
        assertThat(Suggest.hint("zebra", known(), "remove it")).isEqualTo("remove it");
    }
}

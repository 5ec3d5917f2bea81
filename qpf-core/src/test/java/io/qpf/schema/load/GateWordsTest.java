package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import org.junit.jupiter.api.Test;

/** The words that a map may call gates by are those of the gates. */
class GateWordsTest {
    @Test
    void everyGateIsKnownByItsIdAndItsTitle() {
        assertThat(GateWords.IDS)
                .containsExactlyElementsOf(Gates.ALL.stream().map(Gate::id).toList());
        assertThat(GateWords.TITLES)
                .containsExactlyElementsOf(Gates.ALL.stream().map(Gate::title).toList());
    }

    @Test
    void caseBlanksUnderscoresAndHyphensDoNotCount() {
        assertThat(isKnown("TYPE_HINTS")).isTrue();
        assertThat(isKnown("tests pass")).isTrue();
        assertThat(isKnown("coverag")).isFalse();
        assertThat(isKnown("")).isFalse();
    }

    private static boolean isKnown(String name) {
        return GateWords.isKnown(new Text(name, new SourceFile("", "").start()));
    }
}

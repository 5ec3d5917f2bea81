package io.qpf.gates.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People name gates as they remember them, and are told where they remember wrongly. */
class GateNamesTest {
    @Test
    void idAndTitleAreNamesHoweverTheyAreWritten() {
        for (Gate it : Gates.ALL) {
            for (String name : List.of(
                    it.id(),
                    it.title(),
                    it.id().toUpperCase(Locale.ROOT),
                    " " + it.id().replace('-', '_'))) {
                assertThat(GateNames.find(name)).as(name).contains(it);
            }
        }
        assertThat(GateNames.find("typehints")).contains(Gates.TYPE_HINTS);
    }

    @Test
    void nobodyGuessesAndEveryWrongNameIsSaid() {
        List<String> problems = new ArrayList<>();

        Set<String> ids = GateNames.ids(
                "qpf.gates", List.of("Type hints", "pylnt", "import", "doc", "qqqqqqqq", " ", ""), problems::add);

        assertThat(ids).containsExactly("type-hints");
        assertThat(problems).hasSize(4).allMatch(it -> it.contains("; there are imports, unused-imports, cycles, "));
        assertThat(problems)
                .extracting(it -> it.substring(0, it.indexOf("; there are")))
                .containsExactly(
                        "qpf.gates: `doc` may be `docstrings` or `documents`, and is no gate itself",
                        "qpf.gates: `import` may be `imports`, `unused-imports` or `cycles`, and is no gate itself",
                        "qpf.gates: there is no gate `pylnt`; did you mean `pylint`?",
                        "qpf.gates: there is no gate `qqqqqqqq`");
    }
}

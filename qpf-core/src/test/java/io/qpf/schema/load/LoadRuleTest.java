package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Ids are what people look up. */
class LoadRuleTest {
    @Test
    void idsAreUniqueAndNameTheirLayer() {
        assertThat(Arrays.stream(LoadRule.values()).map(LoadRule::id))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("QPF-(SYN|STR|TYP|GOV)-\\d{3}"));
    }

    @Test
    void everyRuleSaysWhatItFinds() {
        assertThat(LoadRule.values())
                .allSatisfy(it -> assertThat(it.info().summary()).endsWith("."))
                .extracting(it -> it.info().severity())
                .contains(Severity.ERROR, Severity.WARNING, Severity.INFO);
    }
}

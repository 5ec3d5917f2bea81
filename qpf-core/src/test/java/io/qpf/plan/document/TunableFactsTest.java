package io.qpf.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables are named as the foundation's AgentSettings names them. */
final class TunableFactsTest {
    @ParameterizedTest
    @CsvSource({
        "TensorAIOS, TENSORAIOS",
        "Domain Adapter, DOMAIN_ADAPTER",
        "a-b_c, A_B_C",
        "7of9, AGENT_7OF9",
        "_x_, X",
        "\u4F60\u597D, AGENT",
    })
    void aPrefixIsTheNameInCapitals(String name, String prefix) {
        assertThat(TunableFacts.prefix(name)).isEqualTo(prefix);
    }
}

package io.qpf.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.testing.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyIdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "TensorAIOS, tensor_aios, TensorAIOS, TENSOR_AIOS",
        "PlastOSAdapter, plast_os_adapter, PlastOSAdapter, PLAST_OS_ADAPTER",
        "score_candidates, score_candidates, ScoreCandidates, SCORE_CANDIDATES",
        "SCORE_CANDIDATES, score_candidates, ScoreCandidates, SCORE_CANDIDATES",
        "HTTPServer v2.1, http_server_v2_1, HTTPServerV21, HTTP_SERVER_V2_1",
        "3 years, n3_years, N3Years, N3_YEARS",
        "class, class_, Class, CLASS",
        "match, match_, Match, MATCH",
        "List, list_, List, LIST",
        "none, none, None_, NONE",
        "Größe, grosse, Grosse, GROSSE",
        "Émile Ærø, emile_aero, EmileAero, EMILE_AERO",
        "日本, u65e5_u672c, U65e5U672c, U65E5_U672C",
        "'', unnamed, Unnamed, UNNAMED",
        "__x__, x, X, X",
    })
    void makesNames(String text, String snake, String pascal, String constant) {
        assertThat(PyIdentifier.snake(text).text()).isEqualTo(snake);
        assertThat(PyIdentifier.pascal(text).text()).isEqualTo(pascal);
        assertThat(PyIdentifier.constant(text).text()).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"class, class_", "id, id", "timeoutMs, timeoutMs", "a-b, a_b", "_x, x", "None, None_"})
    void keepsValidAttributes(String text, String attribute) {
        assertThat(PyIdentifier.attribute(text).text()).isEqualTo(attribute);
    }

    @Property(seed = Seeds.FIXED)
    void anyTextGivesValidNames(@ForAll String text) {
        assertThat(PyIdentifier.isIdentifier(PyIdentifier.snake(text).text())).isTrue();
        assertThat(PyIdentifier.isIdentifier(PyIdentifier.pascal(text).text())).isTrue();
        assertThat(PyIdentifier.isIdentifier(PyIdentifier.constant(text).text()))
                .isTrue();
        assertThat(PyIdentifier.isIdentifier(PyIdentifier.attribute(text).text()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"''", "1a", "a b", "class", "é"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> new PyIdentifier(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.qpf.gates.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What mypy's JSON says reaches people, and names the code that they can change. */
class MypyMessageTest {
    private static final List<String> BINDINGS = List.of(
            "_plan: Final[PlanCode] = harbour_domain.lifts.plan",
            "_strategy_path: Final[Strategy] = harbour_domain.lifts.Path()",
            "BINDINGS: Final = Bindings(");

    private static JsonNode row(int line, String hint) throws Exception {
        return new ObjectMapper()
                .readTree("{\"line\": " + line + ", \"message\": \"Incompatible types\", \"hint\": " + hint + "}");
    }

    @Test
    void hintStandsBehindTheMessage() throws Exception {
        String hint = "\"Expected:\\n    def __call__(self, payload: Mapping[str, object])\"";

        assertThat(MypyMessage.of(row(1, hint), List.of()))
                .isEqualTo("Incompatible types; Expected: def __call__(self, payload: Mapping[str, object])");
        assertThat(MypyMessage.of(row(1, "null"), List.of())).isEqualTo("Incompatible types");
        assertThat(MypyMessage.of(row(1, "\" \""), List.of())).isEqualTo("Incompatible types");
    }

    @Test
    void boundCodeIsNamedAsSchemasNameIt() throws Exception {
        assertThat(MypyMessage.of(row(1, "null"), BINDINGS))
                .isEqualTo("Incompatible types; the code is harbour_domain.lifts:plan");
        assertThat(MypyMessage.of(row(2, "null"), BINDINGS)).endsWith("; the code is harbour_domain.lifts:Path");
        assertThat(MypyMessage.of(row(3, "null"), BINDINGS)).isEqualTo("Incompatible types");
        assertThat(MypyMessage.of(row(9, "null"), BINDINGS)).isEqualTo("Incompatible types");
        assertThat(MypyMessage.isOfBindings("port/agents/crane/bindings.py")).isTrue();
        assertThat(MypyMessage.isOfBindings("port/agents/crane/api.py")).isFalse();
    }
}

package io.qpf.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.Contract;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples fit the types that contracts write. */
final class SampleJsonTest {
    private static final List<Contract> CONTRACTS =
            List.of(model("Thing", field("id", "str"), field("parts", "list[Thing]"), field("next", "Thing | None")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "str; '\"text\"'",
                "int; 1",
                "float; 0.5",
                "bool; true",
                "None; null",
                "date; '\"2026-01-31\"'",
                "list[float]; [0.5]",
                "dict[str, list[int]]; '{\"key\": [1]}'",
                "list[list[str]]; '[[\"text\"]]'",
                "int | None; 1",
                "Optional[int]; 1",
                "datetime; '\"2026-01-31T12:00:00Z\"'",
                "None | int; 1",
                "object; '\"text\"'",
                "Unknown; '\"text\"'",
                "'tuple[int, int]'; '\"text\"'",
            })
    void aSampleFitsItsType(String type, String sample) {
        assertThat(new SampleJson(CONTRACTS).value(type)).isEqualTo(sample);
    }

    @Test
    void aTypeThatHoldsItselfEnds() {
        assertThat(new SampleJson(CONTRACTS).value("Thing"))
                .isEqualTo("{\"id\": \"text\", \"parts\": [], \"next\": null}");
    }

    @Test
    void fieldsKeepTheirNamesOnTheWire() {
        assertThat(new SampleJson(List.of()).object(List.of(field("class", "int"), field("a \"b\"", "str"))))
                .isEqualTo("{\"class\": 1, \"a \\\"b\\\"\": \"text\"}");
    }

    private static Contract.Model model(String name, Contract.Field... fields) {
        return new Contract.Model(text(name), List.of(fields));
    }

    private static Contract.Field field(String name, String type) {
        return new Contract.Field(text(name), text(type));
    }

    private static Text text(String value) {
        return new Text(value, new SourceFile("a.yaml", value).start());
    }
}

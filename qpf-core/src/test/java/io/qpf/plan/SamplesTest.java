package io.qpf.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.qpf.schema.Contract;
import io.qpf.schema.SmallestValues;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample ends, fits its type and stays small, however types name each other. */
final class SamplesTest {
    /** Far above what it takes, and far below what doubling would. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final int MANY = 200;
    private static final int SMALL = 500;

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '"',
            value = {
                "Node(next: Node | None) % {next=NONE}",
                "Node(next: None | Node) % {next=NONE}",
                "Node(next: list[Node]) % {next=[]}",
                "Node(next: dict[str, Node]) % {next={}}",
                "Node(next: list[list[Node]]) % {next=[]}",
                "Node(next: Node | str) % {next=STR}",
                "A(b: B) B(a: A | None) % {b={a=NONE}}",
                "A(b: B | None) B(a: A) % {b={a={b=NONE}}}",
                "A(b: list[B]) B(a: A) % {b=[{a={b=[]}}]}",
                "A(b: B | C) B(a: A | C) C(n: int) % {b={a={n=INT}}}",
                "A(all: list[B]; one: B | None) B(n: int) % {all=[{n=INT}], one={n=INT}}",
            })
    void aTypeThatHoldsItselfEnds(String models, String sample) {
        assertThat(shown(new Samples(contracts(models)).value(models.substring(0, models.indexOf('(')))))
                .isEqualTo(sample);
    }

    @Test
    void aTypeWithoutAnyValueEndsTheSampleToo() {
        assertThat(shown(new Samples(contracts("A(b: B) B(a: A)")).object(fields("x: A; y: list[A]; z: A | None"))))
                .isEqualTo("{x=ANY, y=[], z=NONE}");
    }

    /** Each type names the next one twice: spelt out, that are 2^200 values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: %s; b: %s",
                "a: %s | None; b: %s | None",
                "a: list[%s]; b: dict[str, %s]",
                "a: %s; b: list[%s]"
            })
    void aDeepDiamondIsShownInPart(String twice) {
        List<Contract> diamond = chain(twice.replace("%s", "%1$s"));
        assertTimeoutPreemptively(
                SOON, () -> assertThat(size(new Samples(diamond).value("T0"))).isLessThan(SMALL));
    }

    @Test
    void aShallowDiamondIsShownWhole() {
        assertThat(size(new Samples(chain("a: %1$s; b: %1$s").subList(MANY - 5, MANY)).value("T195")))
                .isEqualTo(63);
    }

    @Test
    void sizesAreCountedWithoutEnd() {
        SmallestValues diamond = SmallestValues.of(chain("a: %1$s; b: %1$s"));
        assertThat(diamond.ofModel("T199").orElseThrow()).isEqualTo(new SmallestValues.Size(3, 2));
        assertThat(diamond.ofModel("T190").orElseThrow()).isEqualTo(new SmallestValues.Size(2047, 11));
        assertThat(diamond.ofModel("T0").orElseThrow().isShowable()).isFalse();
    }

    @Test
    void theSmallestAlternativeCountsWhereverItStands() {
        SmallestValues values = SmallestValues.of(contracts("A(x: B | C) B(x: D; y: D) C(x: D) D(x: int)"));
        assertThat(values.ofModel("A").orElseThrow().parts()).isEqualTo(4);
    }

    @Test
    void thousandsOfTypesInARowAreLookedAtOnce() {
        StringBuilder models = new StringBuilder();
        for (int index = 0; index < 20_000; index++) {
            models.append("T").append(index).append("(n: T").append(index + 1).append(") ");
        }
        List<Contract> chain = contracts(models + "T20000(n: int)");
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(SmallestValues.of(chain)
                                .ofModel("T0")
                                .orElseThrow()
                                .depth())
                        .isEqualTo(20_002));
    }

    private static List<Contract> chain(String fields) {
        List<Contract> chain = new ArrayList<>();
        for (int index = 0; index < MANY; index++) {
            String next = index + 1 < MANY ? "T" + (index + 1) : "int";
            chain.addAll(contracts("T" + index + "(" + String.format(fields, next) + ")"));
        }
        return chain;
    }

    private static int size(Sample sample) {
        if (sample instanceof Sample.Items items) {
            return 1 + items.all().stream().mapToInt(SamplesTest::size).sum();
        }
        return sample instanceof Sample.Members members
                ? 1
                        + members.all().values().stream()
                                .mapToInt(SamplesTest::size)
                                .sum()
                : 1;
    }

    private static String shown(Sample sample) {
        if (sample instanceof Sample.Value value) {
            return value.type().name();
        }
        if (sample instanceof Sample.Items items) {
            return items.all().stream().map(SamplesTest::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Sample.Members) sample)
                .all().entrySet().stream()
                        .map(it -> it.getKey() + "=" + shown(it.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Models as {@code Name(field: type; field: type)}, one behind the other. */
    private static List<Contract> contracts(String models) {
        List<Contract> contracts = new ArrayList<>();
        int start = 0;
        while (start < models.length()) {
            int bracket = models.indexOf('(', start);
            int end = models.indexOf(')', bracket);
            String name = models.substring(start, bracket).strip();
            contracts.add(new Contract.Model(text(name), fields(models.substring(bracket + 1, end))));
            start = end + 1;
            while (start < models.length() && models.charAt(start) == ' ') {
                start++;
            }
        }
        return contracts;
    }

    private static List<Contract.Field> fields(String written) {
        List<Contract.Field> fields = new ArrayList<>();
        for (String field : List.of(written.split("; ", -1))) {
            int colon = field.indexOf(": ");
            fields.add(new Contract.Field(text(field.substring(0, colon)), text(field.substring(colon + 2))));
        }
        return fields;
    }

    private static Text text(String value) {
        return new Text(value, new SourceFile("a.yaml", value).start());
    }
}

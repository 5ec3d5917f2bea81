package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.testing.Seeds;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parser takes everything, and reads back what it prints. */
final class ConditionProperties {
    private static final List<String> PARTS = List.of(
            "Auto-escalate if:",
            "alert_ops_if_",
            "escalate when ",
            "AND",
            "OR",
            "_AND_",
            " and ",
            "NOT ",
            ",",
            ";",
            ".",
            "- ",
            "* ",
            "1. ",
            "\n",
            " ",
            "_",
            "(",
            ")",
            "<",
            ">",
            ">=",
            "==",
            "!=",
            "=",
            "->",
            "≥",
            "+",
            "-",
            "$",
            "€",
            "100,000",
            "0_95",
            "1_500ms",
            "5_percent",
            "5%",
            "1e9",
            "9999999999",
            "USD",
            "threshold",
            "model confidence",
            "drift_detected",
            "é",
            "\u0000",
            "\u202e",
            "😀",
            "\"",
            "\\",
            "below 0.6",
            "all of:",
            "none");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PARTS).list().ofMaxSize(24).map(it -> String.join("", it));
    }

    @Property(tries = 3000, seed = Seeds.FIXED)
    void takesEverything(@ForAll("texts") String text) {
        takes(text);
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void takesAnyLetters(@ForAll String text) {
        takes(text);
    }

    /** Nothing is dropped: a text that says something gives at least one clause. */
    private static void takes(String text) {
        Thresholds given = new Thresholds(List.of(Texts.threshold("model confidence", "0.5")));
        Result<List<Clause>> policy = Conditions.escalation(Texts.plain(text), given);
        Result<List<Alarm>> alert = Conditions.alert(Texts.plain(text), given);

        boolean says = text.codePoints().anyMatch(Character::isLetterOrDigit);
        assertThat(!says
                        || !policy.value().orElseThrow().isEmpty()
                        || policy.diagnostics().hasErrors())
                .isTrue();
        assertThat(alert.value()).isPresent();
        policy.value()
                .orElseThrow()
                .forEach(it -> assertThat(it.source().value()).isNotBlank());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Arbitraries.lazyOf(this::comparisons, this::comparisons, this::events, this::joined);
    }

    private Arbitrary<Condition> events() {
        return names().map(Condition.Event::new);
    }

    private Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(5)
                .ofMaxLength(8)
                .map(it -> "m_" + it);
    }

    private Arbitrary<Condition> comparisons() {
        Arbitrary<BigDecimal> values = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(5)
                .map(BigDecimal::stripTrailingZeros)
                .map(it -> it.scale() < 0 ? it.setScale(0) : it);
        Arbitrary<Quantity> quantities = Combinators.combine(values, Arbitraries.of("", "s", "ratio", "USD", "EUR"))
                .as(Quantity::new);
        return Combinators.combine(names(), Arbitraries.of(Condition.Operator.class), quantities)
                .as(Condition.Comparison::new);
    }

    /** Joined conditions are flat: an AND has no AND in it. */
    private Arbitrary<Condition> joined() {
        return Combinators.combine(conditions().list().ofMinSize(2).ofMaxSize(3), Arbitraries.of(true, false))
                .as((parts, all) -> {
                    Class<?> same = all ? Condition.All.class : Condition.AnyOf.class;
                    List<Condition> flat = parts.stream()
                            .flatMap(it -> same.isInstance(it)
                                    ? Conditions.parts(it).stream()
                                    : java.util.stream.Stream.of(it))
                            .toList();
                    return all ? new Condition.All(flat) : new Condition.AnyOf(flat);
                });
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void readsBackWhatItPrints(@ForAll("conditions") Condition condition) {
        String printed = Conditions.print(condition);
        Findings findings = new Findings(Use.TRIGGER);

        assertThat(new ConditionParser(Thresholds.NONE, findings).parse(new PolicyText(Texts.plain(printed)).all()))
                .as(printed)
                .contains(condition);
        assertThat(findings.all()).isEqualTo(Diagnostics.NONE);
    }
}

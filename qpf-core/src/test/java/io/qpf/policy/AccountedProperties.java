package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import io.qpf.testing.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No word of a condition gets lost: where nothing is reported, it is in a name, or it is a word of the language. */
final class AccountedProperties {
    private static final List<String> WORDS = List.of(
            "latency",
            "confidence",
            "error rate",
            "failures",
            "drift",
            "p99",
            "detected",
            "missing",
            "replicas",
            "model's",
            "the",
            "a",
            "is",
            "are",
            "drops",
            "falls",
            "rises",
            "not",
            "isn't",
            "does not",
            "no",
            "above",
            "below",
            "over",
            "under",
            "exceeds",
            "exceed",
            "at least",
            "at most",
            "no more than",
            "more than",
            "less than",
            "equal to",
            "between",
            "outside",
            "than",
            "and",
            "or",
            "AND",
            "OR",
            "NOT",
            "if",
            "when",
            "unless",
            "except",
            "otherwise",
            "only",
            "for",
            "in",
            "of",
            "by",
            "within",
            "per",
            "to",
            ">",
            "<",
            ">=",
            "=<",
            "=>",
            "=",
            "!=",
            "~",
            "->",
            "-",
            "/",
            "*",
            "%",
            ",",
            ";",
            ":",
            ".",
            "(",
            ")",
            "(weekly)",
            "(> 3)",
            "[",
            "]",
            "\"",
            "`",
            "\n",
            "\t",
            "0.6",
            "5",
            "3",
            "0,5",
            "1,000",
            "5%",
            "500ms",
            "1h30m",
            "5 minutes",
            "2 months",
            "per cent",
            "percent",
            "$5k",
            "EUR",
            "times",
            "any of the following:",
            "two of:",
            "etc",
            "e.g.",
            "escalate",
            "and/or",
            "&&",
            "||",
            "✓");

    private static final Set<String> LANGUAGE = Set.copyOf(List.of(
            ("and or is are was were not isn't does do drops falls rises the a an above below over under exceeds exceed at"
                            + " least most no more less than equal to equals between outside if when of by for to percent per cent"
                            + " minutes months times etc ms h m s k weekly usd eur n")
                    .split(" ", -1)));

    /** What stands in brackets explains. */
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(9).map(it -> String.join(" ", it));
    }

    @Property(tries = 20_000, seed = Seeds.FIXED)
    void losesNoWord(@ForAll("phrases") String phrase) {
        Result<List<Clause>> result =
                Conditions.escalation(Texts.plain("Auto-escalate if: " + phrase), Thresholds.NONE);
        List<Clause> clauses = result.value().orElseThrow();

        for (Clause clause : clauses) {
            if (clause instanceof Clause.Compiled compiled
                    && result.diagnostics().all().isEmpty()) {
                String printed = Conditions.print(compiled.condition());
                assertThat(words(compiled.source().value()))
                        .as("%s -> %s", compiled.source(), printed)
                        .allMatch(it -> printed.contains(it) || LANGUAGE.contains(it));
                assertThat(compiled.source().value())
                        .as(printed)
                        .doesNotContain("~", "->", "unless", "except", "otherwise", "[", ":");
            }
        }
    }

    private static Set<String> words(String phrase) {
        String bare = BRACKETS.matcher(phrase).replaceAll(" ").toLowerCase(Locale.ROOT);
        return List.of(bare.split("[^\\p{L}']+", -1)).stream()
                .map(it -> it.replace("'s", ""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }
}

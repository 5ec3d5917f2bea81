package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alias of an alias is told what to write, and a circle is one mistake. */
class AliasChainsTest {
    private static List<Diagnostic> findings(String aliases) {
        return Yaml.of("""
            === agents/main.yaml
            name: Main
            === map.yaml
            extraction_sequence: {order: {1: {agent: Main, schema_file: agents/main.yaml}}}
            aliases: %s
            """.formatted(aliases)).link().diagnostics().all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Boss: Main, Chief: Boss}", "{Chief: Boss, Boss: Main}", "{Chief: boss, BOSS: Main}"})
    void aliasOfAnAliasIsToldTheAgent(String aliases) {
        assertThat(findings(aliases)).singleElement().satisfies(it -> {
            assertThat(it.message()).endsWith(" is no agent of this collection but an alias itself");
            assertThat(it.hint()).isEqualTo("write what it stands for: `Chief: Main`");
            assertThat(it.fix()).map(Fix::title).contains("write `Main`");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Boss: Chief, Chief: Boss}", "{Boss: Chief, Chief: Head, Head: Boss, Top: Chief}"})
    void circleIsOneFinding(String aliases) {
        assertThat(findings(aliases)).singleElement().satisfies(it -> {
            assertThat(it.message())
                    .isEqualTo("`Chief` is no agent of this collection, and as an alias it leads back to `Boss`");
            assertThat(it.hint()).isEqualTo("write the agent that is meant in its place; the agents are Main");
        });
    }

    @Test
    void aliasOfItselfIsOneFinding() {
        assertThat(findings("{Boss: Boss}"))
                .singleElement()
                .satisfies(it -> assertThat(it.hint()).startsWith("write the agent that is meant"));
    }

    @Test
    void aliasOfWhatLeadsNowhereIsNoFindingOfItsOwn() {
        assertThat(findings("{Boss: Nobody, Chief: Boss}"))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo("`Nobody` is no agent of this collection"));
        assertThat(findings("{Boss: Nobody}").get(0).hint())
                .isEqualTo("add its schema, or write an agent in its place; the agents are Main");
    }
}

package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import io.qpf.rules.Rules;
import io.qpf.testing.Seeds;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever names and paths people write, linking and rules answer with findings. */
final class LinkerProperties {
    private static final List<String> NAMES = List.of(
            "Aye",
            "aye",
            "Bee",
            "MainAgent",
            "Main",
            "Agent",
            "",
            " ",
            "*",
            "../x",
            "/",
            "acme",
            "acme/agents/a",
            "acme/agents/a/controller.py",
            "controller",
            "acme.agents.a.controller",
            "é",
            "😀",
            "a (b)",
            "(",
            "Market",
            "con",
            "x\\y",
            "\u202e",
            "__",
            "class");

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> made = Arbitraries.of(NAMES);
        return Arbitraries.oneOf(made, Combinators.combine(made, made).as((one, other) -> one + other));
    }

    @Property(tries = 200, seed = Seeds.FIXED)
    void answersEverything(
            @ForAll("names") String from,
            @ForAll("names") String to,
            @ForAll("names") String path,
            @ForAll("names") String root) {
        Result<Collection> result = Yaml.of("""
            === agents/a.yaml
            name: Aye
            rootpath: "acme/agents/%4$s"
            integration:
              connectto: ["%1$s", "%3$s"]
              shareddomains: []
            cursorinstructions:
              generatefiles: [controller.py, "x%3$s"]
              linkexisting: ["%2$s"]
            === agents/b.yaml
            name: MainAgent
            === map.yaml
            extraction_sequence:
              order:
                1: {agent: "x%1$s", schema_file: "%3$s"}
                2: {agent: MainAgent, schema_file: agents/b.yaml}
            === glue.yaml
            wirings:
              - {from_agent: "x%1$s", to_agent: "x%2$s", connection_type: api_call, import_path: "x%3$s", method_names: [m]}
              - {from_agent: "x%2$s", to_agent: "x%1$s", connection_type: event_observe, import_path: "x%3$s", event_subscriptions: [e]}
            externals: [Market]
            """.formatted(yaml(from), yaml(to), yaml(path), yaml(root)))
                .linkAnyway();

        assertThat(result.value().map(Rules::check)).isPresent();
    }

    private static String yaml(String text) {
        return text.replace("\\", "\\\\");
    }
}

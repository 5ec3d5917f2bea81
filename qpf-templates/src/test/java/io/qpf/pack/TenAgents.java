package io.qpf.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * As much as a collection may hold, and as odd: ten agents with names of 60 characters, sixty wirings, every operation and
 * every strategy bound, hostile text in every field, identifiers that are Python keywords, files named like modules of
 * the standard library.
 */
final class TenAgents {
    private static final int AGENTS = 10;
    private static final int WIRINGS = 60;
    private static final int LONG = 60;
    private static final List<String> KEYWORDS =
            List.of("class", "import", "lambda", "None", "async", "global", "yield", "match", "type", "from");
    private static final List<String> LIBRARY =
            List.of("json", "logging", "types", "enum", "asyncio", "typing", "re", "random", "dataclasses", "abc");

    private final Hostile hostile = new Hostile(2026);

    private TenAgents() {}

    /** Writes the collection to a folder, and the code that it binds to another. */
    static void write(Path input, Path domain) throws IOException {
        TenAgents all = new TenAgents();
        Files.createDirectories(input.resolve("agents"));
        for (int agent = 0; agent < AGENTS; agent++) {
            Files.writeString(input.resolve("agents/agent" + agent + ".yaml"), all.schema(agent));
        }
        Files.writeString(input.resolve("extractor-map.yaml"), all.map());
        Files.writeString(input.resolve("glue.yaml"), all.glue());
        Files.createDirectories(domain.resolve("odd_domain"));
        Files.writeString(domain.resolve("odd_domain/__init__.py"), "\"\"\"Bound by everybody.\"\"\"\n");
        Files.writeString(domain.resolve("odd_domain/work.py"), CODE);
    }

    private static final String CODE = """
        \"""What stands behind every operation and every strategy.\"""

        from collections.abc import Mapping


        def work(payload: Mapping[str, object]) -> dict[str, object]:
            \"""Return what came in.\"""
            return dict(payload)


        async def call(class_: str, from_: list[str], tree: object) -> dict[str, object]:
            \"""Return a word with its sources.\"""
            return {"str": class_, "import": float(len(from_)), "fork": {"tree": tree}}


        class Weigh:
            \"""Adds up.\"""

            def __call__(self, features: Mapping[str, float]) -> float:
                \"""Return the sum.\"""
                return sum(features.values())
        """;

    private String map() {
        return "title: " + text() + "\nextraction_sequence:\n  order:\n"
                + IntStream.range(0, AGENTS)
                        .mapToObj(agent -> "    " + (agent + 1) + ": {agent: " + quoted(name("Agent", agent))
                                + ", schema_file: agents/agent" + agent + ".yaml, reason: " + text() + "}\n")
                        .collect(Collectors.joining());
    }

    /** Calls go to an agent that comes before the caller; packets and events go anywhere. */
    private String glue() {
        StringBuilder yaml = new StringBuilder("wirings:\n");
        for (int wiring = 0; wiring < WIRINGS; wiring++) {
            int from = 1 + wiring % (AGENTS - 1);
            int to = (wiring / (AGENTS - 1) * 7 + wiring) % from;
            switch (wiring % 3) {
                case 0 -> wire(yaml, from, to, "api_call", "method_names", operation(to, wiring % 4));
                case 1 -> wire(yaml, to, from, "packet_send", "packet_types", name("packet", wiring));
                default -> wire(yaml, from, to, "event_observe", "event_subscriptions", name("event", wiring));
            }
        }
        return yaml.toString();
    }

    private void wire(StringBuilder yaml, int from, int to, String type, String key, String what) {
        yaml.append("  - {from_agent: ").append(quoted(name("Agent", from)));
        yaml.append(", to_agent: ").append(quoted(name("Agent", to)));
        yaml.append(", connection_type: ").append(type);
        yaml.append(", ").append(key).append(": [").append(quoted(what)).append("]}\n");
    }

    private String schema(int agent) {
        return identity(agent) + middle(agent) + files(agent) + bindings(agent);
    }

    private String identity(int agent) {
        return String.join(
                "\n",
                "system: " + text(),
                "name: " + quoted(name("Agent", agent)),
                "role: " + text(),
                "description: " + text(),
                "rootpath: odd/some/where/deep/agent" + agent,
                "version: 6.0.0",
                "integration: {connectto: [], shareddomains: [" + text() + "]}",
                "governance:",
                "  anchors: [" + text() + "]",
                "  mode: hybrid",
                "  humanoverride: true",
                "  escalationpolicy: "
                        + quoted(
                                "Auto-escalate if: class > 0.9 AND import < 5_percent, lambda lost, try > 99999999999999999999"),
                "  auditscope: " + keywords(),
                "memorytopology:",
                "  workingmemory: {storagetype: redis, purpose: " + text() + ", keyspace: \"a" + agent + ":*\"}",
                "  episodicmemory: {storagetype: postgres, purpose: " + text() + ", retention: 1000 years, indexby: "
                        + keywords() + "}",
                "  semanticmemory: {storagetype: neo4j, purpose: " + text() + ", structure: [{node_type: class,"
                        + " fields: " + keywords() + "}]}",
                "  causalmemory: {storagetype: hypergraphdb, purpose: " + text() + "}",
                "  longtermpersistence: {storagetype: s3, purpose: " + text() + ", retention: indefinite}",
                "");
    }

    private String middle(int agent) {
        return String.join(
                "\n",
                "communicationstack: {input: [" + text() + "], output: [" + text() + "], channels: {class: true}}",
                "reasoningengine:",
                "  framework: " + text(),
                "  model: " + text(),
                "  secondarymodels: [" + text() + "]",
                "  strategymodes: [" + quoted(strategy(agent)) + ", " + KEYWORDS.get((agent + 1) % 10) + "]",
                "  temporalscope: rolling_90_days",
                "  knowledgefusionlayer: {mode: " + text() + ", sourceblend: " + keywords() + "}",
                "  reasoningfeedbackloop: {policy: " + text() + ", rewardfunction: class AND import,"
                        + " penaltyfunction: " + text() + ", retrainintervalhours: 24}",
                "collaborationnetwork: {partners: []}",
                "learningsystem:",
                "  architecture: " + text(),
                "  modules: " + keywords(),
                "  feedbackchannels: " + keywords(),
                "  autonomyprofile: {mode: full, tasklimit: unlimited, escalationtriggers: [\"class_> 500ms\","
                        + " lambda]}",
                "worldmodelintegration:",
                "  activemodels: " + keywords(),
                "  dataconnectors: " + keywords(),
                "  usecases: [" + text() + "]",
                "");
    }

    private String files(int agent) {
        return String.join(
                "\n",
                "cursorinstructions:",
                "  generatefiles: [__init__.py, controller.py, " + LIBRARY.get(agent) + ".py, "
                        + LIBRARY.get((agent + 3) % 10) + ".py, " + name("scorer", agent) + ".py, s" + agent
                        + ".py, x.py]",
                "  generatedocs: [README.md, API_SPEC.md]",
                "  postgeneration: {generatetests: true}",
                "deployment:",
                "  runtime: " + text(),
                "  endpoints: " + list(4, number -> endpoint(agent, number)),
                "  telemetry: {metrics: " + keywords() + "}",
                "  alerting: [\"alert_ops_if_class_> 0_95\"]",
                "metadata: {owner: " + text() + ", status: draft}",
                "");
    }

    private String endpoint(int agent, int number) {
        return "{name: " + quoted(operation(agent, number)) + ", path: /a" + agent + "/v6/o" + number
                + ", method: POST, timeout_ms: " + (500 + number)
                + (number == 1 ? ", auth_required: " + quoted("scope " + hostile.text()) : "")
                + "}";
    }

    private String bindings(int agent) {
        return "bindings:\n  operations:\n    " + quoted(operation(agent, 0)) + ": odd_domain.work:call\n"
                + IntStream.range(1, 4)
                        .mapToObj(it -> "    " + quoted(operation(agent, it)) + ": odd_domain.work:work\n")
                        .collect(Collectors.joining())
                + "  strategies:\n    " + quoted(strategy(agent)) + ": odd_domain.work:Weigh\n    "
                + quoted(KEYWORDS.get((agent + 1) % 10)) + ": odd_domain.work:Weigh\ncontracts:\n  "
                + quoted(operation(agent, 0))
                + ":\n    request: {class: str, from: \"list[str]\", tree: \"Tree | None\"}\n"
                + "    response: {str: str, import: float, fork: Fork}\n"
                + "  Tree: {branches: \"list[Tree]\", with: \"Fork | None\", at: \"date | None\"}\n"
                + "  Fork: {tree: \"Tree | None\"}\n";
    }

    /** A keyword first, then a name as long as names get. */
    private static String operation(int agent, int number) {
        return number == 0 ? KEYWORDS.get(agent) : name("operation" + number, agent);
    }

    private static String strategy(int agent) {
        return name("strategy", agent);
    }

    /** A name of 60 characters. */
    private static String name(String kind, int number) {
        return (kind + number + "_" + "abcdefghi_".repeat(LONG)).substring(0, LONG - 1) + "z";
    }

    private static String keywords() {
        return String.join(", ", KEYWORDS).transform(it -> "[\"" + it.replace(", ", "\", \"") + "\"]");
    }

    private String text() {
        return quoted(hostile.text());
    }

    private static String list(int size, IntFunction<String> item) {
        List<String> items = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            items.add(item.apply(number));
        }
        return "[" + String.join(", ", items) + "]";
    }

    private static String quoted(String text) {
        return RandomCollection.quoted(text);
    }
}

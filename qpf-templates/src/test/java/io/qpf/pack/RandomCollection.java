package io.qpf.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random collection that is valid, however odd: written as YAML with every text in double quotes. */
final class RandomCollection {
    private static final List<String> FILES = List.of(
            "__init__",
            "controller",
            "governance_bridge",
            "memorybridge",
            "causal_tracer",
            "world_model_bridge",
            "market_client",
            "data_bridge",
            "api_server",
            "packet_router",
            "packet_builder",
            "packet_validator",
            "packet_formatter",
            "event_publisher",
            "event_subscriber",
            "config",
            "logger",
            "core/metrics",
            "scheduler",
            "escalation_handler",
            "violation_recorder",
            "audit_sampling_engine",
            "report_generator",
            "policies",
            "reasoning_engine",
            "anomaly_detector",
            "model_validator",
            "learning_loop",
            "model_promoter",
            "coordinator",
            "data_normalizer",
            "model_loader",
            "core/cache_manager",
            "core/models",
            "async_result_handler",
            "utils",
            "json",
            "logging",
            "oddity");

    private final Hostile hostile;
    private final String root;

    private RandomCollection(long seed) {
        this.hostile = new Hostile(seed);
        this.root = List.of("L9", "acme", "Zeta", "a").get(hostile.number(4));
    }

    /** Writes the files of the collection to a folder. */
    static void write(long seed, Path folder) throws IOException {
        RandomCollection collection = new RandomCollection(seed);
        Files.createDirectories(folder.resolve("agents"));
        int agents = 1 + collection.hostile.number(2);
        List<String> names = new ArrayList<>();
        for (int number = 0; number < agents; number++) {
            String name = "Agent" + collection.hostile.name(number);
            names.add(name);
            Files.writeString(folder.resolve("agents/agent" + number + ".yaml"), collection.schema(name, number));
        }
        Files.writeString(folder.resolve("extractor-map.yaml"), collection.map(names));
        Files.writeString(folder.resolve("glue.yaml"), collection.glue(names));
    }

    private String map(List<String> names) {
        StringBuilder yaml = new StringBuilder("title: " + text() + "\nextraction_sequence:\n  order:\n");
        for (int order = 1; order <= names.size(); order++) {
            yaml.append("    ").append(order).append(":\n      agent: ").append(quoted(names.get(order - 1)));
            yaml.append("\n      schema_file: agents/agent").append(order - 1).append(".yaml\n      reason: ");
            yaml.append(text()).append('\n');
        }
        return yaml + "success_criteria:\n  - " + text() + "\n";
    }

    private String glue(List<String> names) {
        if (names.size() < 2) {
            return "wirings: []\n";
        }
        String from = quoted(names.get(1));
        String to = quoted(names.get(0));
        return "wirings:\n" + wire(from, to, "api_call", "method_names") + wire(from, to, "packet_send", "packet_types")
                + wire(from, to, "event_observe", "event_subscriptions");
    }

    private String wire(String from, String to, String type, String key) {
        return "  - from_agent: " + from + "\n    to_agent: " + to + "\n    connection_type: " + type + "\n    " + key
                + ": " + list(1 + hostile.number(3), number -> quoted(hostile.name(900 + number))) + "\n";
    }

    private String schema(String name, int number) {
        return identity(name, number) + memory() + reasoning() + files(number) + contracts();
    }

    private String identity(String name, int number) {
        return String.join(
                "\n",
                "system: " + text(),
                "name: " + quoted(name),
                "role: " + text(),
                "rootpath: " + root + (hostile.flip() ? "/agents" : "") + "/agent" + number,
                "version: 6." + hostile.number(9) + ".0",
                "description: " + text(),
                "integration:",
                "  connectto: []",
                "  shareddomains: " + texts(3),
                "governance:",
                "  anchors: [" + quoted("Anchor " + hostile.name(1)) + "]",
                "  mode: " + (hostile.flip() ? "hybrid" : "autonomous"),
                "  humanoverride: " + hostile.flip(),
                "  escalationpolicy: " + quoted("Auto-escalate if: load > 0.9 AND heat < 5_percent, power lost"),
                "  auditscope: " + names(4),
                "");
    }

    private String memory() {
        return String.join(
                "\n",
                "memorytopology:",
                "  workingmemory:",
                "    storagetype: redis_cluster",
                "    purpose: " + text(),
                "    ttl_seconds: " + (1 + hostile.number(5000)),
                "  episodicmemory:",
                "    storagetype: " + text(),
                "    retention: " + (1 + hostile.number(400)) + " days",
                "    indexby: " + names(4),
                "communicationstack:",
                "  input: " + texts(2),
                "  output: " + texts(2),
                "");
    }

    private String reasoning() {
        return String.join(
                "\n",
                "reasoningengine:",
                "  framework: " + text(),
                "  model: " + text(),
                "  strategymodes: " + names(4),
                "  temporalscope: rolling_" + (1 + hostile.number(400)) + "_days",
                "  knowledgefusionlayer: {mode: " + text() + ", sourceblend: " + names(5) + "}",
                "  reasoningfeedbackloop: {rewardfunction: goal_met OR praise, retrainintervalhours: 24}",
                "collaborationnetwork: {partners: []}",
                "learningsystem:",
                "  architecture: " + text(),
                "  feedbackchannels: " + names(4),
                "  autonomyprofile:",
                "    escalationtriggers: [heat_> 500ms, drift_detected]",
                "worldmodelintegration:",
                "  activemodels: " + names(3),
                "  dataconnectors: " + names(3),
                "  usecases: " + texts(2),
                "");
    }

    private String files(int number) {
        return String.join(
                "\n",
                "cursorinstructions:",
                "  generatefiles: " + modules(),
                "  generatedocs: [README.md, CONFIG.md, API_SPEC.md, PLAYBOOK.md, ODD_ONE.md]",
                "  postgeneration: {generatetests: true}",
                "deployment:",
                "  runtime: " + text(),
                "  endpoints: " + endpoints(number),
                "  telemetry: {metrics: " + names(5) + "}",
                "  alerting: [alert_ops_if_heat_> 0_95]",
                "metadata: {owner: " + text() + ", status: draft}",
                "");
    }

    private String contracts() {
        return String.join(
                "\n",
                "contracts:",
                "  " + quoted("run_0") + ":",
                "    request: {class: \"str\", " + quoted(hostile.name(1))
                        + ": \"list[Thing]\", json: \"dict[str, float]\"}",
                "    response: {str: \"str\", value: \"float | None\"}",
                "  Thing: {id: str, next: \"Thing | None\"}",
                "");
    }

    private String endpoints(int agent) {
        return list(
                1 + hostile.number(4),
                number -> "{name: "
                        + quoted(number == 0 ? "run_0" : hostile.name(number)) + ", path: /agent" + agent + "/v6/run"
                        + number
                        + ", method: " + (hostile.flip() ? "POST" : "PUT") + ", timeout_ms: "
                        + (100 + hostile.number(900))
                        + (hostile.flip() ? ", auth_required: " + quoted("scope " + hostile.text()) : "") + "}");
    }

    private String modules() {
        return FILES.stream()
                .filter(it -> hostile.number(3) > 0)
                .map(it -> it + ".py")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String names(int most) {
        return list(hostile.number(most + 1), number -> quoted(hostile.name(number)));
    }

    private String texts(int most) {
        return list(hostile.number(most + 1), number -> quoted(number + " " + hostile.text()));
    }

    private String text() {
        return quoted(hostile.text());
    }

    private static String list(int size, IntFunction<String> item) {
        return IntStream.range(0, size).mapToObj(item).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A YAML double-quoted scalar in ASCII. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ' || letter > '~') {
                out.append(
                        letter > 0xff || letter < ' ' || letter >= 0x7f
                                ? String.format("\\u%04x", (int) letter)
                                : letter);
            } else {
                out.append(letter);
            }
        }
        return out.append('"').toString();
    }
}

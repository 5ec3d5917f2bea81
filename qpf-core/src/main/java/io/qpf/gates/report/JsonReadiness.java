package io.qpf.gates.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.diagnostics.format.JsonText;
import io.qpf.gates.Criterion;
import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * QPF's own form: everything that is known, as {@code readiness-report.schema.json} says. What differs between two runs over
 * one tree (durations, what was kept, paths of logs) stands under {@code run}, and only there.
 */
public final class JsonReadiness implements ReadinessFormat {
    /** Grows with every change that a reader of the report must know of. */
    static final int SCHEMA_VERSION = 1;

    private static final double MILLIS = 1000.0;

    @Override
    public String format(ReadinessReport report) {
        ObjectNode root = JsonText.object();
        root.put("schemaVersion", SCHEMA_VERSION).put("qpf", report.version());
        root.put("deploymentready", report.deploymentReady()).put("passed", report.passed());
        root.put("output", report.output());
        strings(root, "todo", report.todo());
        ArrayNode collections = root.putArray("collections");
        ObjectNode run = root.putObject("run");
        ArrayNode runs = run.putArray("collections");
        for (Readiness it : report.collections()) {
            collection(collections.addObject(), it);
            run(runs.addObject(), it);
        }
        return JsonText.of(root);
    }

    /** Whether a text is a report of this form, of whichever run: what else bears the name is somebody's own. */
    public static boolean wrote(String text) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            return root.path("schemaVersion").isInt()
                    && root.path("qpf").isTextual()
                    && root.path("collections").isArray()
                    && root.path("run").isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void collection(ObjectNode node, Readiness it) {
        node.put("name", it.collection()).put("folder", it.folder());
        node.put("deploymentready", it.deploymentReady()).put("passed", it.passed());
        strings(node, "todo", it.todo());
        ObjectNode tools = node.putObject("tools");
        new TreeMap<>(it.tools()).forEach(tools::put);
        ArrayNode agents = node.putArray("agents");
        it.agents().forEach(agent -> agent(agents.addObject(), it, agent));
        ArrayNode gates = node.putArray("gates");
        it.results().forEach(result -> gate(gates.addObject(), result));
        ArrayNode criteria = node.putArray("criteria");
        it.criteria().forEach(criterion -> criterion(criteria.addObject(), criterion));
        ArrayNode edges = node.putArray("dependencies");
        it.edges()
                .forEach(edge -> edges.addObject()
                        .put("from", edge.from())
                        .put("to", edge.to())
                        .put("observes", edge.observes()));
    }

    private static void agent(ObjectNode node, Readiness readiness, AgentReadiness agent) {
        node.put("name", agent.agent()).put("version", agent.version()).put("status", agent.status());
        node.put("deploymentready", agent.deploymentReady()).put("schemaAllows", agent.schemaAllows());
        strings(node, "reasons", agent.reasons());
        strings(node, "unbound", agent.unbound());
        ArrayNode gates = node.putArray("gates");
        for (AgentGates.AgentGate it : AgentGates.of(readiness, agent.agent())) {
            ObjectNode gate = gates.addObject().put("id", it.result().gate().id());
            outcome(gate, it.outcome());
            threshold(gate.putObject("threshold"), it.figure().threshold());
        }
    }

    private static void gate(ObjectNode node, GateResult it) {
        node.put("id", it.gate().id()).put("title", it.gate().title());
        node.put("family", word(it.gate().family())).put("measures", it.gate().measures());
        node.put("mandatory", it.gate().mandatory());
        outcome(node, it.outcome());
        node.put("allowed", it.allowed()).put("stops", it.stops());
        threshold(node.putObject("threshold"), it.threshold());
        node.put("remedy", it.gate().remedy());
        ArrayNode evidence = node.putArray("evidence");
        it.evidence().forEach(one -> evidence(evidence.addObject(), one));
    }

    private static void outcome(ObjectNode node, Outcome outcome) {
        node.put("outcome", Words.constant(outcome));
        if (outcome instanceof Outcome.NotRun it) {
            node.put("why", it.why());
        } else if (outcome instanceof Outcome.NotApplicable it) {
            node.put("why", it.why());
        }
        outcome.measured()
                .ifPresent(it -> node.putObject("figure")
                        .put("value", it.value())
                        .put("unit", word(it.unit()))
                        .put("good", it.good())
                        .put("all", it.all())
                        .put("text", it.text()));
    }

    private static void threshold(ObjectNode node, Threshold it) {
        node.put("bound", it.bound().sign()).put("value", it.value()).put("unit", word(it.unit()));
        node.put("text", it.text()).put("from", it.from());
        it.reason().ifPresent(why -> node.put("reason", why));
    }

    private static void evidence(ObjectNode node, Evidence it) {
        it.agent().ifPresent(agent -> node.put("agent", agent));
        node.put("file", it.file());
        if (it.line() > 0) {
            node.put("line", it.line());
        }
        if (!it.rule().isEmpty()) {
            node.put("rule", it.rule());
        }
        node.put("message", it.message());
    }

    private static void criterion(ObjectNode node, Criterion it) {
        it.agent().ifPresent(agent -> node.put("agent", agent));
        node.put("sentence", it.sentence()).put("file", it.file());
        node.put("line", it.position().line());
        node.put("manual", it.manual()).put("met", it.met());
        strings(node, "gates", it.gates());
        it.signOff().ifPresent(sign -> {
            ObjectNode signed = node.putObject("signOff").put("by", sign.by());
            sign.on().ifPresent(on -> signed.put("on", on));
            sign.note().ifPresent(note -> signed.put("note", note));
        });
    }

    private static void run(ObjectNode node, Readiness readiness) {
        node.put("name", readiness.collection()).put("seconds", seconds(readiness.took()));
        ArrayNode gates = node.putArray("gates");
        for (GateResult it : readiness.results()) {
            ObjectNode gate = gates.addObject()
                    .put("id", it.gate().id())
                    .put("seconds", seconds(it.took()))
                    .put("kept", it.kept());
            if (!it.logs().isEmpty()) {
                ArrayNode logs = gate.putArray("logs");
                it.logs().forEach(logs::add);
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}

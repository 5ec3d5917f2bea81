package io.qpf.gates.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.diagnostics.format.JsonText;
import io.qpf.diagnostics.format.SarifText;
import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import java.util.HashMap;
import java.util.Map;

/**
 * SARIF 2.1.0: every finding of every gate at its line of Python. What keeps agents from being ready is an error, what a
 * threshold tolerates a note, and a gate that did not run a notification of the run, since it has no place.
 */
public final class SarifReadiness implements ReadinessFormat {
    @Override
    public String format(ReadinessReport report) {
        ObjectNode root = SarifText.root(report.version());
        ObjectNode run = SarifText.run(root);
        ArrayNode rules = SarifText.driver(run).putArray("rules");
        Map<String, Integer> indexes = new HashMap<>();
        for (Readiness readiness : report.collections()) {
            for (GateResult it : readiness.results()) {
                if (indexes.putIfAbsent(it.gate().id(), indexes.size()) == null) {
                    rule(rules.addObject(), it);
                }
            }
        }
        ObjectNode invocation = run.putArray("invocations").addObject();
        boolean whole = true;
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (Readiness readiness : report.collections()) {
            for (GateResult it : readiness.results()) {
                if (it.outcome() instanceof Outcome.NotRun notRun) {
                    whole = false;
                    notification(notifications.addObject(), readiness, it, notRun);
                }
                for (Evidence one : it.evidence()) {
                    ObjectNode result = results.addObject();
                    result.put("ruleId", id(it))
                            .put("ruleIndex", indexes.getOrDefault(it.gate().id(), 0));
                    result.put("level", it.stops() ? "error" : "note");
                    finding(result, one);
                }
            }
        }
        invocation.put("executionSuccessful", whole);
        return JsonText.of(root);
    }

    private static String id(GateResult it) {
        return "gate/" + it.gate().id();
    }

    private static void rule(ObjectNode node, GateResult it) {
        node.put("id", id(it)).put("name", it.gate().id());
        node.putObject("shortDescription").put("text", it.gate().title());
        node.putObject("fullDescription").put("text", "Counts " + it.gate().measures() + ".");
        node.putObject("help").put("text", "What to do: " + it.gate().remedy() + ".");
        node.putObject("defaultConfiguration").put("level", "error");
    }

    private static void notification(ObjectNode node, Readiness readiness, GateResult it, Outcome.NotRun notRun) {
        node.put("level", it.stops() ? "error" : "warning");
        node.putObject("message").put("text", readiness.collection() + ": NOT RUN: " + notRun.why());
        node.putObject("associatedRule").put("id", id(it));
    }

    private static void finding(ObjectNode node, Evidence it) {
        String rule = it.rule().isEmpty() ? "" : " (" + it.rule() + ")";
        node.putObject("message").put("text", it.message() + rule);
        ObjectNode place = node.putArray("locations").addObject().putObject("physicalLocation");
        SarifText.artifact(place, it.file());
        if (it.line() > 0) {
            place.putObject("region").put("startLine", it.line());
        }
        ObjectNode more = node.putObject("properties");
        it.agent().ifPresent(agent -> more.put("agent", agent));
    }
}

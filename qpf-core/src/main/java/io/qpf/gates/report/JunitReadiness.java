package io.qpf.gates.report;

import io.qpf.diagnostics.format.JunitXml;
import io.qpf.diagnostics.format.JunitXml.Case;
import io.qpf.diagnostics.format.JunitXml.Kind;
import io.qpf.diagnostics.format.JunitXml.Part;
import io.qpf.diagnostics.format.JunitXml.Suite;
import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Threshold;
import java.util.ArrayList;
import java.util.List;

/**
 * JUnit's XML: a suite for each collection and one for each of its agents, in each a case a gate. A gate that did not run is
 * an error, since it is no test that failed; one that the build allows not to run, or that has nothing to measure, is skipped.
 */
public final class JunitReadiness implements ReadinessFormat {
    @Override
    public String format(ReadinessReport report) {
        List<Suite> suites = new ArrayList<>();
        for (Readiness it : report.collections()) {
            suites.add(collection(it));
            it.agents().forEach(agent -> suites.add(agent(it, agent)));
        }
        return JunitXml.of("qpf readiness", suites);
    }

    private static Suite collection(Readiness readiness) {
        String name = "qpf.gates." + readiness.collection();
        return new Suite(
                name,
                readiness.results().stream()
                        .map(it -> new Case(
                                name, title(it), parts(it, it.outcome(), it.threshold(), it.evidence(), it.allowed())))
                        .toList());
    }

    private static Suite agent(Readiness readiness, AgentReadiness agent) {
        String name = "qpf.gates." + readiness.collection() + "." + agent.agent();
        List<Case> cases = new ArrayList<>();
        for (AgentGates.AgentGate it : AgentGates.of(readiness, agent.agent())) {
            cases.add(new Case(
                    name,
                    title(it.result()),
                    parts(it.result(), it.outcome(), it.figure().threshold(), it.evidence(), it.allowed())));
        }
        cases.add(new Case(name, "deploymentready", ready(agent)));
        return new Suite(name, cases);
    }

    private static List<Part> ready(AgentReadiness agent) {
        return agent.deploymentReady()
                ? List.of()
                : List.of(new Part(
                        Kind.FAILURE,
                        "NOT_READY",
                        String.join("; ", agent.reasons()),
                        String.join("\n", agent.reasons())));
    }

    private static String title(GateResult it) {
        return it.gate().id() + " " + it.gate().title();
    }

    private static List<Part> parts(
            GateResult result, Outcome outcome, Threshold threshold, List<Evidence> evidence, boolean allowed) {
        String type = Words.constant(outcome);
        String found = Words.lines(evidence);
        if (outcome instanceof Outcome.Failed) {
            String text = (found.isEmpty() ? "" : found + "\n") + Words.remedy(result);
            return List.of(new Part(Kind.FAILURE, type, Words.against(outcome, threshold), text));
        }
        if (outcome instanceof Outcome.NotRun it) {
            return allowed
                    ? List.of(new Part(Kind.SKIPPED, "", "NOT RUN, as the build allows: " + it.why(), ""))
                    : List.of(new Part(Kind.ERROR, type, "NOT RUN: " + it.why(), it.why()));
        }
        if (outcome instanceof Outcome.NotApplicable it) {
            return List.of(new Part(Kind.SKIPPED, "", "not applicable: " + it.why(), ""));
        }
        return found.isEmpty() ? List.of() : List.of(new Part(Kind.OUTPUT, "", "", found));
    }
}

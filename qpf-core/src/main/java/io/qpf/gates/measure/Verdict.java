package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.collection.Collection;
import io.qpf.gates.Criterion;
import io.qpf.gates.GateResult;
import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Readiness.Edge;
import io.qpf.gates.Todo;
import io.qpf.plan.AgentPlan;
import io.qpf.source.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From results to readiness: who may be deployed, and what is to be done first. */
final class Verdict {
    private final Subject subject;
    private final List<GateResult> results;
    private final List<Criterion> criteria;

    Verdict(Subject subject, List<GateResult> results, List<Criterion> criteria) {
        this.subject = subject;
        this.results = results;
        this.criteria = criteria;
    }

    Readiness readiness(Map<String, String> tools, Duration took) throws IOException {
        List<AgentReadiness> agents = new ArrayList<>();
        for (AgentPlan it : subject.plan().agents()) {
            agents.add(agent(it));
        }
        return new Readiness(
                subject.plan().collection().name(),
                subject.folder(),
                results,
                agents,
                criteria,
                edges(),
                tools,
                Todo.of(results, agents),
                took);
    }

    private AgentReadiness agent(AgentPlan plan) throws IOException {
        String name = plan.agent().name();
        List<String> reasons = new ArrayList<>();
        for (GateResult it : results) {
            if (it.gate().mandatory() && it.outcome().stops() && concerns(it, name)) {
                reasons.add(
                        it.gate().title() + ": " + it.outcome().word() + (it.stops() ? "" : ", as the build allows"));
            }
        }
        String status = status(plan);
        String version = plan.agent().schema().identity().version().value();
        AgentReadiness agent = new AgentReadiness(name, version, status, false, reasons, unbound(plan));
        if (!agent.schemaAllows()) {
            reasons.add("its schema does not allow it: metadata.status is "
                    + (status.isEmpty() ? "missing" : "`" + status + "`"));
        }
        return new AgentReadiness(name, version, status, reasons.isEmpty(), reasons, agent.unbound());
    }

    private static String status(AgentPlan plan) {
        return plan.agent().schema().metadata().status().map(Text::value).orElse("");
    }

    /** A failure of other agents alone leaves an agent be; one of what they share does not. */
    private static boolean concerns(GateResult result, String agent) {
        if (result.outcome() instanceof Outcome.NotRun || result.agents().isEmpty()) {
            return true;
        }
        boolean own = result.agents().stream()
                .filter(it -> it.agent().equals(agent))
                .anyMatch(it -> it.outcome().stops());
        boolean ofAnybody = result.agents().stream().map(AgentFigure::outcome).anyMatch(Outcome::stops);
        boolean shared = result.evidence().stream().anyMatch(it -> it.agent().isEmpty());
        return own || !ofAnybody || shared;
    }

    private List<String> unbound(AgentPlan plan) throws IOException {
        JsonNode manifest = Expectations.manifest(plan, subject.plan());
        List<String> names = new ArrayList<>();
        for (JsonNode it : manifest.path("operations")) {
            if (!it.path("bound").asBoolean() && it.path("builtin").isNull()) {
                names.add("operation " + it.path("name").asText());
            }
        }
        for (JsonNode it : manifest.path("strategies")) {
            if (!it.path("bound").asBoolean()) {
                names.add("strategy " + it.path("name").asText());
            }
        }
        return names;
    }

    private List<Edge> edges() {
        Collection collection = subject.plan().collection();
        Set<Edge> edges = new LinkedHashSet<>();
        collection
                .hardEdges()
                .forEach(it -> edges.add(new Edge(it.before().name(), it.after().name(), false)));
        collection
                .wirings()
                .forEach(it -> it.observer().ifPresent(observer -> {
                    String observed = observer.name().equals(it.from().name())
                            ? it.to().name()
                            : it.from().name();
                    edges.add(new Edge(observer.name(), observed, true));
                }));
        return List.copyOf(edges);
    }
}

package io.qpf.gates.measure;

import io.qpf.collection.Agent;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.GateResult;
import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Threshold;
import io.qpf.gates.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what was measured against the thresholds. A gate without a measurement cannot pass. */
final class Judge {
    private final Subject subject;
    private final Thresholds thresholds;
    private final Set<String> allowed;
    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, String> notRun = new HashMap<>();
    private final Map<String, Duration> took = new HashMap<>();
    private final Map<String, Set<String>> logs = new HashMap<>();

    Judge(Subject subject, Thresholds thresholds, Set<String> allowed) {
        this.subject = subject;
        this.thresholds = thresholds;
        this.allowed = allowed;
    }

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    /** Holds what a tool was told not to see against what it measured; one that did not run has not passed anyway. */
    void addSilenced(Measurement silenced) {
        List<Measurement> ofGate = measurements.stream()
                .filter(it -> it.gate().equals(silenced.gate()))
                .toList();
        if (ofGate.isEmpty()) {
            return;
        }
        if (silenced.gate().equals(Gates.PYLINT.id())) {
            List<Measurement> own = ofGate.stream()
                    .filter(it -> it.agent().equals(silenced.agent()))
                    .toList();
            // As pylint itself marks what it could not read: nothing, however much good code lies beside it.
            long all = own.stream().mapToLong(Measurement::all).sum();
            measurements.add(new Measurement(silenced.gate(), silenced.agent(), -all, 0, silenced.evidence()));
        } else {
            measurements.add(silenced);
        }
    }

    /** Notes why a gate could not be measured; the first reason counts. */
    void notRun(Gate gate, String why) {
        notRun.putIfAbsent(gate.id(), why);
    }

    void took(Gate gate, Duration duration, List<String> some) {
        took.merge(gate.id(), duration, Duration::plus);
        logs.computeIfAbsent(gate.id(), it -> new LinkedHashSet<>()).addAll(some);
    }

    List<GateResult> results() {
        Places places = places();
        return Gates.ALL.stream().map(it -> result(it, places)).toList();
    }

    private GateResult result(Gate gate, Places places) {
        List<Measurement> own =
                measurements.stream().filter(it -> it.gate().equals(gate.id())).toList();
        List<AgentFigure> agents = subject.plan().collection().agents().stream()
                .map(Agent::name)
                .flatMap(it -> figure(gate, own, it).stream())
                .toList();
        Threshold threshold = thresholds.of(gate);
        Optional<AgentFigure> domain = figure(gate, own, Contents.DOMAIN);
        List<Evidence> evidence = Stream.concat(
                        own.stream().flatMap(it -> it.evidence().stream()),
                        domain.flatMap(it -> ofDomain(gate, it)).stream())
                .map(it -> shown(gate, places, it))
                .sorted(Comparator.comparing(Evidence::file)
                        .thenComparingInt(Evidence::line)
                        .thenComparing(Evidence::message))
                .distinct()
                .toList();
        Duration duration = took.getOrDefault(gate.id(), Duration.ZERO);
        return new GateResult(
                gate,
                threshold,
                outcome(
                        gate,
                        own,
                        Stream.concat(agents.stream(), domain.stream()).toList(),
                        threshold),
                allowed.contains(gate.id()),
                evidence,
                agents,
                duration,
                duration.isZero() && !own.isEmpty() && gate.family() != Gate.Family.COLLECTION,
                List.copyOf(logs.getOrDefault(gate.id(), Set.of())));
    }

    /** What people's own code lacks where that is no count of findings, each of which shows by itself. */
    private Optional<Evidence> ofDomain(Gate gate, AgentFigure domain) {
        if (gate.floor().unit() == Unit.FINDINGS || !(domain.outcome() instanceof Outcome.Failed failed)) {
            return Optional.empty();
        }
        String packages = subject.domainRoots().stream().findFirst().orElse("");
        String message = "domain code alone: " + failed.figure().text() + ", wanted "
                + domain.threshold().text();
        return Optional.of(new Evidence(Optional.empty(), packages, 0, "", message));
    }

    private Outcome outcome(Gate gate, List<Measurement> own, List<AgentFigure> agents, Threshold threshold) {
        Optional<String> nothing = Applicability.whyNot(gate, subject);
        if (nothing.isPresent()) {
            return new Outcome.NotApplicable(nothing.get());
        }
        Optional<Figure> figure = figure(gate, own);
        boolean missed = figure.isPresent() && !threshold.isMetBy(figure.get().value());
        boolean failed = missed || agents.stream().anyMatch(it -> it.outcome() instanceof Outcome.Failed);
        String why = notRun.get(gate.id());
        if (why != null && !failed) {
            return new Outcome.NotRun(why);
        }
        if (figure.isEmpty()) {
            return new Outcome.NotRun("nothing was found that it could measure");
        }
        return failed ? new Outcome.Failed(figure.get()) : new Outcome.Passed(figure.get());
    }

    private Optional<AgentFigure> figure(Gate gate, List<Measurement> own, String agent) {
        List<Measurement> ofAgent =
                own.stream().filter(it -> it.agent().equals(Optional.of(agent))).toList();
        Threshold threshold = thresholds.of(gate, agent);
        return figure(gate, ofAgent).map(it -> new AgentFigure(agent, threshold, Outcome.of(it, threshold)));
    }

    private static Optional<Figure> figure(Gate gate, List<Measurement> some) {
        long all = some.stream().mapToLong(Measurement::all).sum();
        long good = some.stream().mapToLong(Measurement::good).sum();
        return all > 0 ? Optional.of(new Figure(gate.floor().unit(), good, all)) : Optional.empty();
    }

    /** Where people find it. Sentences of the map have their place already. */
    private static Evidence shown(Gate gate, Places places, Evidence it) {
        return gate.equals(Gates.CHECKLIST) ? it : places.shown(it);
    }

    private Places places() {
        List<String> drifted = measurements.stream()
                .filter(it -> it.gate().equals(Gates.DRIFT.id()))
                .flatMap(it -> it.evidence().stream())
                .map(Evidence::file)
                .toList();
        return new Places(subject, drifted);
    }
}

package io.qpf.gates;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a gate over the whole collection.
 *
 * @param threshold what held for the collection; {@link AgentFigure} says what held for an agent
 * @param allowed whether the build was told to go on though the gate did not run
 * @param evidence every finding, also those that a threshold tolerates, sorted by file and line
 * @param agents agent by agent, in the order of extraction; empty for a gate that only the collection has
 * @param took how long its measuring took, which gates of one tool share; zero if kept results still held
 * @param kept whether all of its figures were kept from an earlier run
 * @param logs where the output of the runs that tell most lies in full, one file a run; empty if kept results still held
 */
public record GateResult(
        Gate gate,
        Threshold threshold,
        Outcome outcome,
        boolean allowed,
        List<Evidence> evidence,
        List<AgentFigure> agents,
        Duration took,
        boolean kept,
        List<String> logs) {
    /** What came of a gate for one agent. */
    public record AgentFigure(String agent, Threshold threshold, Outcome outcome) {}

    public GateResult {
        evidence = List.copyOf(evidence);
        agents = List.copyOf(agents);
        logs = List.copyOf(logs);
    }

    /** Where to read on, in one line; empty if no tool ran. */
    public Optional<String> log() {
        return logs.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", logs));
    }

    /** Whether the build must fail for it. */
    public boolean stops() {
        return gate.mandatory() && outcome.stops() && !(outcome instanceof Outcome.NotRun && allowed);
    }
}

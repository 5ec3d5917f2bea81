package io.qpf.extract;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Report;
import io.qpf.plan.Plan;
import io.qpf.write.WriteReport;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request.
 *
 * @param diagnostics what was found and counts
 * @param collections those that could be linked
 * @param plans what each collection becomes, beside {@code collections}; empty if they could not be planned
 * @param agents what was made for each agent, in the order of extraction
 * @param everything what was made altogether, with what agents share
 * @param report the output against the plan; empty if nothing was rendered
 * @param failed whether the request stopped before its end; then the output is as it was
 * @param allowed what was found and does not count
 */
public record Outcome(
        Diagnostics diagnostics,
        List<Linked> collections,
        List<Plan> plans,
        List<Made> agents,
        Statistics everything,
        Optional<WriteReport> report,
        Timings timings,
        boolean failed,
        List<Report.Allowed> allowed) {
    /** An agent and how much it became. */
    public record Made(Agent agent, Statistics statistics) {}

    public Outcome {
        collections = List.copyOf(collections);
        plans = List.copyOf(plans);
        agents = List.copyOf(agents);
        allowed = List.copyOf(allowed);
    }

    /** What a validation looked at, and what it found. */
    public Report report(FailOn failOn) {
        return new Report(diagnostics, allowed, Catalogue.ofSchemas(), failOn);
    }
}

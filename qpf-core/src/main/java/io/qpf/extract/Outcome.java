package io.qpf.extract;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
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
 * @param size how much was looked at
 * @param collections those that could be linked; none of a validation, which lets go of each once it is through with it
 * @param plans what each collection becomes, beside {@code collections}; empty if they could not be planned
 * @param agents what was made for each agent, in the order of extraction
 * @param everything what was made altogether, with what agents share
 * @param report the output against the plan; empty if nothing was rendered
 * @param reach how far the run came with all of its input
 * @param failed whether the request stopped before its end; then the output is as it was
 * @param allowed what was found and does not count
 */
public record Outcome(
        Diagnostics diagnostics,
        Size size,
        List<Linked> collections,
        List<Plan> plans,
        List<Made> agents,
        Statistics everything,
        Optional<WriteReport> report,
        Timings timings,
        Reach reach,
        boolean failed,
        List<Report.Allowed> allowed) {
    /** How many collections could be linked, and how many agents they have. */
    public record Size(int collections, int agents) {
        static final Size NONE = new Size(0, 0);

        Size with(Collection collection) {
            return new Size(collections + 1, agents + collection.agents().size());
        }
    }

    /** An agent and how much it became. */
    public record Made(Agent agent, Statistics statistics) {}

    public Outcome {
        collections = List.copyOf(collections);
        plans = List.copyOf(plans);
        agents = List.copyOf(agents);
        allowed = List.copyOf(allowed);
    }

    /** What was looked at, and what was found; whoever came to the output looked at what was written there before, too. */
    public Report report(FailOn failOn) {
        boolean wrote = timings.stages().containsKey(Stage.WRITE);
        return new Report(
                diagnostics, allowed, wrote ? Catalogue.all() : Catalogue.ofSchemas(), reach.undecided(), failOn);
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing keeps an agent from taking on more than it can do. */
final class UnlimitedTasks implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-PRF-004", Severity.INFO, "An agent in production takes on any number of tasks.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<Text> limit = agent.schema().learning().taskLimitText();
            if (Standing.isInProduction(agent)
                    && limit.filter(it -> Names.fold(it.value()).startsWith("unlimited"))
                            .isPresent()) {
                found.add(INFO.at(
                        limit.get().span(),
                        agent.name() + " is in production, and takes on any number of tasks at once",
                        "write a number that its backends can carry, such as `100_parallel`"));
            }
        }
        return found;
    }
}

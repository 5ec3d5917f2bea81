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
import java.util.Set;

/** One section keeps an agent on a lead, the other lets it go. */
final class ModesDisagree implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-GOV-310", Severity.WARNING, "Governance and autonomy profile say the opposite of each other.");

    private static final Set<String> LEAD = Set.of("manual", "supervised", "advisory", "humanintheloop");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Text governed = agent.schema().governance().mode();
            Optional<Text> profile = agent.schema().learning().autonomyMode();
            boolean free = profile.filter(it -> Names.fold(it.value()).contains("full")
                            || Names.fold(it.value()).equals("autonomous"))
                    .isPresent();
            if (free && LEAD.contains(Names.fold(governed.value()))) {
                found.add(INFO.at(
                        profile.get().span(),
                        "the autonomy profile of " + agent.name() + " says " + profile.get() + ", its governance "
                                + governed,
                        "let the two agree: people decide, or the agent does",
                        new Diagnostic.Related(governed.span(), "the mode of its governance")));
            }
        }
        return found;
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Nobody can tell afterwards why an agent decided as it did. */
final class OpaqueReasoning implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-GOV-305", Severity.WARNING, "An agent reasons by strategies, and records none of its decisions.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<Text> modes = agent.schema().reasoning().strategyModes();
            if (!modes.isEmpty() && !agent.schema().says("governance.auditscope")) {
                found.add(INFO.at(
                        agent.schema().governance().span(),
                        agent.name() + " decides by " + modes.get(0) + ", and no auditscope says what is recorded",
                        "list under governance.auditscope what an auditor should see, such as `- decisions`"));
            }
        }
        return found;
    }
}

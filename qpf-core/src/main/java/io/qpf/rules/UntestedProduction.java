package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.FileDirectives;
import java.util.ArrayList;
import java.util.List;

/** An agent goes into production without tests. */
final class UntestedProduction implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-304", Severity.WARNING, "A production schema asks for no tests.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            FileDirectives files = agent.schema().files();
            if (!files.generateTests() && Standing.isInProduction(agent)) {
                found.add(INFO.at(
                        KeyPlace.of(files.span(), "generatetests"),
                        agent.name() + " is in production, and no tests are generated for it",
                        "write `generatetests: true`, or lower metadata.status"));
            }
        }
        return found;
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two endpoints of an agent are one. */
final class SharedRoute implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-CON-207", Severity.ERROR, "Two endpoints of an agent share their route or their operation.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<Endpoint> endpoints = agent.schema().deployment().endpoints();
            Set<Endpoint> reported = new HashSet<>();
            Twins.of(
                            endpoints,
                            it -> it.method() + " " + it.path(),
                            it -> it.path().span())
                    .filter(it -> reported.add(it.second()))
                    .forEach(it -> found.add(INFO.at(
                            it.span(),
                            it.second().method() + " " + it.second().path() + " is routed twice",
                            "give one of the two endpoints another path or method",
                            it.other("the other route"))));
            Twins.of(endpoints, it -> it.name().value(), it -> it.name().span())
                    .filter(it -> reported.add(it.second()))
                    .forEach(it -> found.add(INFO.at(
                            it.span(),
                            "two endpoints declare the operation `"
                                    + it.second().name() + "`",
                            "give each endpoint a `name:` of its own",
                            it.other("the other endpoint"))));
        }
        return found;
    }
}

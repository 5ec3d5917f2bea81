package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Deployment;
import io.qpf.schema.Endpoint;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An API is called private, and asks nobody who they are. */
final class OpenPrivateApi implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-309", Severity.WARNING, "A private API lets everybody in.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Deployment deployment = agent.schema().deployment();
            Optional<Text> mode =
                    deployment.apiMode().filter(it -> Names.fold(it.value()).equals("private"));
            List<Endpoint> endpoints = deployment.endpoints();
            boolean open = endpoints.stream().allMatch(it -> it.auth() instanceof Endpoint.Auth.Open);
            boolean changes = endpoints.stream().anyMatch(it -> !it.method().equals("GET"));
            if (mode.isPresent() && open && changes) {
                found.add(INFO.at(
                        mode.get().span(),
                        "the API of " + agent.name() + " is private, and none of its endpoints asks for a token",
                        "write `auth_required: true`, or a scope, at the endpoints that change something"));
            }
        }
        return found;
    }
}

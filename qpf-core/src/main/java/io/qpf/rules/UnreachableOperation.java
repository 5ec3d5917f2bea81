package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Bindings;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bound code that is never reached. */
final class UnreachableOperation implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-214", Severity.WARNING, "Code is bound to an operation that nobody can call.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<Text> called = DeclaredIds.reached(agent, subject.collection().wirings());
            for (Bindings.Binding binding : agent.schema().bindings().operations()) {
                String name = binding.name().value();
                if (called.stream().noneMatch(it -> it.value().equals(name))) {
                    found.add(INFO.at(
                            binding.name().span(),
                            "`" + name + "` of " + agent.name() + " is bound, and neither endpoint nor wiring calls it",
                            hint(agent, binding, called)));
                }
            }
        }
        return found;
    }

    private static String hint(Agent agent, Bindings.Binding binding, List<Text> called) {
        String name = binding.name().value();
        List<String> names = called.stream().map(Text::value).distinct().toList();
        String add = "add `- POST /" + Names.fold(agent.name()) + "/v6/" + name
                + "` under deployment.endpoints, or a wiring with `method_names: [" + name + "]`";
        Optional<String> near = Suggest.nearest(name, names.stream());
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`? Write `" + near.get() + ": " + binding.target() + "`. Otherwise "
                    + add;
        }
        return names.isEmpty()
                ? add
                : "what is called here is " + String.join(", ", names) + ": bind one of them, or " + add;
    }
}

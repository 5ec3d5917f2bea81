package io.qpf.rules;

import io.qpf.collection.AgentNames;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Glue;
import io.qpf.source.Text;
import java.util.List;

/** A client is for somebody whom nobody knows. */
final class UnknownPeer implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-207", Severity.WARNING, "A generated file is `for` an agent that does not exist.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<String> externals = subject.collection().glue().map(Glue::externals).orElse(List.of()).stream()
                .map(it -> Names.fold(it.value()))
                .toList();
        return subject.agents().stream()
                .flatMap(it -> it.schema().files().generateFiles().stream())
                .flatMap(it -> it.peer().stream())
                .filter(it -> !externals.contains(Names.fold(it.value())))
                .filter(it -> !(subject.names().find(it.value()) instanceof AgentNames.Match.Found))
                .map(it -> finding(subject, it))
                .toList();
    }

    private static Diagnostic finding(Subject subject, Text peer) {
        return INFO.at(
                peer.span(),
                "`" + peer + "` is no agent of this collection and no external of its glue",
                subject.names().hint(peer.value(), "list it under externals in the glue"));
    }
}

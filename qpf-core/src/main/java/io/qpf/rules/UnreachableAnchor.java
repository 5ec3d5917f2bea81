package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection.AnchorContact;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody said how to reach an anchor. */
final class UnreachableAnchor implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-301", Severity.WARNING, "Nobody said how to reach a governance anchor.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<String> names = subject.collection().anchors().stream()
                .filter(it -> !it.channels().isEmpty())
                .map(AnchorContact::name)
                .toList();
        Set<String> reachable = names.stream().map(Names::fold).collect(Collectors.toSet());
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            for (Text anchor : agent.schema().governance().anchors()) {
                // A word that was left in names nobody, which another rule says.
                if (!reachable.contains(Names.fold(Names.anchor(anchor.value()))) && !LeftIn.isAll(anchor.value())) {
                    found.add(INFO.at(
                            anchor.span(),
                            "nobody said how to reach " + Names.anchor(anchor.value()),
                            Suggest.hint(
                                    Names.anchor(anchor.value()),
                                    names.stream(),
                                    "add `" + Names.anchor(anchor.value())
                                            + " (channel)` under governance_harmonization.anchors in the glue, or an"
                                            + " escalation_method under governance_anchors in the map")));
                }
            }
        }
        return found;
    }
}

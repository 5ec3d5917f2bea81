package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A map of one version orders schemas of another. */
final class MapVersion implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-213", Severity.WARNING, "Map and schema are of different versions.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Text own = agent.schema().identity().version();
            Optional<Text> map = subject.collection().map().version();
            Optional<String> wanted = map.flatMap(it -> Majors.of(it.value()));
            Optional<String> given = Majors.of(own.value());
            if (wanted.isPresent() && given.isPresent() && !given.equals(wanted)) {
                found.add(INFO.at(
                        own.span(),
                        agent.name() + " is of version " + own + ", the map of version " + map.orElseThrow(),
                        "bring both to one major version",
                        new Diagnostic.Related(map.orElseThrow().span(), "the version of the map")));
            }
        }
        return found;
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copy-paste inheritance: what is wrong in one is wrong in the other. */
final class CopiedSchema implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-212", Severity.WARNING, "Two schemas agree in most of their lines.");

    /** Schemas of a few lines agree by chance. */
    private static final int LEAST = 40;

    private static final int PER_CENT = 80;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        List<Set<String>> lines = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Set<String> own = lines(agent);
            for (int other = 0; other < lines.size(); other++) {
                int same = own.size() < LEAST ? 0 : common(own, lines.get(other));
                if (same * 100
                        > PER_CENT * Math.max(own.size(), lines.get(other).size())) {
                    Agent model = subject.agents().get(other);
                    found.add(INFO.at(
                            agent.schema().identity().name().span(),
                            agent.name() + " agrees with " + model.name() + " in " + same + " of " + own.size()
                                    + " lines",
                            "move what both share into the map's shared_configuration, or make one agent of the two",
                            new Diagnostic.Related(
                                    model.schema().identity().name().span(), "the other schema")));
                    break;
                }
            }
            lines.add(own);
        }
        return found;
    }

    /** The lines that say something: no comments, no bare keys, none that two schemas of one form share anyway. */
    private static Set<String> lines(Agent agent) {
        Set<String> lines = new HashSet<>();
        agent.schema().source().text().lines().forEach(line -> {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#") && !text.endsWith(":")) {
                lines.add(text);
            }
        });
        return lines;
    }

    private static int common(Set<String> one, Set<String> other) {
        int common = 0;
        for (String line : one) {
            if (other.contains(line)) {
                common++;
            }
        }
        return common;
    }
}

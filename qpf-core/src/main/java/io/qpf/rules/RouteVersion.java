package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path says v5 and the agent is v6. */
final class RouteVersion implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-214", Severity.WARNING, "A route names another version than the schema.");

    private static final Pattern SEGMENT = Pattern.compile("/v(\\d{1,4})(?=[/.]|$)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            // A version that is too old is an error of its own, and the route may be what is right.
            Optional<String> own =
                    Majors.of(agent.schema().identity().version().value()).filter(it -> !isTooOld(it));
            for (Endpoint endpoint : agent.schema().deployment().endpoints()) {
                Matcher version = SEGMENT.matcher(endpoint.path().value());
                if (own.isPresent() && version.find() && !version.group(1).equals(own.get())) {
                    found.add(INFO.at(
                            endpoint.path().span(),
                            "the route " + endpoint.path() + " is of version " + version.group(1) + ", " + agent.name()
                                    + " of version " + own.get(),
                            "write v" + own.get() + " in the path, or keep the old route on purpose in an agent of its"
                                    + " own"));
                }
            }
        }
        return found;
    }

    private static boolean isTooOld(String major) {
        return major.length() == 1 && major.charAt(0) < '6';
    }
}

package io.qpf.gates.measure;

import io.qpf.collection.Agent;
import io.qpf.gates.Gate;
import io.qpf.gates.Threshold;
import io.qpf.schema.GateSettings;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each gate must reach: QPF's floor, the pom over it, the map over the pom, an agent's own over all. */
final class Thresholds {
    private static final Pattern WISH =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*%?\\s*(?:because\\s+(.+?)\\s*)?", Pattern.DOTALL);

    private final Map<String, Threshold> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Thresholds() {}

    /**
     * The thresholds of a collection.
     *
     * @param pom by gate: a number, or a number with {@code because} and the reason
     */
    static Thresholds of(Subject subject, Map<String, String> pom) {
        Thresholds thresholds = new Thresholds();
        pom.forEach((gate, wish) -> {
            Matcher parts = WISH.matcher(wish);
            if (parts.matches()) {
                Optional<String> reason = Optional.ofNullable(parts.group(2));
                thresholds.set(
                        "thresholds." + gate + " of the pom", gate, "", Double.parseDouble(parts.group(1)), reason);
            } else {
                thresholds.problems.add("thresholds." + gate + " of the pom is `" + wish
                        + "`: write a number, or a number with `because` and the reason");
            }
        });
        List<Agent> agents = subject.plan().collection().agents();
        for (GateSettings.Threshold it :
                subject.plan().collection().map().gates().thresholds()) {
            String place = subject.place() + "/" + it.gate().span();
            Optional<String> agent = it.agent()
                    .flatMap(name -> agents.stream()
                            .map(Agent::name)
                            .filter(name.value()::equalsIgnoreCase)
                            .findFirst());
            if (it.agent().isPresent() && agent.isEmpty()) {
                thresholds.problems.add(
                        place + ": there is no agent `" + it.agent().get() + "`; write the name of its schema");
            } else {
                thresholds.set(
                        place,
                        it.gate().value(),
                        agent.orElse(""),
                        it.value(),
                        it.reason().map(Text::value));
            }
        }
        return thresholds;
    }

    private void set(String place, String name, String agent, double value, Optional<String> reason) {
        Optional<Gate> gate = GateNames.find(name);
        if (gate.isEmpty()) {
            problems.add(GateNames.problem(place, name));
            return;
        }
        String id = gate.get().id();
        Threshold floor = gate.get().floor();
        Threshold wish = floor.at(value, place, Optional.empty());
        if (wish.isAtLeastAsStrictAs(floor)) {
            values.put(id + " " + agent, wish);
        } else if (reason.isPresent()) {
            values.put(id + " " + agent, floor.at(value, place, reason));
        } else {
            problems.add(place + ": " + wish.text() + " is below QPF's own " + floor.text()
                    + " and needs a reason: write `" + id + ": {value: " + value + ", reason: …}` in the map, or `"
                    + value + " because …` in the pom");
        }
    }

    /** What is wrong with the wishes, each with its place. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    Threshold of(Gate gate) {
        return Optional.ofNullable(values.get(gate.id() + " ")).orElse(gate.floor());
    }

    Threshold of(Gate gate, String agent) {
        return Optional.ofNullable(values.get(gate.id() + " " + agent)).orElseGet(() -> of(gate));
    }
}

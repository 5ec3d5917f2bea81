package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.plan.pack.Archetype;
import io.qpf.schema.ConnectionType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom an agent speaks to, by its wirings and by the names of its modules. */
final class Peers {
    static final String CLIENT = "client";

    private Peers() {}

    /** Agents and services that the agent calls, in the order of the wirings, each once. */
    static List<String> called(Collection collection, Agent agent) {
        Set<String> called = new LinkedHashSet<>();
        for (Wiring wiring : calls(collection, agent)) {
            called.add(wiring.to().name());
        }
        return List.copyOf(called);
    }

    /** The api_call wirings that begin at the agent. */
    static List<Wiring> calls(Collection collection, Agent agent) {
        List<Wiring> calls = new ArrayList<>();
        for (Wiring wiring : collection.wirings()) {
            if (wiring.type() == ConnectionType.API_CALL && isAgent(wiring.from(), agent)) {
                calls.add(wiring);
            }
        }
        return calls;
    }

    static boolean observes(Wiring wiring, Agent agent) {
        return wiring.observer().filter(end -> isAgent(end, agent)).isPresent();
    }

    /** Whether the agent publishes the events of the wiring. */
    static boolean publishes(Wiring wiring, Agent agent) {
        return wiring.type() == ConnectionType.EVENT_OBSERVE
                && !observes(wiring, agent)
                && (isAgent(wiring.from(), agent) || isAgent(wiring.to(), agent));
    }

    static boolean isAgent(Wiring.End end, Agent agent) {
        return end instanceof Wiring.End.Inside inside && inside.agent().name().equals(agent.name());
    }

    /**
     * The peer of a client or domain bridge: the called agent or service, else the agent, whose name the module's name
     * shares most letters with; empty if none.
     */
    static Optional<String> of(Collection collection, Agent agent, Archetype archetype, String path) {
        if (!archetype.name().equals(CLIENT) && !archetype.name().equals("domain_bridge")) {
            return Optional.empty();
        }
        String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(_?client|_?bridge)?\\.py$", "");
        return best(stem, called(collection, agent)).or(() -> best(stem, others(collection, agent)));
    }

    private static List<String> others(Collection collection, Agent agent) {
        List<String> others = new ArrayList<>();
        for (Agent other : collection.agents()) {
            if (!other.name().equals(agent.name())) {
                others.add(other.name());
            }
        }
        return others;
    }

    /** The first of equals. */
    private static Optional<String> best(String stem, List<String> names) {
        Optional<String> best = Optional.empty();
        int most = 0;
        for (String name : names) {
            int closeness = closeness(stem, name);
            if (closeness > most) {
                most = closeness;
                best = Optional.of(name);
            }
        }
        return best;
    }

    private static int closeness(String stem, String name) {
        return Math.max(Words.overlap(stem, name), Words.overlap(name, stem));
    }
}

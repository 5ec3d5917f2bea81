package io.qpf.plan.view;

import io.qpf.collection.Agent;
import io.qpf.collection.Wiring;
import io.qpf.schema.ConnectionType;

/** Which end of a wiring an agent is. */
final class Ends {
    private Ends() {}

    static boolean is(Wiring.End end, Agent agent) {
        return end instanceof Wiring.End.Inside inside && inside.agent().name().equals(agent.name());
    }

    static boolean observes(Wiring wiring, Agent agent) {
        return wiring.observer().filter(it -> is(it, agent)).isPresent();
    }

    static boolean publishes(Wiring wiring, Agent agent) {
        return wiring.type() == ConnectionType.EVENT_OBSERVE
                && !observes(wiring, agent)
                && (is(wiring.from(), agent) || is(wiring.to(), agent));
    }

    /** The end that the agent is not. */
    static Wiring.End other(Wiring wiring, Agent agent) {
        return is(wiring.from(), agent) ? wiring.to() : wiring.from();
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import java.util.Set;

/** How far an agent is, as its schema says. */
final class Standing {
    private static final Set<String> RUNNING = Set.of("production", "productionready");
    private static final Set<String> UNREADY = Set.of("draft", "development", "experimental");
    private static final Set<String> LEAVING = Set.of("deprecated", "archived");

    private Standing() {}

    /** Whether people rely on it. */
    static boolean isInProduction(Agent agent) {
        return RUNNING.contains(of(agent));
    }

    /** Whether it may still change in any way. */
    static boolean isUnready(Agent agent) {
        return UNREADY.contains(of(agent));
    }

    /** Whether it is about to go. */
    static boolean isLeaving(Agent agent) {
        return LEAVING.contains(of(agent));
    }

    private static String of(Agent agent) {
        return agent.schema()
                .metadata()
                .status()
                .map(it -> Names.fold(it.value()))
                .orElse("");
    }
}

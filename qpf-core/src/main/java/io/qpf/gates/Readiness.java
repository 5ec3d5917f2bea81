package io.qpf.gates;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run of all gates says about a collection. It has no clock: whoever keeps a history adds the time.
 *
 * @param collection its name
 * @param folder where it lies below the output folder; empty for the output folder itself
 * @param results every gate, in the order of {@link Gates#ALL}
 * @param agents in the order of extraction
 * @param criteria every sentence of the map, matched to gates or signed
 * @param edges who depends on whom, for a picture
 * @param tools the version of each tool by its name
 * @param todo the shortest list of what to do, most telling first; empty if the collection is ready
 * @param took the whole run
 */
public record Readiness(
        String collection,
        String folder,
        List<GateResult> results,
        List<AgentReadiness> agents,
        List<Criterion> criteria,
        List<Edge> edges,
        Map<String, String> tools,
        List<String> todo,
        Duration took) {
    /**
     * One agent.
     *
     * @param status what its schema says under {@code metadata.status}; empty if it says nothing
     * @param deploymentReady whether every mandatory gate passed and the schema allows it
     * @param reasons why it is not ready, one line each
     * @param unbound operations and strategies that the schema declares and no code serves
     */
    public record AgentReadiness(
            String agent,
            String version,
            String status,
            boolean deploymentReady,
            List<String> reasons,
            List<String> unbound) {
        public AgentReadiness {
            reasons = List.copyOf(reasons);
            unbound = List.copyOf(unbound);
        }

        /** Whether its schema asks for deployment. */
        public boolean schemaAllows() {
            return status.equals("production_ready") || status.equals("production");
        }
    }

    /** From the agent that comes first to the one that depends on it, or from the observer to whom it observes. */
    public record Edge(String from, String to, boolean observes) {}

    public Readiness {
        results = List.copyOf(results);
        agents = List.copyOf(agents);
        criteria = List.copyOf(criteria);
        edges = List.copyOf(edges);
        tools = Map.copyOf(tools);
        todo = List.copyOf(todo);
    }

    /** Whether no mandatory gate stops the build. */
    public boolean passed() {
        return results.stream().noneMatch(GateResult::stops);
    }

    /** Whether every agent may be deployed. */
    public boolean deploymentReady() {
        return passed() && agents.stream().allMatch(AgentReadiness::deploymentReady);
    }
}

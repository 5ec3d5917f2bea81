package io.qpf.gates;

/**
 * One thing that must hold before anything is deployed.
 *
 * @param id what builds, maps and reports call it
 * @param measures what is counted, in a few words
 * @param floor QPF's own threshold
 * @param mandatory whether agents are not ready without it
 * @param remedy what to do when it fails
 */
public record Gate(
        String id, String title, Family family, String measures, Threshold floor, boolean mandatory, String remedy) {
    /** How a gate is measured. */
    public enum Family {
        /** Read from the tree, by one static probe. */
        STATIC,
        /** By a tool that Python people trust. */
        TOOL,
        /** By starting the agents. */
        RUNNING,
        /** By comparing the tree, the lock and the plan. */
        COLLECTION
    }
}

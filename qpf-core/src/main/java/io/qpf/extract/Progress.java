package io.qpf.extract;

import io.qpf.collection.Agent;

/** Who wants to know how far an extraction is. Called by one thread, in the order of extraction. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** A collection is linked, checked and planned; its agents are next. */
    default void collectionStarted(Linked collection) {}

    /**
     * The agent's files are rendered.
     *
     * @param count of the collection's agents
     */
    default void agentFinished(Agent agent, int count, Statistics statistics) {}
}

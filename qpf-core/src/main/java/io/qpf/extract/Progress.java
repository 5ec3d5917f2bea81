package io.qpf.extract;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;

/** Who wants to know how far an extraction is. Called by one thread, in the order of extraction. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** A collection is linked and checked. */
    default void collectionStarted(Collection collection) {}

    /** The agent's files are next. */
    default void agentStarted(Agent agent, int number, int count) {}

    /** The agent's files are rendered. */
    default void agentFinished(Agent agent, Statistics statistics) {}
}

package io.qpf.plan.document;

import io.qpf.collection.Collection;
import io.qpf.plan.AgentPlan;
import java.util.List;

/** Makes the views of the collection's own documents. */
public final class CollectionViews {
    private CollectionViews() {}

    /** Stand-in. */
    public static Object of(Collection collection, List<AgentPlan> agents) {
        return agents.size();
    }
}

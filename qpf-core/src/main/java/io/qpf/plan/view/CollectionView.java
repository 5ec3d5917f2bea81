package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/** What the Python files of the collection as a whole show. */
public record CollectionView(
        Banner banner, SchemaText name, PyExpr root, List<AgentView> agents, List<SchemaText> firstParty) {
    public CollectionView {
        agents = List.copyOf(agents);
        firstParty = List.copyOf(firstParty);
    }
}

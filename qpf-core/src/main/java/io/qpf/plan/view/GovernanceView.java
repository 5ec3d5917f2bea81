package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/** The governance of an agent. Triggers with one name stand once. */
public record GovernanceView(
        SchemaText mode,
        PyExpr humanOverride,
        List<AnchorView> anchors,
        PyExpr auditScope,
        List<SchemaText> auditActions,
        List<TriggerView> triggers,
        PyExpr guidance) {
    public GovernanceView {
        anchors = List.copyOf(anchors);
        auditActions = List.copyOf(auditActions);
        triggers = List.copyOf(triggers);
    }

    public boolean hasTriggers() {
        return !triggers.isEmpty();
    }

    public boolean hasBoundaries() {
        return triggers.stream().anyMatch(it -> !it.boundaries().isEmpty());
    }

    public boolean hasAuditActions() {
        return !auditActions.isEmpty();
    }

    /** The boundaries of all triggers. */
    public List<BoundaryView> boundaries() {
        return triggers.stream().flatMap(it -> it.boundaries().stream()).toList();
    }
}

package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/** Events that an agent publishes (a tuple and one by one) and those that it observes. */
public record EventsView(PyExpr published, List<SchemaText> names, List<SubscriptionView> subscriptions) {
    /** An observed event. */
    public record SubscriptionView(SchemaText publisher, SchemaText event) {}

    public EventsView {
        names = List.copyOf(names);
        subscriptions = List.copyOf(subscriptions);
    }

    public boolean publishes() {
        return !names.isEmpty();
    }

    public boolean observes() {
        return !subscriptions.isEmpty();
    }
}

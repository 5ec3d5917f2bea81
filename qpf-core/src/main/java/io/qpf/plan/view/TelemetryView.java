package io.qpf.plan.view;

import io.qpf.python.SchemaText;
import java.util.List;

/** Metrics and alerts of an agent. */
public record TelemetryView(List<SchemaText> metrics, List<AlertView> alerts) {
    public TelemetryView {
        metrics = List.copyOf(metrics);
        alerts = List.copyOf(alerts);
    }

    public boolean hasMetrics() {
        return !metrics.isEmpty();
    }

    public boolean hasAlerts() {
        return !alerts.isEmpty();
    }

    /** How many boundaries its alerts have. */
    int boundaries() {
        return alerts.stream().mapToInt(it -> it.trigger().boundaries().size()).sum();
    }

    public boolean hasBoundaries() {
        return alerts.stream().anyMatch(it -> !it.trigger().boundaries().isEmpty());
    }
}

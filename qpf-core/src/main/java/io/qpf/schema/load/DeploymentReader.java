package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Deployment;
import io.qpf.schema.Endpoint;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code deployment}. */
final class DeploymentReader {
    private static final String METRICS = "metrics";
    private static final int MAX_PORT = 65_535;

    private DeploymentReader() {}

    static Deployment read(Fields section) {
        Fields telemetry = section.child("telemetry").keep("tracing", "logging");
        boolean switched = isSwitch(telemetry.datum(METRICS));
        List<Text> metrics = switched ? List.of() : telemetry.texts(METRICS);
        boolean enabled = switched ? telemetry.flag(METRICS).orElseThrow().value() : !metrics.isEmpty();
        Optional<Text> dashboard = telemetry.text("dashboard").or(() -> telemetry.text("dashboardpath"));
        telemetry.has("dashboardpath");
        List<Text> alerts = new ArrayList<>(section.texts("alerting"));
        alerts.addAll(telemetry.texts("alerting"));
        List<Endpoint> endpoints = new EndpointReader(section).read();
        section.keep("replicas", "resources", "scaling", "region", "image", "secrets");
        return new Deployment(
                section.span(),
                section.text("runtime"),
                section.text("environment"),
                section.text("apimode"),
                section.whole("port", 1, MAX_PORT),
                endpoints,
                endpoints.isEmpty() && section.isGiven("endpoints"),
                section.text("healthcheck"),
                dashboard,
                metrics,
                enabled,
                alerts,
                section.extras());
    }

    private static boolean isSwitch(Optional<Datum> metrics) {
        return metrics.isPresent()
                && metrics.get() instanceof Datum.Scalar scalar
                && scalar.kind() == Datum.Kind.BOOLEAN;
    }
}

package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * How an agent runs.
 *
 * @param port where it listens, if the schema says so; otherwise the order of extraction gives one from 8000 on
 * @param unreadEndpoints whether endpoints are given that could not be read, which is an error of their own
 * @param metricsEnabled {@code metrics: true} asks for the built-in ones without naming any
 * @param alerts conditions
 */
public record Deployment(
        Span span,
        Optional<Text> runtime,
        Optional<Text> environment,
        Optional<Text> apiMode,
        Optional<Located<Integer>> port,
        List<Endpoint> endpoints,
        boolean unreadEndpoints,
        Optional<Text> healthCheck,
        Optional<Text> dashboard,
        List<Text> metrics,
        boolean metricsEnabled,
        List<Text> alerts,
        List<Entry> extras) {
    public Deployment {
        endpoints = List.copyOf(endpoints);
        metrics = List.copyOf(metrics);
        alerts = List.copyOf(alerts);
        extras = List.copyOf(extras);
    }
}

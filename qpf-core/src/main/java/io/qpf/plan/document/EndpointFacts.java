package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.plan.OperationPlan;
import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A route of an agent and an example request.
 *
 * @param timeoutMs after which the answer is 504
 * @param query whether the request travels in the query string
 * @param body the example request, as JSON
 * @param parameters the example request, as query parameters
 */
public record EndpointFacts(
        OperationFacts operation,
        SchemaText method,
        SchemaText path,
        SchemaText url,
        Optional<SchemaText> description,
        Optional<Integer> timeoutMs,
        GuardFacts guard,
        boolean query,
        SchemaText body,
        Group<SchemaText> parameters) {
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE");

    /** What a caller must show: nothing, any token, or a token with a scope. */
    public record GuardFacts(boolean open, boolean anyToken, Optional<SchemaText> scope) {
        static GuardFacts of(Endpoint.Auth auth) {
            return new GuardFacts(
                    auth instanceof Endpoint.Auth.Open,
                    auth instanceof Endpoint.Auth.AnyToken,
                    auth instanceof Endpoint.Auth.Scope scope
                            ? Optional.of(Show.text(scope.name()))
                            : Optional.empty());
        }

        public boolean guarded() {
            return !open;
        }
    }

    static EndpointFacts of(Endpoint endpoint, OperationPlan plan, OperationFacts operation, Agent agent) {
        SampleJson samples = new SampleJson(agent.schema().contracts());
        List<Contract.Field> fields =
                plan.contract().flatMap(Contract.Operation::request).orElse(List.of());
        boolean query = BODILESS.contains(endpoint.method());
        return new EndpointFacts(
                operation,
                SchemaText.of(endpoint.method()),
                Show.text(endpoint.path()),
                SchemaText.of(
                        AgentFacts.baseUrl(agent) + Urls.encoded(endpoint.path().value())),
                Show.text(endpoint.description()),
                endpoint.timeoutMs().map(it -> it.value()),
                GuardFacts.of(endpoint.auth()),
                query,
                SchemaText.of(samples.object(fields)),
                query ? Group.of(fields, it -> parameter(it, samples)) : new Group<>(List.of()));
    }

    private static SchemaText parameter(Contract.Field field, SampleJson samples) {
        String sample = samples.value(field.type().value());
        boolean quoted = sample.startsWith("\"");
        return SchemaText.of(Urls.encoded(field.name().value()) + "="
                + (quoted ? sample.substring(1, sample.length() - 1) : sample));
    }

    public boolean sendsBody() {
        return !query;
    }
}

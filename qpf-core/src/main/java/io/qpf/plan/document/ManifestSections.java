package io.qpf.plan.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.collection.Collection;
import io.qpf.collection.Policies;
import io.qpf.collection.Wiring;
import io.qpf.plan.AgentPlan;
import io.qpf.policy.Clause;
import io.qpf.policy.Conditions;
import io.qpf.schema.Endpoint;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.Retention;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** The parts of a manifest that say what an agent does. */
final class ManifestSections {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final AgentPlan plan;
    private final Collection collection;

    ManifestSections(AgentPlan plan, Collection collection) {
        this.plan = plan;
        this.collection = collection;
    }

    /** The routes that lead to an operation; a scope of {@code *} is any valid token. */
    static ArrayNode routes(String operation, AgentPlan plan) {
        ArrayNode nodes = NODES.arrayNode();
        for (Endpoint endpoint : plan.agent().schema().deployment().endpoints()) {
            if (endpoint.name().value().equals(operation)) {
                ObjectNode node = nodes.addObject();
                node.put("method", endpoint.method());
                node.put("path", endpoint.path().value());
                node.put(
                        "timeout_ms", endpoint.timeoutMs().map(it -> it.value()).orElse(null));
                node.put("auth", scope(endpoint.auth()).orElse(null));
            }
        }
        return nodes;
    }

    private static Optional<String> scope(Endpoint.Auth auth) {
        if (auth instanceof Endpoint.Auth.Scope scope) {
            return Optional.of(scope.name().value());
        }
        return auth instanceof Endpoint.Auth.AnyToken ? Optional.of("*") : Optional.empty();
    }

    ArrayNode strategies() {
        ArrayNode nodes = NODES.arrayNode();
        for (Text mode : plan.agent().schema().reasoning().strategyModes()) {
            Optional<String> target = ApiFacts.binding(
                            plan.agent().schema().bindings().strategies(), mode.value())
                    .map(it -> it.target().value());
            nodes.addObject()
                    .put("name", mode.value())
                    .put("bound", target.isPresent())
                    .put("target", target.orElse(null));
        }
        return nodes;
    }

    /** The wirings with this agent at one end. */
    ArrayNode wirings() {
        ArrayNode nodes = NODES.arrayNode();
        String name = plan.agent().name();
        for (Wiring wiring : collection.wirings()) {
            if (wiring.from().name().equals(name) || wiring.to().name().equals(name)) {
                ObjectNode node = nodes.addObject();
                node.put("number", wiring.number());
                node.put("type", wiring.type().word());
                node.put("from", wiring.from().name());
                node.put("to", wiring.to().name());
                node.put("observer", wiring.observer().map(Wiring.End::name).orElse(null));
                node.put("import_path", wiring.importPath().orElse(null));
                node.set("names", texts(wiring.names()));
            }
        }
        return nodes;
    }

    ArrayNode memory() {
        ArrayNode nodes = NODES.arrayNode();
        for (MemoryLayer layer : plan.agent().schema().memory().layers()) {
            ObjectNode node = nodes.addObject();
            node.put("layer", layer.kind().word());
            node.put("storage", layer.storageType().value());
            node.put("keyspace", layer.keyspace().map(Text::value).orElse(null));
            node.put("ttl_s", layer.ttlSeconds().map(it -> it.value()).orElse(null));
            node.put(
                    "retention", layer.retention().map(it -> period(it.value())).orElse(null));
            node.set("indexby", texts(layer.indexBy()));
        }
        return nodes;
    }

    /** A period of ISO 8601, or the words where there is none. */
    private static String period(Retention retention) {
        if (retention instanceof Retention.For time) {
            return time.months() > 0 ? "P" + time.months() + "M" : "P" + time.days() + "D";
        }
        return retention instanceof Retention.Indefinite ? "indefinite" : retention.text();
    }

    ArrayNode anchors() {
        ArrayNode nodes = NODES.arrayNode();
        for (Text anchor : plan.agent().schema().governance().anchors()) {
            Optional<Collection.AnchorContact> contact = collection.contact(anchor);
            ObjectNode node = nodes.addObject();
            node.put("name", contact.map(Collection.AnchorContact::name).orElse(anchor.value()));
            node.set(
                    "channels",
                    Manifest.strings(
                            contact.map(Collection.AnchorContact::channels).orElse(List.of())));
        }
        return nodes;
    }

    ArrayNode triggers() {
        ArrayNode nodes = NODES.arrayNode();
        Policies policies = plan.agent().policies();
        policies.escalation().forEach(it -> clause("escalation", it, nodes));
        policies.triggers().forEach(it -> clause("trigger", it, nodes));
        policies.sharedTriggers().forEach(it -> clause("shared", it, nodes));
        policies.alerts().forEach(it -> clause("alert", it.clause(), nodes));
        policies.reward().forEach(it -> clause("reward", it, nodes));
        policies.penalty().forEach(it -> clause("penalty", it, nodes));
        return nodes;
    }

    private static void clause(String use, Clause clause, ArrayNode nodes) {
        ObjectNode node = nodes.addObject().put("use", use);
        node.put("words", clause.source().value());
        if (clause instanceof Clause.Compiled compiled) {
            node.put("name", compiled.name());
            node.put("condition", Conditions.print(compiled.condition()));
        } else {
            node.putNull("name");
            node.putNull("condition");
        }
    }

    private static ArrayNode texts(List<Text> texts) {
        return Manifest.strings(texts.stream().map(Text::value).toList());
    }
}

package io.qpf.plan.document;

import io.qpf.collection.Collection;
import io.qpf.collection.Policies;
import io.qpf.collection.Wiring;
import io.qpf.plan.AgentPlan;
import io.qpf.policy.Clause;
import io.qpf.policy.Conditions;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.Retention;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** The parts of a manifest that say what an agent does. */
final class ManifestSections {
    private final AgentPlan plan;
    private final Collection collection;
    private final JsonText json;

    ManifestSections(AgentPlan plan, Collection collection, JsonText json) {
        this.plan = plan;
        this.collection = collection;
        this.json = json;
    }

    void write() {
        strategies();
        wirings();
        memory();
        anchors();
        triggers();
    }

    private void strategies() {
        json.array("strategies");
        for (Text mode : plan.agent().schema().reasoning().strategyModes()) {
            Optional<String> target = ApiFacts.binding(
                            plan.agent().schema().bindings().strategies(), mode.value())
                    .map(it -> it.target().value());
            json.object()
                    .put("name", mode.value())
                    .put("bound", target.isPresent())
                    .put("target", target);
            json.endObject();
        }
        json.endArray();
    }

    /** The wirings with this agent at one end. */
    private void wirings() {
        json.array("wirings");
        String name = plan.agent().name();
        for (Wiring wiring : collection.wirings()) {
            if (wiring.from().name().equals(name) || wiring.to().name().equals(name)) {
                json.object();
                json.put("number", wiring.number());
                json.put("type", wiring.type().word());
                json.put("from", wiring.from().name());
                json.put("to", wiring.to().name());
                json.put("observer", wiring.observer().map(Wiring.End::name));
                json.put("import_path", wiring.importPath());
                json.put("names", texts(wiring.names()));
                json.endObject();
            }
        }
        json.endArray();
    }

    private void memory() {
        json.array("memory");
        for (MemoryLayer layer : plan.agent().schema().memory().layers()) {
            json.object();
            json.put("layer", layer.kind().word());
            json.put("storage", layer.storageType().value());
            json.put("keyspace", layer.keyspace().map(Text::value));
            if (layer.ttlSeconds().isPresent()) {
                json.put("ttl_s", layer.ttlSeconds().get().value());
            } else {
                json.putNull("ttl_s");
            }
            json.put("retention", layer.retention().map(it -> period(it.value())));
            json.put("indexby", texts(layer.indexBy()));
            json.endObject();
        }
        json.endArray();
    }

    /** A period of ISO 8601, or the words where there is none. */
    private static String period(Retention retention) {
        if (retention instanceof Retention.For time) {
            return time.months() > 0 ? "P" + time.months() + "M" : "P" + time.days() + "D";
        }
        return retention instanceof Retention.Indefinite ? "indefinite" : retention.text();
    }

    private void anchors() {
        json.array("anchors");
        for (Text anchor : plan.agent().schema().governance().anchors()) {
            Optional<Collection.AnchorContact> contact = collection.contact(anchor);
            json.object();
            json.put("name", contact.map(Collection.AnchorContact::name).orElse(anchor.value()));
            json.put("channels", contact.map(Collection.AnchorContact::channels).orElse(List.of()));
            json.endObject();
        }
        json.endArray();
    }

    private void triggers() {
        json.array("triggers");
        Policies policies = plan.agent().policies();
        clauses("escalation", policies.escalation());
        clauses("trigger", policies.triggers());
        clauses("shared", policies.sharedTriggers());
        for (Policies.Alert alert : policies.alerts()) {
            clause("alert", alert.clause());
        }
        clauses("reward", policies.reward());
        clauses("penalty", policies.penalty());
        json.endArray();
    }

    private void clauses(String use, List<Clause> clauses) {
        for (Clause clause : clauses) {
            clause(use, clause);
        }
    }

    private void clause(String use, Clause clause) {
        json.object().put("use", use).put("words", clause.source().value());
        if (clause instanceof Clause.Compiled compiled) {
            json.put("name", compiled.name());
            json.put("condition", Conditions.print(compiled.condition()));
        } else {
            json.putNull("name").putNull("condition");
        }
        json.endObject();
    }

    private static List<String> texts(List<Text> texts) {
        return texts.stream().map(Text::value).toList();
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Contract;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two ids become one identifier. */
final class MeetingIds implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-206", Severity.ERROR, "Two ids become one identifier.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            AgentSchema schema = agent.schema();
            meet(
                    "operations",
                    DeclaredIds.operations(agent, subject.collection().wirings()),
                    MeetingIds::snake,
                    found);
            meet("strategies", schema.reasoning().strategyModes(), MeetingIds::snake, found);
            meet("metrics", schema.deployment().metrics(), MeetingIds::snake, found);
            meet("types", DeclaredIds.models(schema), MeetingIds::snake, found);
            meetSides(schema, found);
            schema.contracts().stream()
                    .flatMap(DeclaredIds::fields)
                    .forEach(fields -> meet("fields", fields, MeetingIds::field, found));
        }
        return found;
    }

    private static void meet(String what, List<Text> ids, Function<String, String> escape, List<Diagnostic> found) {
        Map<String, Text> seen = new HashMap<>();
        for (Text id : ids) {
            Text other = seen.putIfAbsent(escape.apply(id.value()), id);
            if (other != null && !other.value().equals(id.value())) {
                found.add(INFO.at(
                        id.span(),
                        "the " + what + " `" + id + "` and `" + other + "` become one identifier",
                        "rename one of the two, or write the same id in both places if one thing is meant",
                        new Diagnostic.Related(other.span(), "the other one")));
            }
        }
    }

    /** The request and the response of an operation become types too. */
    private static void meetSides(AgentSchema schema, List<Diagnostic> found) {
        Map<String, Text> sides = new HashMap<>();
        for (Contract contract : schema.contracts()) {
            if (contract instanceof Contract.Operation operation) {
                Text name = operation.name();
                operation.request().ifPresent(it -> sides.put(snake(name.value() + "_request"), name));
                operation.response().ifPresent(it -> sides.put(snake(name.value() + "_response"), name));
            }
        }
        for (Text model : DeclaredIds.models(schema)) {
            Text operation = sides.get(snake(model.value()));
            if (operation != null) {
                found.add(INFO.at(
                        model.span(),
                        "the type `" + model + "` and a side of the operation `" + operation
                                + "` become one identifier",
                        "give the type another name",
                        new Diagnostic.Related(operation.span(), "the operation")));
            }
        }
    }

    private static String snake(String id) {
        return String.join("_", Names.words(id));
    }

    /** Fields keep a name that Python takes; the rest is escaped. */
    private static String field(String id) {
        if (PythonNames.isKeyword(id)) {
            return id + "_";
        }
        return PythonNames.isIdentifier(id) && !id.startsWith("_") ? id : snake(id);
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Bindings;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two ids become one identifier. */
final class MeetingIds implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-CON-206",
            Severity.ERROR,
            Layer.CONSISTENCY,
            "Two ids become one identifier.",
            "Operations, strategies, metrics and fields become names in Python, where `score-all` and `score_all` are one.",
            """
            reasoningengine:
              strategymodes: [link-prediction, link_prediction]
            """,
            """
            reasoningengine:
              strategymodes: [link_prediction, link_ranking]
            """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            AgentSchema schema = agent.schema();
            meet("operations", operations(agent, subject.collection().wirings()), MeetingIds::snake, found);
            meet("strategies", schema.reasoning().strategyModes(), MeetingIds::snake, found);
            meet("metrics", schema.deployment().metrics(), MeetingIds::snake, found);
            meet("contracts", schema.contracts().stream().map(Contract::name).toList(), MeetingIds::snake, found);
            schema.contracts().stream()
                    .flatMap(MeetingIds::fields)
                    .forEach(fields -> meet("fields", fields, MeetingIds::field, found));
        }
        return found;
    }

    private static List<Text> operations(Agent agent, List<Wiring> wirings) {
        Stream<Text> wired = wirings.stream()
                .filter(it -> it.type() == ConnectionType.API_CALL)
                .filter(it ->
                        it.to() instanceof Wiring.End.Inside end && end.agent().order() == agent.order())
                .flatMap(it -> it.names().stream());
        return Stream.of(
                        agent.schema().deployment().endpoints().stream().map(Endpoint::name),
                        wired,
                        agent.schema().bindings().operations().stream().map(Bindings.Binding::name))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<List<Text>> fields(Contract contract) {
        if (contract instanceof Contract.Model model) {
            return Stream.of(names(model.fields()));
        }
        return contract instanceof Contract.Operation operation
                ? Stream.of(operation.request(), operation.response()).map(side -> names(side.orElse(List.of())))
                : Stream.empty();
    }

    private static List<Text> names(List<Contract.Field> fields) {
        return fields.stream().map(Contract.Field::name).toList();
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

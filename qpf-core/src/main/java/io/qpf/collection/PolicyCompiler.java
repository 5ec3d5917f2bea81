package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.policy.Alarm;
import io.qpf.policy.Clause;
import io.qpf.policy.Conditions;
import io.qpf.policy.PolicyRule;
import io.qpf.policy.Thresholds;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Governance;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Compiles every condition of an agent. One name is one condition among all that may escalate, and one alert among alerts. */
final class PolicyCompiler {
    private final AgentSchema schema;
    private final Thresholds thresholds;
    private final Repeats repeats;

    PolicyCompiler(AgentSchema schema, List<Diagnostic> findings) {
        this.schema = schema;
        this.thresholds = thresholds(schema.governance());
        this.repeats = new Repeats(findings);
    }

    Policies compile(List<Text> shared) {
        List<List<Clause>> escalating = Conditions.withNamesOfConditions(List.of(
                clauses(schema.governance().escalationPolicy().stream(), Conditions::escalation),
                clauses(schema.learning().escalationTriggers().stream(), Conditions::trigger),
                clauses(shared.stream(), Conditions::trigger)));
        return new Policies(
                escalating.get(0),
                escalating.get(1),
                escalating.get(2),
                alerts(),
                clauses(schema.reasoning().rewardFunction().stream(), Conditions::reward),
                clauses(schema.reasoning().penaltyFunction().stream(), Conditions::penalty));
    }

    private static Thresholds thresholds(Governance governance) {
        return new Thresholds(governance.thresholds().stream()
                .map(it -> new Thresholds.Named(it.name(), it.value()))
                .toList());
    }

    private List<Clause> clauses(Stream<Text> texts, BiFunction<Text, Thresholds, Result<List<Clause>>> compile) {
        return texts.flatMap(text -> take(compile.apply(text, thresholds)).stream())
                .toList();
    }

    private List<Policies.Alert> alerts() {
        List<Text> sources = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        for (Text text : schema.deployment().alerts()) {
            for (Alarm alarm : take(Conditions.alert(text, thresholds))) {
                sources.add(text);
                alarms.add(alarm);
            }
        }
        List<Clause> clauses = Conditions.withDistinctNames(
                        List.of(alarms.stream().map(Alarm::clause).toList()))
                .get(0);
        List<Policies.Alert> alerts = new ArrayList<>();
        for (int index = 0; index < clauses.size(); index++) {
            alerts.add(new Policies.Alert(sources.get(index), alarms.get(index).receiver(), clauses.get(index)));
        }
        return alerts;
    }

    /** A threshold without a number is one mistake, however many conditions name it; all else counts by its place. */
    private static String cause(Diagnostic finding) {
        return finding.rule().equals(PolicyRule.NO_NUMBER.id())
                ? finding.message()
                : finding.span().start().toString() + finding.message();
    }

    /** Whether it follows from thresholds that could not be read, which is an error of its own. */
    private boolean follows(Diagnostic finding) {
        return finding.rule().equals(PolicyRule.NO_NUMBER.id())
                && schema.governance().thresholds().isEmpty()
                && schema.says("governance.thresholds");
    }

    private <T> List<T> take(Result<List<T>> result) {
        result.diagnostics().all().stream().filter(it -> !follows(it)).forEach(it -> repeats.add(it, cause(it)));
        return result.value().orElse(List.of());
    }
}

package io.qpf.policy;

import io.qpf.diagnostics.Result;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy language: escalation policies, triggers, alerts, reward and penalty functions become conditions.
 *
 * <p>Comparisons with units, bare events, AND before OR before the comma. After a lead such as {@code Auto-escalate if:}
 * a bare phrase is an event; elsewhere it is prose, which is kept and reported. Nothing here throws on odd input.
 */
public final class Conditions {
    private Conditions() {}

    /** The alternatives of an escalation policy. */
    public static Result<List<Clause>> escalation(Text text, Thresholds thresholds) {
        return clauses(text, thresholds, Use.ESCALATION);
    }

    /** The alternatives of an escalation trigger: one, unless it holds commas. */
    public static Result<List<Clause>> trigger(Text text, Thresholds thresholds) {
        return clauses(text, thresholds, Use.TRIGGER);
    }

    /** The alternatives of a reward function. */
    public static Result<List<Clause>> reward(Text text, Thresholds thresholds) {
        return clauses(text, thresholds, Use.FUNCTION);
    }

    /** The alternatives of a penalty function. */
    public static Result<List<Clause>> penalty(Text text, Thresholds thresholds) {
        return clauses(text, thresholds, Use.FUNCTION);
    }

    /** The alternatives of an alert, each with its receiver. */
    public static Result<List<Alarm>> alert(Text text, Thresholds thresholds) {
        Findings findings = new Findings(Use.ALERT);
        List<Alarm> alarms = new Compiler(text, thresholds, findings).compile();
        return Result.of(alarms, findings.all());
    }

    /** The condition in its normal form, which reads back as the same condition. */
    public static String print(Condition condition) {
        return ConditionPrinter.print(condition);
    }

    /** The same clauses, where a name that an earlier clause has gets a number behind it. */
    public static List<List<Clause>> withDistinctNames(List<List<Clause>> groups) {
        ClauseNames names = new ClauseNames();
        List<List<Clause>> distinct = new ArrayList<>();
        for (List<Clause> group : groups) {
            distinct.add(group.stream().map(clause -> renamed(clause, names)).toList());
        }
        return List.copyOf(distinct);
    }

    /** The same clauses, where equal conditions have one name, and different ones never the same. */
    public static List<List<Clause>> withNamesOfConditions(List<List<Clause>> groups) {
        ClauseNames names = new ClauseNames();
        Map<Condition, String> known = new HashMap<>();
        List<List<Clause>> named = new ArrayList<>();
        for (List<Clause> group : groups) {
            List<Clause> clauses = new ArrayList<>();
            for (Clause clause : group) {
                if (clause instanceof Clause.Compiled compiled) {
                    Condition condition = compiled.condition();
                    String name = known.computeIfAbsent(condition, it -> names.take(ClauseNames.of(it)));
                    clauses.add(new Clause.Compiled(compiled.source(), name, condition));
                } else {
                    clauses.add(clause);
                }
            }
            named.add(clauses);
        }
        return List.copyOf(named);
    }

    private static Clause renamed(Clause clause, ClauseNames names) {
        return clause instanceof Clause.Compiled compiled
                ? new Clause.Compiled(
                        compiled.source(), names.take(ClauseNames.of(compiled.condition())), compiled.condition())
                : clause;
    }

    /** What AND or OR joins; nothing for a comparison or an event. */
    static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts();
        }
        return condition instanceof Condition.AnyOf any ? any.parts() : List.of();
    }

    private static Result<List<Clause>> clauses(Text text, Thresholds thresholds, Use use) {
        Findings findings = new Findings(use);
        List<Alarm> alarms = new Compiler(text, thresholds, findings).compile();
        return Result.of(alarms.stream().map(Alarm::clause).toList(), findings.all());
    }
}

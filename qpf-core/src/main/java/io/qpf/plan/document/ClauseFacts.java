package io.qpf.plan.document;

import io.qpf.collection.Policies;
import io.qpf.policy.Clause;
import io.qpf.policy.Conditions;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Optional;

/**
 * One alternative of a policy: the author's words beside what they compile to.
 *
 * @param name the trigger's name in code; empty for prose
 * @param normal the condition in its normal form; empty for prose
 * @param receiver who hears of an alert
 */
public record ClauseFacts(
        SchemaText words, Optional<SchemaText> name, Optional<SchemaText> normal, Optional<SchemaText> receiver) {
    static ClauseFacts of(Clause clause) {
        return of(Show.text(clause.source()), clause, Optional.empty());
    }

    static ClauseFacts of(Policies.Alert alert) {
        return of(Show.text(alert.source()), alert.clause(), alert.receiver().map(SchemaText::of));
    }

    static Group<ClauseFacts> of(List<Clause> clauses) {
        return Group.of(clauses, ClauseFacts::of);
    }

    private static ClauseFacts of(SchemaText words, Clause clause, Optional<SchemaText> receiver) {
        if (clause instanceof Clause.Compiled compiled) {
            SchemaText normal = SchemaText.of(Conditions.print(compiled.condition()));
            return new ClauseFacts(words, Optional.of(SchemaText.of(compiled.name())), Optional.of(normal), receiver);
        }
        return new ClauseFacts(words, Optional.empty(), Optional.empty(), receiver);
    }
}

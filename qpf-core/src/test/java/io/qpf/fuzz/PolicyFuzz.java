package io.qpf.fuzz;

import io.qpf.diagnostics.Result;
import io.qpf.policy.Clause;
import io.qpf.policy.Conditions;
import io.qpf.policy.Thresholds;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as a policy, a trigger, an alert and a function; what compiles reads back as it prints. */
public final class PolicyFuzz {
    private static final Thresholds GIVEN =
            new Thresholds(List.of(new Thresholds.Named(text("model confidence"), text("0.5"))));

    private PolicyFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Text text = text(new String(bytes, StandardCharsets.UTF_8));
        for (Result<List<Clause>> result : List.of(
                Conditions.escalation(text, GIVEN), Conditions.trigger(text, GIVEN), Conditions.reward(text, GIVEN))) {
            Target.hold(result.diagnostics());
            result.value().orElse(List.of()).forEach(PolicyFuzz::readsBack);
        }
        Target.hold(Conditions.alert(text, GIVEN).diagnostics());
        boolean says = text.value().codePoints().anyMatch(Character::isLetterOrDigit);
        Result<List<Clause>> policy = Conditions.escalation(text, GIVEN);
        Target.require(
                !says
                        || !policy.value().orElse(List.of()).isEmpty()
                        || policy.diagnostics().hasErrors(),
                "dropped in silence");
    }

    private static void readsBack(Clause clause) {
        if (clause instanceof Clause.Compiled compiled) {
            String printed = Conditions.print(compiled.condition());
            List<Clause> again =
                    Conditions.trigger(text(printed), Thresholds.NONE).value().orElse(List.of());
            boolean same = again.size() == 1
                    && again.get(0) instanceof Clause.Compiled other
                    && other.condition().equals(compiled.condition());
            Target.require(same, printed + " reads back as " + again);
        }
    }

    private static Text text(String value) {
        SourceFile file = new SourceFile("agents/a.yaml", value);
        String[] lines = value.split("\n", -1);
        String last = lines[lines.length - 1];
        Position end = new Position(lines.length, last.codePointCount(0, last.length()) + 1);
        return new Text(value, new Span(file, Position.START, end));
    }
}

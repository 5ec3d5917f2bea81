package io.qpf.schema.load;

import io.qpf.schema.Reasoning;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.Optional;

/** Reads {@code reasoningengine}. */
final class ReasoningReader {
    private ReasoningReader() {}

    static Reasoning read(Fields section) {
        Fields fusion = section.child("knowledgefusionlayer");
        Fields feedback = section.child("reasoningfeedbackloop");
        Optional<Text> scope = section.isMapping("temporalscope")
                ? section.child("temporalscope").text("scope")
                : section.text("temporalscope");
        return new Reasoning(
                section.span(),
                section.text("framework"),
                section.text("model"),
                section.texts("secondarymodels"),
                section.texts("strategymodes"),
                scope,
                scope.flatMap(it -> scopeDays(it, section)),
                fusion.text("mode"),
                fusion.texts("sourceblend"),
                feedback.text("policy"),
                feedback.text("rewardfunction"),
                feedback.text("penaltyfunction"),
                feedback.whole("retrainintervalhours", 1),
                section.extras());
    }

    private static Optional<Located<Integer>> scopeDays(Text scope, Fields section) {
        Optional<Integer> days = TimeWords.scopeDays(scope.value());
        if (days.isEmpty()) {
            section.findings()
                    .add(
                            LoadRule.UNREADABLE_NUMBER,
                            scope.span(),
                            "`" + Words.excerpt(scope.value()) + "` names no number of days",
                            "Write it like rolling_365_days.");
        }
        return days.map(it -> new Located<>(it, scope.span()));
    }
}

package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * Who watches an agent, and when it must ask.
 *
 * @param mode one of the closed list; the text as written
 * @param escalationPolicy conditions or prose
 * @param thresholds numbers for named thresholds, keyed by the left-hand name of the comparison
 */
public record Governance(
        Span span,
        List<Text> anchors,
        Text mode,
        Optional<Located<Boolean>> humanOverride,
        Optional<Text> complianceAuditor,
        Optional<Text> escalationPolicy,
        List<Text> auditScope,
        List<Threshold> thresholds) {
    /** A named threshold; the value is a number with an optional unit, such as {@code 250_000} or {@code 500ms}. */
    public record Threshold(Text name, Text value) {}

    public Governance {
        anchors = List.copyOf(anchors);
        auditScope = List.copyOf(auditScope);
        thresholds = List.copyOf(thresholds);
    }
}

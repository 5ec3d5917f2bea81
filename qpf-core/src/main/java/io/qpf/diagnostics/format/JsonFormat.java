package io.qpf.diagnostics.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fingerprint;
import io.qpf.diagnostics.Layer;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;

/** QPF's own form: everything that is known of each finding, and what was looked at. */
public final class JsonFormat implements ReportFormat {
    @Override
    public String format(Report report) {
        ObjectNode root = JsonText.object();
        ObjectNode summary = root.putObject("summary");
        for (Severity severity : Severity.values()) {
            summary.put(severity.word(), report.findings().count(severity));
        }
        summary.put("allowed", report.allowed().size());
        summary.put("rules", report.rules().size());
        summary.put("passed", report.passed());
        summary.put("undecided", report.open());
        summary.put("failed", report.findings().all().stream().anyMatch(report::fails));
        ArrayNode layers = root.putArray("layers");
        report.tallies()
                .forEach(it -> layers.addObject()
                        .put("layer", it.layer().word())
                        .put("rules", it.rules())
                        .put("passed", it.passed())
                        .put("undecided", it.undecided())
                        .put("findings", it.findings().all().size()));
        ArrayNode undecided = root.putArray("undecided");
        report.rules().stream().filter(report::leavesOpen).forEach(it -> undecided.add(it.id()));
        ArrayNode findings = root.putArray("findings");
        report.findings().all().forEach(it -> add(findings.addObject(), it));
        ArrayNode allowed = root.putArray("allowed");
        report.allowed().forEach(it -> {
            ObjectNode finding = allowed.addObject();
            add(finding, it.finding());
            finding.put("reason", it.reason()).put("where", it.inSource() ? "source" : "baseline");
        });
        return JsonText.of(root);
    }

    private static void add(ObjectNode node, Diagnostic it) {
        node.put("rule", it.rule());
        node.put("layer", Layer.of(it.rule()).word());
        node.put("severity", it.severity().word());
        node.put("message", it.message());
        node.put("hint", it.hint());
        place(node, it.span());
        node.put("fingerprint", Fingerprint.of(it));
        if (!it.related().isEmpty()) {
            ArrayNode related = node.putArray("related");
            it.related().forEach(other -> place(related.addObject().put("message", other.message()), other.span()));
        }
        it.fix().ifPresent(fix -> {
            ObjectNode mended = node.putObject("fix").put("title", fix.title());
            ArrayNode edits = mended.putArray("edits");
            for (Edit edit : fix.edits()) {
                place(edits.addObject().put("text", edit.text()), edit.span());
            }
        });
    }

    private static void place(ObjectNode node, Span span) {
        node.put("file", span.file().path());
        node.put("line", span.start().line()).put("column", span.start().column());
        node.put("endLine", span.end().line()).put("endColumn", span.end().column());
    }
}

package io.qpf.diagnostics.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fingerprint;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0, which code hosts and editors read.
 *
 * @param version of QPF
 */
public record SarifFormat(String version) implements ReportFormat {
    @Override
    public String format(Report report) {
        ObjectNode root = SarifText.root(version);
        ObjectNode run = SarifText.run(root);
        ObjectNode driver = SarifText.driver(run);
        ArrayNode rules = driver.putArray("rules");
        Map<String, Integer> indexes = new HashMap<>();
        for (RuleInfo rule : report.rules()) {
            indexes.put(rule.id(), indexes.size());
            add(rules.addObject(), rule);
        }
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (Diagnostic it : report.findings().all()) {
            add(results.addObject(), it, indexes);
        }
        for (Report.Allowed it : report.allowed()) {
            ObjectNode result = results.addObject();
            add(result, it.finding(), indexes);
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", it.inSource() ? "inSource" : "external")
                    .put("justification", it.reason());
        }
        return JsonText.of(root);
    }

    private static void add(ObjectNode node, RuleInfo rule) {
        node.put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.summary());
        node.putObject("help").put("text", "mvn qpf:explain -Dqpf.rule=" + rule.id() + " says why, with examples.");
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
        node.putObject("properties").putArray("tags").add(rule.layer().word());
    }

    private static void add(ObjectNode node, Diagnostic it, Map<String, Integer> indexes) {
        node.put("ruleId", it.rule());
        Integer index = indexes.get(it.rule());
        if (index != null) {
            node.put("ruleIndex", index);
        }
        node.put("level", level(it.severity()));
        String hint = it.hint().isBlank() ? "" : "\n" + it.hint();
        node.putObject("message").put("text", it.message() + hint);
        place(node.putArray("locations").addObject(), it.span());
        if (!it.related().isEmpty()) {
            ArrayNode related = node.putArray("relatedLocations");
            int number = 1;
            for (Diagnostic.Related other : it.related()) {
                ObjectNode place = related.addObject().put("id", number++);
                place(place, other.span());
                place.putObject("message").put("text", other.message());
            }
        }
        node.putObject("partialFingerprints").put("qpf/v1", Fingerprint.of(it));
        it.fix().ifPresent(fix -> add(node.putArray("fixes").addObject(), fix));
    }

    private static void add(ObjectNode node, Fix fix) {
        node.putObject("description").put("text", fix.title());
        Map<String, List<Edit>> files = new LinkedHashMap<>();
        for (Edit edit : fix.edits()) {
            files.computeIfAbsent(edit.span().file().path(), it -> new java.util.ArrayList<>())
                    .add(edit);
        }
        ArrayNode changes = node.putArray("artifactChanges");
        files.forEach((path, edits) -> {
            ObjectNode change = changes.addObject();
            SarifText.artifact(change, path);
            ArrayNode replacements = change.putArray("replacements");
            for (Edit edit : edits) {
                ObjectNode replacement = replacements.addObject();
                region(replacement.putObject("deletedRegion"), edit.span());
                replacement.putObject("insertedContent").put("text", edit.text());
            }
        });
    }

    private static void place(ObjectNode node, Span span) {
        ObjectNode physical = node.putObject("physicalLocation");
        SarifText.artifact(physical, span.file().path());
        region(physical.putObject("region"), span);
    }

    private static void region(ObjectNode node, Span span) {
        node.put("startLine", span.start().line());
        node.put("startColumn", span.start().column());
        node.put("endLine", span.end().line());
        node.put("endColumn", span.end().column());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}

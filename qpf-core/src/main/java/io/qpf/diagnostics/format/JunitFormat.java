package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.format.JunitXml.Kind;
import io.qpf.diagnostics.format.JunitXml.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** JUnit's XML: a suite a layer, a case a rule, so that a build server counts what passed as well. */
public final class JunitFormat implements ReportFormat {
    private static final String OPEN =
            "not decided: something could not be read or linked, so that the rule could not look at everything";

    @Override
    public String format(Report report) {
        return JunitXml.of(
                "qpf", report.tallies().stream().map(it -> suite(report, it)).toList());
    }

    private static JunitXml.Suite suite(Report report, Report.Tally tally) {
        String name = "qpf." + tally.layer().word();
        return new JunitXml.Suite(
                name,
                report.rules().stream()
                        .filter(it -> it.layer() == tally.layer())
                        .map(it -> new JunitXml.Case(name, it.id() + " " + it.summary(), parts(report, it)))
                        .toList());
    }

    private static List<Part> parts(Report report, RuleInfo rule) {
        List<Part> parts = new ArrayList<>();
        List<Diagnostic> failing =
                report.of(rule).stream().filter(report::fails).toList();
        List<Diagnostic> others =
                report.of(rule).stream().filter(it -> !report.fails(it)).toList();
        if (!failing.isEmpty()) {
            String messages = failing.stream()
                    .map(it -> it.span() + " " + Printable.line(it.message()))
                    .collect(Collectors.joining("; "));
            parts.add(new Part(Kind.FAILURE, failing.get(0).severity().word(), messages, text(failing)));
        }
        if (report.leavesOpen(rule)) {
            parts.add(new Part(Kind.SKIPPED, "", OPEN, ""));
        }
        if (!others.isEmpty()) {
            parts.add(new Part(Kind.OUTPUT, "", "", text(others)));
        }
        return parts;
    }

    private static String text(List<Diagnostic> findings) {
        return new FullFormat(false).format(new Diagnostics(findings));
    }
}

package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Report;
import java.util.List;

/**
 * A line a layer: how many rules passed, how many could not look at everything, and what was found.
 *
 * @param colour whether the terminal shows ANSI colours
 */
public record TallyFormat(boolean colour) implements ReportFormat {
    @Override
    public String format(Report report) {
        List<Report.Tally> tallies = report.tallies();
        int width = tallies.stream()
                .mapToInt(it -> it.layer().word().length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (Report.Tally it : tallies) {
            String name = it.layer().word();
            out.append("  ").append(name).append(" ".repeat(width - name.length() + 2));
            String passed = String.format("%3d of %3d rules passed", it.passed(), it.rules());
            boolean good = it.findings().all().isEmpty() && it.undecided() == 0;
            out.append(good ? paint("32", passed) : passed);
            if (it.undecided() > 0) {
                out.append(String.format(", %d not decided", it.undecided()));
            }
            if (!it.findings().all().isEmpty()) {
                out.append("   ").append(paint(style(it), FullFormat.summary(it.findings())));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String style(Report.Tally it) {
        return FullFormat.colourOf(it.findings().all().stream()
                .map(finding -> finding.severity())
                .min(Enum::compareTo)
                .orElseThrow());
    }

    private String paint(String style, String text) {
        return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}

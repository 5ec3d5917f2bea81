package io.qpf.maven;

import io.qpf.extract.Outcome;
import io.qpf.extract.Statistics;
import io.qpf.write.WriteReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an extraction says at its end: the tree, and the figures.
 *
 * @param output how messages name the output folder
 */
record ExtractionSummary(Style style, String output) {
    String of(Outcome outcome) {
        return outcome.report().map(it -> of(outcome, it)).orElse("");
    }

    private String of(Outcome outcome, WriteReport report) {
        List<String> files = Stream.of(report.created(), report.changed(), report.unchanged(), report.linked())
                .flatMap(List::stream)
                .sorted()
                .toList();
        Statistics made = outcome.everything();
        String figures = String.join(
                ", ",
                Words.count(outcome.agents().size(), "agent"),
                Words.count(made.modules(), "module"),
                Words.count(made.tests(), "test"),
                Words.count(made.documents(), "document"),
                Words.count(made.lines(), "line"));
        return OutputTree.of(files).draw(output, style)
                + style.good("extracted: ") + figures + " in "
                + Words.seconds(outcome.timings().total()) + "\n"
                + changes(report);
    }

    private static String changes(WriteReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(report.written() + " written");
        parts.add(report.unchanged().size() + " unchanged");
        parts.add(report.removed().size() + " removed");
        if (!report.linked().isEmpty()) {
            parts.add(report.linked().size() + " linked to your own");
        }
        return "files: " + String.join(", ", parts);
    }
}

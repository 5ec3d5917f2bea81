package io.qpf.maven;

import io.qpf.collection.Agent;
import io.qpf.extract.Linked;
import io.qpf.extract.Outcome;
import io.qpf.write.WriteReport;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What {@code qpf:plan} says: who comes when, and which files would change.
 *
 * @param output how messages name the output folder
 */
record PlanSummary(Style style, String output) {
    String of(Outcome outcome) {
        return outcome.collections().stream().map(this::waves).collect(Collectors.joining())
                + outcome.report().map(this::changes).orElse("");
    }

    private String waves(Linked linked) {
        StringBuilder text = new StringBuilder(style.strong(linked.collection().name())).append('\n');
        int number = 1;
        for (List<Agent> wave : linked.graph().waves()) {
            text.append("  wave ")
                    .append(number++)
                    .append(": ")
                    .append(names(wave, ", "))
                    .append('\n');
        }
        if (linked.graph().criticalPath().size() > 1) {
            text.append("  longest chain: ")
                    .append(names(linked.graph().criticalPath(), " → "))
                    .append('\n');
        }
        return text.toString();
    }

    private static String names(List<Agent> agents, String between) {
        return agents.stream().map(Agent::name).collect(Collectors.joining(between));
    }

    String changes(WriteReport report) {
        if (report.written() + report.removed().size() == 0) {
            return output + " is up to date: " + Words.count(report.unchanged().size(), "file") + " unchanged";
        }
        return style.strong(output) + '\n'
                + list("new", report.created(), style::added)
                + list("changed", report.changed(), style::changed)
                + list("stale", report.removed(), style::removed)
                + "plan: " + report.created().size() + " new, "
                + report.changed().size() + " changed, "
                + report.removed().size() + " stale, " + report.unchanged().size() + " unchanged;"
                + " mvn qpf:extract carries it out";
    }

    /** All of them, a line each: people search this. */
    private static String list(String word, List<String> files, UnaryOperator<String> paint) {
        return files.stream()
                .map(it -> "  " + paint.apply(String.format("%-8s", word)) + it + "\n")
                .collect(Collectors.joining());
    }
}

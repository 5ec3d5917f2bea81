package io.qpf.maven;

import io.qpf.diagnostics.Layer;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.extract.RulePage;
import java.util.List;
import java.util.Optional;

/** How rules read in a terminal. */
record RuleText(Style style) {
    private static final int WIDTH = 96;

    String list(List<RuleInfo> rules) {
        StringBuilder text = new StringBuilder();
        int layers = 0;
        for (Layer layer : Layer.values()) {
            List<RuleInfo> own =
                    rules.stream().filter(it -> it.layer() == layer).toList();
            if (!own.isEmpty()) {
                layers++;
                text.append(style.strong(layer.word())).append(style.faint("  " + Words.count(own.size(), "rule")));
                text.append('\n');
                own.forEach(it -> text.append("  ").append(line(it)).append('\n'));
                text.append('\n');
            }
        }
        return text + Words.count(rules.size(), "rule") + " in " + Words.count(layers, "layer")
                + "; mvn qpf:explain -Dqpf.rule=" + rules.get(0).id() + " explains one\n";
    }

    private String line(RuleInfo it) {
        String severity = it.severity().word();
        String padding = " ".repeat("warning".length() - severity.length());
        return it.id() + "  " + severity(it, severity) + padding + "  " + it.summary();
    }

    String page(RuleInfo rule, Optional<RulePage> page) {
        StringBuilder text = new StringBuilder();
        text.append(style.strong(rule.id()))
                .append("  ")
                .append(severity(rule, rule.severity().word()));
        text.append(style.faint("  " + rule.layer().word())).append('\n');
        text.append(style.strong(rule.summary())).append('\n');
        page.ifPresent(it -> {
            text.append('\n').append(wrapped(it.why()));
            block(text, "Finds", it.bad(), style::removed);
            block(text, "Says", it.says(), style::faint);
            block(text, "Mended", it.good(), style::added);
        });
        return text.toString();
    }

    private String severity(RuleInfo rule, String word) {
        return switch (rule.severity()) {
            case ERROR -> style.removed(word);
            case WARNING -> style.changed(word);
            case INFO -> style.faint(word);
        };
    }

    private void block(StringBuilder text, String title, String block, java.util.function.UnaryOperator<String> paint) {
        if (!block.isBlank()) {
            text.append('\n').append(style.strong(title)).append('\n');
            block.stripTrailing()
                    .lines()
                    .forEach(it -> text.append("  ")
                            .append(it.isBlank() ? "" : paint.apply(it))
                            .append('\n'));
        }
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        for (String paragraph : List.of(text.split("\\n\\s*\\n", -1))) {
            int width = 0;
            lines.append(lines.isEmpty() ? "" : "\n\n");
            for (String word : List.of(paragraph.strip().split("\\s+", -1))) {
                boolean breaks = width > 0 && width + 1 + word.length() > WIDTH;
                lines.append(breaks ? "\n" : width > 0 ? " " : "").append(word);
                width = (breaks || width == 0 ? 0 : width + 1) + word.length();
            }
        }
        return lines.append('\n').toString();
    }
}

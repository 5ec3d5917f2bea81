package io.qpf.rules;

import io.qpf.collection.AgentNames;
import io.qpf.collection.Paths;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.source.Text;
import java.util.List;
import java.util.stream.Stream;

/** The map sends an agent elsewhere than its schema. */
final class OutputRootDiffers implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-209", Severity.WARNING, "Output_Root of the map and rootpath of the schema differ.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.collection().map().sequence().stream()
                .flatMap(step -> finding(subject.names(), step))
                .toList();
    }

    private static Stream<Diagnostic> finding(AgentNames names, Step step) {
        if (step.outputRoot().isEmpty()
                || !(names.find(step.agent().value()) instanceof AgentNames.Match.Found found)) {
            return Stream.empty();
        }
        Text written = step.outputRoot().get();
        Text root = found.agent().identity().rootPath();
        return Paths.clean(written.value()).equals(Paths.clean(root.value()))
                ? Stream.empty()
                : Stream.of(INFO.at(
                        written.span(),
                        "the map puts " + found.agent().name() + " into " + written + ", its schema into " + root,
                        "write Output_Root: " + root,
                        new Diagnostic.Related(root.span(), "the rootpath, which decides")));
    }
}

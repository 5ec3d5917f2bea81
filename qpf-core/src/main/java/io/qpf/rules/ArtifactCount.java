package io.qpf.rules;

import io.qpf.collection.AgentNames;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The map expects other numbers than the schema lists. */
final class ArtifactCount implements Rule {
    private static final Pattern EXPECTED = Pattern.compile(
            "\\s*(\\d{1,6})\\s+(python modules?|modules?|documentation files?|documents?|docs)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-CON-208", Severity.WARNING, "The map expects other numbers of files than the schema lists.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.collection().map().sequence().stream()
                .flatMap(step -> findings(subject.names(), step))
                .toList();
    }

    private static Stream<Diagnostic> findings(AgentNames names, Step step) {
        return names.find(step.agent().value()) instanceof AgentNames.Match.Found found
                ? step.expectedArtifacts().stream().flatMap(it -> finding(it, found.agent()))
                : Stream.empty();
    }

    private static Stream<Diagnostic> finding(Text expected, AgentSchema schema) {
        Matcher matcher = EXPECTED.matcher(expected.value());
        if (!matcher.matches()) {
            return Stream.empty();
        }
        boolean modules = matcher.group(2).toLowerCase(Locale.ROOT).contains("module");
        long listed = modules ? modules(schema) : schema.files().generateDocs().size();
        return Long.parseLong(matcher.group(1)) == listed
                ? Stream.empty()
                : Stream.of(INFO.at(
                        expected.span(),
                        "the map expects " + matcher.group(1) + " " + matcher.group(2) + " of " + schema.name()
                                + ", the schema lists " + listed,
                        "correct the number, or the list in " + schema.source().path()));
    }

    private static long modules(AgentSchema schema) {
        return schema.files().generateFiles().stream()
                .map(it -> it.path().value())
                .filter(it -> it.endsWith(".py") && !it.equals("__init__.py") && !it.endsWith("/__init__.py"))
                .distinct()
                .count();
    }
}

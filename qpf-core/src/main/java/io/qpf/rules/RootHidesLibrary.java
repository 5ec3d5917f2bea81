package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;

/** The root package hides a library. */
final class RootHidesLibrary implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-STR-206", Severity.ERROR, "The root package hides a library that the generated code needs.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        String root = subject.collection().root();
        if (!PythonNames.isStandardLibrary(root) && !PythonNames.isInstalled(root)) {
            return List.of();
        }
        return List.of(INFO.at(
                subject.agents().get(0).schema().identity().rootPath().span(),
                "the root package `" + root + "` hides the library of that name",
                "let all rootpaths start with another name, such as the company's"));
    }
}

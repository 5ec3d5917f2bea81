package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rootpath that is no Python package. */
final class RootNotImportable implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-205", Severity.ERROR, "A rootpath is no Python package.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.ROOT)
                .filter(it -> PathProblems.outside(it.value()).isEmpty()
                        && PathProblems.unportable(it.value(), true).isEmpty())
                .flatMap(RootNotImportable::finding)
                .toList();
    }

    private static Stream<Diagnostic> finding(GivenPath path) {
        Optional<String> wrong = Stream.of(path.agent().packagePath().split("/", -1))
                .filter(it -> !PythonNames.isIdentifier(it) || PythonNames.isKeyword(it))
                .findFirst();
        return wrong
                .map(name -> INFO.at(
                        path.written().span(),
                        "`" + name + "` in the rootpath is "
                                + (PythonNames.isKeyword(name) ? "a keyword of Python" : "no Python name"),
                        "rename the folder, for example to `" + PythonNames.importable(name) + "`"))
                .stream();
    }
}

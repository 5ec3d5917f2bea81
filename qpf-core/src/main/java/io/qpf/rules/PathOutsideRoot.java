package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;

/** A path leads out of the output folder. */
final class PathOutsideRoot implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-201", Severity.ERROR, "A path leads out of the output folder.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.files().stream()
                .flatMap(path -> PathProblems.outside(path.value())
                        .map(problem -> INFO.at(
                                path.written().span(),
                                "`" + path.value() + "` in " + path.kind().key() + " " + problem,
                                "write a path below the output folder, with forward slashes and without `..`"))
                        .stream())
                .toList();
    }
}

package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.Locale;

/** Two spellings of one module. */
final class SimilarModules implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-217", Severity.WARNING, "Two modules of an agent differ in underscores only.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<GivenPath> modules = subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.MODULE)
                .toList();
        return Twins.of(
                        modules,
                        it -> it.agent().order() + folded(it),
                        it -> it.written().span())
                .filter(it ->
                        !it.first().resolved().equalsIgnoreCase(it.second().resolved()))
                .map(it -> INFO.at(
                        it.span(),
                        it.second().value() + " and " + it.first().value() + " differ in underscores only",
                        "keep one of the two, or give it a name that says how it differs",
                        it.other("the other one")))
                .toList();
    }

    private static String folded(GivenPath path) {
        return path.resolved().replace("__init__", "-init-").replace("_", "").toLowerCase(Locale.ROOT);
    }
}

package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.Locale;

/** Two agents live in one package. */
final class SharedRootPath implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-201", Severity.ERROR, "Two agents have one rootpath.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return Twins.of(
                        subject.agents(),
                        it -> it.packagePath().toLowerCase(Locale.ROOT),
                        it -> it.schema().identity().rootPath().span())
                .map(it -> INFO.at(
                        it.span(),
                        it.second().name() + " and " + it.first().name() + " have one rootpath: "
                                + it.second().packagePath(),
                        "give " + it.second().name() + " a folder of its own",
                        it.other("the rootpath of " + it.first().name())))
                .toList();
    }
}

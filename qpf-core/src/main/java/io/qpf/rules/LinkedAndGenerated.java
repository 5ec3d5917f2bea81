package io.qpf.rules;

import io.qpf.collection.Paths;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.ArrayList;
import java.util.List;

/** A generated file is also to be linked. */
final class LinkedAndGenerated implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-204", Severity.WARNING, "An agent links a file that it also generates.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (GivenPath file : subject.files()) {
            if (file.kind() == GivenPath.Kind.MODULE) {
                file.agent().schema().files().linkExisting().stream()
                        .filter(it -> Paths.clean(it.value()).equals(file.resolved()))
                        .forEach(it -> found.add(INFO.at(
                                it.span(),
                                file.resolved() + " is generated and linked",
                                "remove it from linkexisting, or from generatefiles if it is your own",
                                new Diagnostic.Related(file.written().span(), "generated here"))));
            }
        }
        return found;
    }
}

package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;

/** A module named like one of the standard library's. */
final class StandardLibraryName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-204", Severity.INFO, "A module is named like one of the standard library's.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.MODULE)
                .filter(it -> PythonNames.isStandardLibrary(stem(it.value())))
                .map(it -> INFO.at(
                        it.written().span(),
                        it.value() + " is named like the standard library's module " + stem(it.value()),
                        "it works; another name would save readers a second look"))
                .toList();
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".py") ? name.substring(0, name.length() - ".py".length()) : "";
    }
}

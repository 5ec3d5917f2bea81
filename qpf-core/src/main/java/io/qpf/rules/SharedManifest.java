package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.Locale;

/** Two agents write one manifest. */
final class SharedManifest implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-203", Severity.ERROR, "Two agents have one manifest.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<GivenPath> manifests = subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.MANIFEST)
                .toList();
        return Twins.of(
                        manifests,
                        it -> it.resolved().toLowerCase(Locale.ROOT),
                        it -> it.written().span())
                .map(it -> INFO.at(
                        it.span(),
                        it.second().agent().name() + " and "
                                + it.first().agent().name() + " have one manifest: "
                                + it.second().value(),
                        "give each agent a manifest of its own",
                        it.other("the manifest of " + it.first().agent().name())))
                .toList();
    }
}

package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.SharedConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A backend is paid for, and nobody uses it. */
final class UnusedBackend implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-212", Severity.INFO, "A shared backend keeps the memory of no agent.");

    private static final Pattern PLUS = Pattern.compile("[+,]");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        Set<String> used = new HashSet<>();
        for (Agent agent : subject.agents()) {
            agent.schema()
                    .memory()
                    .layers()
                    .forEach(it -> used.addAll(kinds(it.storageType().value())));
        }
        List<Diagnostic> found = new ArrayList<>();
        for (SharedConfiguration.Backend backend : subject.collection().backends()) {
            if (!used.contains(Stores.kind(backend.name().value()))) {
                found.add(INFO.at(
                        backend.name().span(),
                        "no agent keeps its memory in " + backend.name(),
                        "remove it, or name it as the storagetype of a memory layer"));
            }
        }
        return found;
    }

    /** Every store of {@code s3_durable_archive + glacier}. */
    private static List<String> kinds(String storageType) {
        List<String> kinds = new ArrayList<>();
        for (String part : PLUS.split(storageType, -1)) {
            kinds.add(Stores.kind(part));
        }
        return kinds;
    }
}

package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.plan.DomainCode;
import io.qpf.render.RenderedFile;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a file of the workspace's own against the foundation's file that it stands in for. */
final class Contracts {
    private static final String MODULE = "module";

    private Contracts() {}

    /** Agents import by name: each public name of the foundation's file must be there. */
    static List<Diagnostic> check(RenderedFile planned, SourceFile existing) {
        if (!planned.path().endsWith(".py")) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(names(planned.content()));
        missing.removeIf(it -> it.startsWith("_"));
        missing.removeAll(names(existing.text()));
        return missing.isEmpty()
                ? List.of()
                : List.of(ExtractRule.CONTRACT.at(
                        existing.start(),
                        "the file stands in for the foundation's and lacks " + String.join(", ", missing),
                        "define these names in it, or move it away, so that QPF copies its own"));
    }

    private static List<String> names(String python) {
        return new DomainCode(Map.of(MODULE + ".py", python)).names(MODULE);
    }
}

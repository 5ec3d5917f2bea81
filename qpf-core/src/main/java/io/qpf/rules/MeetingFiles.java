package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.PathKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two files that meet in one place. */
final class MeetingFiles implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-205", Severity.ERROR, "Two files meet in one place.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        Map<String, GivenPath> files = new HashMap<>();
        List<GivenPath> all = subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.MODULE
                        || it.kind() == GivenPath.Kind.DOCUMENT
                        || it.kind() == GivenPath.Kind.MANIFEST)
                .toList();
        List<Diagnostic> found = new ArrayList<>();
        for (GivenPath path : all) {
            GivenPath before = files.putIfAbsent(PathKey.of(path.resolved()), path);
            if (before != null && !isAnothers(before, path)) {
                found.add(path.resolved().equals(before.resolved()) ? same(path, before) : alike(path, before));
            }
        }
        for (GivenPath path : all) {
            module(files, path)
                    .ifPresent(it -> found.add(finding(
                            it,
                            path,
                            "the package of " + path.resolved() + " hides the module " + it.resolved(),
                            "rename one of the two")));
        }
        return found.stream().distinct().toList();
    }

    /** What another rule finds: a file listed twice, a shared manifest, a shared rootpath. */
    private static boolean isAnothers(GivenPath one, GivenPath other) {
        if (one.agent().order() == other.agent().order()) {
            return one.kind() == other.kind() && one.resolved().equals(other.resolved());
        }
        boolean manifests = one.kind() == GivenPath.Kind.MANIFEST && other.kind() == GivenPath.Kind.MANIFEST;
        return manifests
                || PathKey.of(one.agent().packagePath())
                        .equals(PathKey.of(other.agent().packagePath()));
    }

    /** The module that a folder above the path hides. */
    private static Optional<GivenPath> module(Map<String, GivenPath> files, GivenPath path) {
        String folder = path.resolved();
        while (folder.contains("/")) {
            folder = folder.substring(0, folder.lastIndexOf('/'));
            GivenPath module = files.get(PathKey.of(folder + ".py"));
            if (module != null) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }

    private static Diagnostic alike(GivenPath path, GivenPath other) {
        return finding(
                path, other, path.resolved() + " and " + other.resolved() + " are one file", "rename one of the two");
    }

    /** One path, letter by letter, in two places. */
    private static Diagnostic same(GivenPath path, GivenPath other) {
        boolean own = path.agent().order() == other.agent().order();
        String places = own
                ? " stands under " + other.kind().key() + " and under "
                        + path.kind().key()
                : " is a file of " + other.agent().name() + " and of "
                        + path.agent().name();
        return finding(path, other, path.resolved() + places, "remove it in one of the two places, or rename it there");
    }

    private static Diagnostic finding(GivenPath path, GivenPath other, String message, String hint) {
        return INFO.at(
                path.written().span(),
                message,
                hint,
                new Diagnostic.Related(other.written().span(), "the other one"));
    }
}

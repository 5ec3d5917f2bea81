package io.qpf.collection;

import io.qpf.policy.Identifiers;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.SharedConfiguration;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names a collection: by its manifests, its logs, its keys, or else by its folder; where that is called as in every project, by
 * the root of its agents.
 */
final class EcosystemName {
    private static final Set<String> GENERIC = Set.of("manifests", "manifest", "logs", "log", "logging");

    /** The usual name of the input folder, as in {@code src/main/qpf}: it says nothing of what lies in it. */
    private static final String USUAL_FOLDER = "qpf";

    private EcosystemName() {}

    /** The name; {@code root} is the first segment of all rootpaths. */
    static String of(Sources sources, String root) {
        SharedConfiguration shared = sources.map().shared();
        List<String> candidates = List.of(
                lastSegment(shared.manifestsRoot()),
                lastSegment(shared.loggingRoot()),
                keyspacePrefix(shared),
                folder(sources),
                root);
        for (String candidate : candidates) {
            String name = Identifiers.snake(candidate);
            if (!name.isEmpty() && !GENERIC.contains(name)) {
                return name;
            }
        }
        return "ecosystem";
    }

    private static String folder(Sources sources) {
        String name = lastSegment(sources.folder());
        return name.equals(USUAL_FOLDER) ? "" : name;
    }

    private static String lastSegment(Optional<Text> path) {
        return path.isPresent() ? lastSegment(path.get().value()) : "";
    }

    private static String lastSegment(String path) {
        String clean = Paths.clean(path);
        return clean.substring(clean.lastIndexOf('/') + 1);
    }

    private static String keyspacePrefix(SharedConfiguration shared) {
        for (SharedConfiguration.Backend backend : shared.backends()) {
            for (Entry entry : backend.settings()) {
                if (entry.key().value().equals("keyspace_prefix")) {
                    return entry.value() instanceof Datum.Scalar scalar
                            ? scalar.text().value()
                            : "";
                }
            }
        }
        return "";
    }
}

package io.qpf.collection;

import io.qpf.policy.Identifiers;
import io.qpf.schema.Datum;
import io.qpf.schema.SharedConfiguration;
import io.qpf.source.Text;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names a collection: by its manifests, its logs, its keys, or else by its folder. */
final class EcosystemName {
    private static final Set<String> GENERIC = Set.of("manifests", "manifest", "logs", "log", "logging");

    private EcosystemName() {}

    static String of(Sources sources) {
        SharedConfiguration shared = sources.map().shared();
        return Stream.of(
                        shared.manifestsRoot().map(EcosystemName::lastSegment),
                        shared.loggingRoot().map(EcosystemName::lastSegment),
                        keyspacePrefix(shared),
                        Optional.of(lastSegment(sources.folder())))
                .flatMap(Optional::stream)
                .map(Identifiers::snake)
                .filter(it -> !it.isEmpty() && !GENERIC.contains(it))
                .findFirst()
                .orElse("ecosystem");
    }

    private static String lastSegment(Text path) {
        return lastSegment(path.value());
    }

    private static String lastSegment(String path) {
        String clean = Paths.clean(path);
        return clean.substring(clean.lastIndexOf('/') + 1);
    }

    private static Optional<String> keyspacePrefix(SharedConfiguration shared) {
        return shared.backends().stream()
                .flatMap(backend -> backend.settings().stream())
                .filter(entry -> entry.key().value().equals("keyspace_prefix"))
                .map(entry -> entry.value() instanceof Datum.Scalar scalar
                        ? scalar.text().value()
                        : "")
                .findFirst();
    }
}

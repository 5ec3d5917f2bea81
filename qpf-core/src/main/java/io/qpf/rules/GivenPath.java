package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Paths;
import io.qpf.schema.FileDirectives;
import io.qpf.schema.FileDirectives.GeneratedFile;
import io.qpf.source.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path that a schema gives, and what for.
 *
 * @param resolved where the file will stand, from the root on
 */
record GivenPath(Agent agent, Kind kind, Text written, String resolved) {
    enum Kind {
        ROOT("rootpath"),
        MODULE("generatefiles"),
        DOCUMENT("generatedocs"),
        MANIFEST("manifest"),
        LOG("logging"),
        FOLDER("createifmissing");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    static Stream<GivenPath> of(Agent agent) {
        FileDirectives files = agent.schema().files();
        return Stream.of(
                        all(agent, Kind.ROOT, List.of(agent.schema().identity().rootPath())),
                        all(
                                agent,
                                Kind.MODULE,
                                files.generateFiles().stream()
                                        .map(GeneratedFile::path)
                                        .toList()),
                        all(agent, Kind.DOCUMENT, files.generateDocs()),
                        all(agent, Kind.MANIFEST, files.manifest().stream().toList()),
                        all(agent, Kind.LOG, files.logging()),
                        all(agent, Kind.FOLDER, files.createIfMissing()))
                .flatMap(it -> it);
    }

    private static Stream<GivenPath> all(Agent agent, Kind kind, List<Text> written) {
        return written.stream().map(it -> new GivenPath(agent, kind, it, resolved(agent, kind, it.value())));
    }

    String value() {
        return written.value();
    }

    private static String resolved(Agent agent, Kind kind, String written) {
        return switch (kind) {
            case MODULE, DOCUMENT -> Paths.resolve(agent.packagePath(), written);
            default -> Paths.clean(written);
        };
    }
}

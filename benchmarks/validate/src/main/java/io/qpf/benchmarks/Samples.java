package io.qpf.benchmarks;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of collections of ten agents each: the example's largest schema under other names. */
record Samples(Path root) {
    private static final int AGENTS = 10;

    /** Writes a folder of collections, all below a temporary one. */
    static Samples write(int collections) throws IOException {
        Samples samples = new Samples(Files.createTempDirectory("qpf-benchmark"));
        Path sample = Path.of(System.getProperty("qpf.sample", "../../examples/l9/src/main/qpf/agents/tensoraios.yaml"));
        String schema = Files.readString(sample);
        for (int collection = 0; collection < collections; collection++) {
            collection(samples.root.resolve("in/c" + collection), schema);
        }
        if (collections == 1 && Extractor.validate(samples.request()).diagnostics().count(Severity.ERROR) > 0) {
            throw new IllegalStateException("the sample does not load");
        }
        return samples;
    }

    private static void collection(Path folder, String schema) throws IOException {
        Files.createDirectories(folder.resolve("agents"));
        StringBuilder map = new StringBuilder("extraction_sequence:\n  order:\n");
        for (int agent = 1; agent <= AGENTS; agent++) {
            String name = "Scorer" + agent;
            String own = schema.replace("TensorAIOS", name).replace("tensoraios", name.toLowerCase(Locale.ROOT));
            Files.writeString(folder.resolve("agents/" + name + ".yaml"), own);
            map.append("    ").append(agent).append(": {agent: ").append(name).append("}\n");
        }
        Files.writeString(folder.resolve("extractor-map.yaml"), map);
    }

    Request request() {
        Path none = root.resolve("none");
        return new Request(root, root.resolve("in"), root.resolve("out"), none, none, 1, false, false);
    }

    void delete() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}

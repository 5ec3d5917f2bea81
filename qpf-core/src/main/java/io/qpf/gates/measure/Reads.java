package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What results of tests depend on beside the files that are known to matter: files that they opened or looked for, such as the
 * requests that an example shows, folders that they listed, variables that they asked for. No import tells of them, and a kept
 * result must not outlive them.
 *
 * @param found fingerprints, by path, or by the name of a variable behind {@value #VARIABLE}
 */
record Reads(Map<String, String> found) {
    private static final String FILE = "reads.json";
    private static final String VARIABLE = "variable ";
    private static final String ABSENT = "absent";

    Reads {
        found = Map.copyOf(found);
    }

    /** What the tests of one result read. */
    static Reads of(JsonNode result) {
        Map<String, String> found = new TreeMap<>();
        result.path("reads")
                .properties()
                .forEach(it -> found.put(it.getKey(), it.getValue().asText()));
        return new Reads(found);
    }

    /** Adds to a fresh result what the variables hold that its tests asked for: the process that made it had some more of its own. */
    static void addVariables(ObjectNode result) throws IOException {
        ObjectNode reads = result.withObject("/reads");
        for (JsonNode it : result.path("names")) {
            String name = VARIABLE + it.asText();
            reads.put(name, fingerprint(name));
        }
    }

    /** Whether all is as it was. */
    boolean stand() {
        try {
            for (Map.Entry<String, String> it : found.entrySet()) {
                if (!it.getValue().equals(fingerprint(it.getKey()))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The words of {@code reading.py}. */
    private static String fingerprint(String what) throws IOException {
        if (what.startsWith(VARIABLE)) {
            return Optional.ofNullable(System.getenv(what.substring(VARIABLE.length())))
                    .map(it -> new Digest().add(it).hex())
                    .orElse(ABSENT);
        }
        Path path = Path.of(what);
        if (Files.isDirectory(path)) {
            try (Stream<Path> listed = Files.list(path)) {
                String names = String.join(
                        "\n",
                        listed.map(it -> it.getFileName().toString())
                                .filter(it -> !it.equals("__pycache__"))
                                .sorted()
                                .toList());
                return "folder " + Sha256.of(names.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.exists(path) ? Digest.of(path) : ABSENT;
    }

    /** Writes down what the results of a run were made with. */
    static void keep(Path work, Iterable<JsonNode> results) throws IOException {
        Map<String, String> all = new TreeMap<>();
        results.forEach(it -> all.putAll(of(it).found()));
        ResultStore.JSON.writeValue(work.resolve(FILE).toFile(), all);
    }

    /** What the last run was made with, as text. */
    static String text(Path work) throws IOException {
        Path file = work.resolve(FILE);
        return Files.isRegularFile(file) ? Files.readString(file) : "{}";
    }

    /** The same from its text. */
    static Reads of(String text) throws IOException {
        Map<String, String> found = new TreeMap<>();
        ResultStore.JSON
                .readTree(text)
                .properties()
                .forEach(it -> found.put(it.getKey(), it.getValue().asText()));
        return new Reads(found);
    }
}

package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of the project that tests opened beside those that are known to matter, such as the requests that an example shows.
 * No import tells of them, and a kept result must not outlive them.
 */
final class Reads {
    private static final String FILE = "reads.txt";

    private Reads() {}

    /** Whether all files that a result was made with are as they were. */
    static boolean stand(JsonNode result) {
        for (Map.Entry<String, JsonNode> it : result.path("reads").properties()) {
            Path file = Path.of(it.getKey());
            try {
                if (!Files.isRegularFile(file)
                        || !Digest.of(file).equals(it.getValue().asText())) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** Writes down which files the results of a run were made with. */
    static void keep(Path work, Iterable<JsonNode> results) throws IOException {
        List<String> paths = new ArrayList<>();
        for (JsonNode result : results) {
            result.path("reads").fieldNames().forEachRemaining(paths::add);
        }
        Files.write(work.resolve(FILE), paths.stream().distinct().sorted().toList());
    }

    /** The files of the last run. */
    static List<Path> of(Path work) throws IOException {
        Path file = work.resolve(FILE);
        return Files.isRegularFile(file)
                ? Files.readAllLines(file).stream().map(Path::of).toList()
                : List.of();
    }
}

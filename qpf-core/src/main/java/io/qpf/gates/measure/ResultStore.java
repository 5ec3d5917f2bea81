package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Results by the digest of all that they depend on: one file a result, so that builds side by side do not mix. */
final class ResultStore {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final boolean fresh;

    private ResultStore(Path folder, boolean fresh) {
        this.folder = folder;
        this.fresh = fresh;
    }

    /**
     * The store in a folder.
     *
     * @param fresh whether nothing of earlier runs counts
     */
    static ResultStore in(Path folder, boolean fresh) throws IOException {
        Files.createDirectories(folder);
        return new ResultStore(folder, fresh);
    }

    /** The result of an earlier run, if its file is there and whole. */
    Optional<JsonNode> find(String key) {
        return fresh ? Optional.empty() : get(key);
    }

    /** The result of this run or an earlier one. */
    Optional<JsonNode> get(String key) {
        Path file = file(key);
        try {
            return Files.isRegularFile(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String key, JsonNode result) throws IOException {
        Path draft = Files.createTempFile(folder, "draft", ".tmp");
        JSON.writeValue(draft.toFile(), result);
        Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
    }

    Path file(String key) {
        return folder.resolve(key + ".json");
    }

    /** Removes what nobody has written for a month. */
    void prune() throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(it -> isOlder(it, oldest)).toList();
        }
        for (Path it : old) {
            Files.deleteIfExists(it);
        }
    }

    private static boolean isOlder(Path file, FileTime oldest) {
        try {
            return Files.getLastModifiedTime(file).compareTo(oldest) < 0;
        } catch (IOException e) {
            return false;
        }
    }
}

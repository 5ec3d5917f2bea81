package io.qpf.gates.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where tools run: a copy of what is looked at and of nothing else. A file that nobody planned, beside the packages, can
 * neither take a tool's place nor tell it to look away; and what is measured is what the keys of results were made from.
 *
 * <p>Each copy has a time that its content decides. Python and mypy keep by time and size what they made of a file: two
 * texts of one size that were written in the same second are still two.
 */
final class Stage {
    private static final long FIRST_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    /** Seven digits of the digest are as many seconds, eight years of them. */
    private static final int DIGITS = 7;

    private static final int HEX = 16;

    private final Contents contents;
    private final Path source;
    private final Path folder;
    private boolean isSet;

    Stage(Contents contents, Path source, Path folder) {
        this.contents = contents;
        this.source = source;
        this.folder = folder;
    }

    /** Where it is, also before anything runs there. */
    Path folder() {
        return folder;
    }

    /**
     * Sets it up for the first run; a build in which everything was kept needs none.
     *
     * @throws ToolFailure if the tree has changed since its contents were read
     */
    synchronized void set() throws IOException, ToolFailure {
        if (isSet) {
            return;
        }
        clear();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> it : contents.files().entrySet()) {
            Path copy = folder.resolve(it.getKey());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(source.resolve(it.getKey()), copy);
            if (!Digest.of(copy).equals(it.getValue())) {
                throw new ToolFailure(it.getKey() + " was changed while it was measured; run the gates again");
            }
            long second = FIRST_SECOND + Long.parseLong(it.getValue().substring(0, DIGITS), HEX);
            Files.setLastModifiedTime(copy, FileTime.from(Instant.ofEpochSecond(second)));
        }
        isSet = true;
    }

    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> found = Files.walk(folder)) {
            old = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path it : old) {
            Files.delete(it);
        }
    }
}

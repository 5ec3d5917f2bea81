package io.qpf.write;

import io.qpf.source.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One look at the output folder. What it has learnt of a folder it does not ask the disk for again, so that a look must not
 * outlive a change. Several threads may share one.
 */
final class Look {
    /** What lies at a path that no regular file lies at. */
    static final String ABSENT = "absent";

    static final String LINK = "link";
    static final String FOLDER = "folder";

    private final OutputFolder out;
    private final Map<Path, Boolean> contained = new ConcurrentHashMap<>();
    private final Map<Path, Boolean> present = new ConcurrentHashMap<>();

    Look(OutputFolder out) {
        this.out = out;
    }

    /**
     * Whether a file at the path would lie below the root, wherever links lead.
     *
     * <p>The last segment is not followed: whoever writes replaces a link there, and never writes through it.
     */
    boolean contains(String path) throws IOException {
        Path parent = parent(path);
        Boolean known = contained.get(parent);
        if (known == null) {
            known = isBelowRoot(parent);
            contained.put(parent, known);
        }
        return known;
    }

    /** The fingerprint of the regular file at a path, or one of the words above. */
    String state(String path) throws IOException {
        Boolean folder = present.computeIfAbsent(parent(path), Files::isDirectory);
        if (!folder) {
            return ABSENT;
        }
        Path file = out.resolve(path);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return ABSENT;
        }
        if (attributes.isRegularFile()) {
            return Sha256.of(Files.readAllBytes(file));
        }
        return attributes.isSymbolicLink() ? LINK : FOLDER;
    }

    private Path parent(String path) {
        Path parent = out.resolve(path).getParent();
        return parent == null ? out.root() : parent;
    }

    private boolean isBelowRoot(Path folder) throws IOException {
        Path existing = folder;
        while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (existing == null || !existing.startsWith(out.root())) {
            // Nothing exists below the root yet, so no link can lead out of it.
            return folder.normalize().startsWith(out.root());
        }
        return Files.exists(existing) && existing.toRealPath().startsWith(out.root());
    }
}

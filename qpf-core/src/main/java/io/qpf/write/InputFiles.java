package io.qpf.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Replaces files that people wrote, when they ask for it: the old file or the new one, and nothing between the two. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Puts new contents into a file.
     *
     * @param before what the file was when it was read; a file that has changed since is left alone
     * @return what changed, in the form of {@code diff -u}
     */
    public static String replace(Path file, byte[] before, byte[] after) throws IOException {
        Path real = file.toRealPath();
        if (!Arrays.equals(Files.readAllBytes(real), before)) {
            throw new IOException(file + " has changed since it was read; it is as it is now. Run the goal again");
        }
        Path folder = real.resolveSibling(".").normalize();
        Path fresh = Files.createTempFile(folder, ".qpf-", ".tmp");
        try {
            Files.write(fresh, after);
            PosixFileAttributeView old = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (old != null) {
                Files.setPosixFilePermissions(fresh, old.readAttributes().permissions());
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return UnifiedDiff.of(new String(before, StandardCharsets.UTF_8), new String(after, StandardCharsets.UTF_8))
                    .toString();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

package io.qpf.gates.measure;

import io.qpf.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** SHA-256 over several parts, each with its end marked. */
final class Digest {
    private static final byte[] END = {0};

    private final Sha256 digest = new Sha256();

    Digest add(String part) {
        digest.add(part.getBytes(StandardCharsets.UTF_8)).add(END);
        return this;
    }

    Digest addAll(Collection<String> parts) {
        parts.forEach(this::add);
        return add("end");
    }

    /** Closes the digest. */
    String hex() {
        return digest.hex();
    }

    static String of(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }
}

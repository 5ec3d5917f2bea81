package io.qpf.gates.measure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the journal of a run of tests is sealed with. The journal forgets it once it has written: a test that stays
 * behind, or a process that it left, cannot rewrite what was noted.
 */
final class Seal {
    private static final String METHOD = "HmacSHA256";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Seal(byte[] key) {
        this.key = key;
    }

    static Seal fresh() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return new Seal(key);
    }

    String hex() {
        return HexFormat.of().formatHex(key);
    }

    /** What was sealed: behind a first line with its mark. Empty if somebody else wrote it. */
    Optional<byte[]> open(byte[] written) {
        int length = 2 * LENGTH;
        if (written.length <= length || written[length] != '\n') {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(written, length + 1, written.length);
        byte[] mark = HexFormat.of().formatHex(markOf(text)).getBytes(StandardCharsets.US_ASCII);
        boolean isOwn = MessageDigest.isEqual(mark, Arrays.copyOf(written, length));
        return isOwn ? Optional.of(text) : Optional.empty();
    }

    private byte[] markOf(byte[] text) {
        try {
            Mac mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(key, METHOD));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + METHOD, e);
        }
    }
}

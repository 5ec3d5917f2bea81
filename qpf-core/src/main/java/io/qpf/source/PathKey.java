package io.qpf.source;

import java.text.Normalizer;
import java.util.Locale;

/** What a path is to file systems that cannot tell the case of letters apart, nor how an accent is written. */
public final class PathKey {
    private PathKey() {}

    /** The same for all paths that meet on such a file system. */
    public static String of(String path) {
        // Nearly all paths are ASCII, and the normalizer's tables are large.
        String composed = isAscii(path) ? path : Normalizer.normalize(path, Normalizer.Form.NFC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}

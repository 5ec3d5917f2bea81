package io.qpf.plan.pack;

import java.util.Locale;

/** Globs with {@code *} only, over names in lower case without underscores and ending. */
final class Glob {
    private Glob() {}

    /** The comparable form of a file name: last segment, no ending, no underscores or hyphens, lower case. */
    static String compact(String fileName) {
        String last = fileName.substring(fileName.lastIndexOf('/') + 1);
        String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
        return stem.equals("__init__")
                ? stem
                : stem.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    static boolean matches(String glob, String name) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return glob.equals(name);
        }
        if (!name.startsWith(glob.substring(0, star))) {
            return false;
        }
        String rest = glob.substring(star + 1);
        for (int from = star; from <= name.length(); from++) {
            if (matches(rest, name.substring(from))) {
                return true;
            }
        }
        return false;
    }
}

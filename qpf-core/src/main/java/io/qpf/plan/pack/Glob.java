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
        // Each piece between two stars at its first place: a later one would leave less for those behind it.
        int from = star;
        for (int next = glob.indexOf('*', star + 1); next >= 0; next = glob.indexOf('*', star + 1)) {
            int found = name.indexOf(glob.substring(star + 1, next), from);
            if (found < 0) {
                return false;
            }
            from = found + next - star - 1;
            star = next;
        }
        String last = glob.substring(star + 1);
        return name.length() - from >= last.length() && name.endsWith(last);
    }
}

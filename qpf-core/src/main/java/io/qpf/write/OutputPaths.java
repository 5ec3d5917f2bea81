package io.qpf.write;

import io.qpf.source.PathKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which relative paths may stand below an output folder, on any file system. */
final class OutputPaths {
    /** Where QPF keeps its own files. */
    static final String OWN_FOLDER = ".qpf";

    private OutputPaths() {}

    /** Two paths, or folders of theirs, that one of the common file systems cannot tell apart. */
    record Collision(String path, String other, String why) {}

    /** What is wrong with a path by its text alone. */
    static Optional<String> problem(String path) {
        if (path.isEmpty()) {
            return Optional.of("is empty");
        }
        if (path.startsWith("/") || hasDrive(path)) {
            return Optional.of("is absolute");
        }
        if (path.codePoints().anyMatch(it -> it == '\\' || Character.isISOControl(it))) {
            return Optional.of("has a backslash or a control character in it");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("has an empty, '.' or '..' segment");
            }
        }
        return PathKey.of(path.split("/", 2)[0]).equals(OWN_FOLDER)
                ? Optional.of("lies in " + OWN_FOLDER + ", which QPF keeps for itself")
                : Optional.empty();
    }

    private static boolean hasDrive(String path) {
        return path.length() > 1
                && path.charAt(1) == ':'
                && Character.isLetter(path.charAt(0))
                && path.charAt(0) < 0x80;
    }

    /** Paths that meet: the same but for case, or one a folder of the other. */
    static List<Collision> collisions(List<String> paths) {
        List<Collision> found = new ArrayList<>();
        Map<String, String> spelling = new HashMap<>();
        Map<String, String> files = new HashMap<>();
        for (String path : paths) {
            String twin = files.putIfAbsent(PathKey.of(path), path);
            if (twin != null) {
                found.add(new Collision(path, twin, twin.equals(path) ? "is planned twice" : "differs only in case"));
            }
        }
        Set<String> reported = new HashSet<>();
        for (String path : paths) {
            for (String folder : folders(path)) {
                String file = files.get(PathKey.of(folder));
                String other = spelling.putIfAbsent(PathKey.of(folder), folder);
                if (file != null && reported.add(file)) {
                    found.add(new Collision(path, file, "needs a folder where the other is a file"));
                } else if (other != null && !other.equals(folder) && reported.add(folder)) {
                    found.add(new Collision(path, other + "/", "differs only in case"));
                }
            }
        }
        return found;
    }

    /** The folders above a path, the outermost first. */
    static List<String> folders(String path) {
        List<String> found = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            found.add(path.substring(0, slash));
        }
        return found;
    }
}

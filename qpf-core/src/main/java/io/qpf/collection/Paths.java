package io.qpf.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths as schemas write them, brought to one spelling. Rules judge whether they are safe. */
public final class Paths {
    private Paths() {}

    /** Forward slashes, none at either end, no empty and no {@code .} segments. */
    public static String clean(String path) {
        if (isClean(path)) {
            return path;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : List.of(path.strip().replace('\\', '/').split("/", -1))) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    private static boolean isClean(String path) {
        boolean edges = path.isEmpty() || path.startsWith("/") || path.endsWith("/") || !path.equals(path.strip());
        return !edges
                && !path.startsWith("./")
                && !path.contains("//")
                && !path.contains("/./")
                && !path.endsWith("/.")
                && !path.equals(".")
                && path.indexOf('\\') < 0;
    }

    /** The path behind a folder, if it lies below it. */
    public static Optional<String> below(String folder, String path) {
        return !folder.isEmpty() && path.startsWith(folder + "/")
                ? Optional.of(path.substring(folder.length() + 1))
                : Optional.empty();
    }

    /** Where a file that a schema lists stands: relative to the rootpath, or from the root of all agents. */
    public static String resolve(String rootPath, String listed) {
        String path = clean(listed);
        String root = rootPath.contains("/") ? rootPath.substring(0, rootPath.indexOf('/')) : rootPath;
        return path.equals(root) || path.startsWith(root + "/") ? path : rootPath + "/" + path;
    }
}

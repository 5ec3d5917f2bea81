package io.qpf.write;

import io.qpf.plan.PlannedFile;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What QPF wrote the last time.
 *
 * @param files fingerprints by path
 */
record Lock(Map<String, String> files) {
    static final String NAME = "lock.json";

    Lock {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** A lock that cannot be trusted: nothing below the folder can be told from people's own files. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static Lock read(Path file) throws Unreadable {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Map<String, String> entry :
                    Files.exists(file) ? JsonReader.entries(file, "files") : List.<Map<String, String>>of()) {
                String path = entry.getOrDefault("path", "");
                String problem = OutputPaths.problem(path).orElse("");
                if (!problem.isEmpty()) {
                    throw new Unreadable("the path \"" + path + "\" " + problem);
                }
                files.put(path, entry.getOrDefault("sha256", ""));
            }
        } catch (IOException e) {
            throw new Unreadable(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("it is no JSON"));
        }
        return new Lock(files);
    }

    /** The lock of files, sorted by path. */
    static String json(Map<String, RenderedFile> files, Map<String, String> fingerprints) {
        return Json.document(
                "files",
                new TreeMap<>(files)
                        .values().stream()
                                .map(it -> entry(it, fingerprints.getOrDefault(it.path(), "")))
                                .toList());
    }

    private static String entry(RenderedFile rendered, String fingerprint) {
        PlannedFile file = rendered.planned();
        String agent =
                file.agent().map(it -> "\"agent\": " + Json.quote(it) + ", ").orElse("");
        return "{\"path\": " + Json.quote(rendered.path())
                + ", \"sha256\": " + Json.quote(fingerprint)
                + ", \"kind\": " + Json.quote(file.kind().name().toLowerCase(Locale.ROOT))
                + ", \"template\": " + Json.quote(origin(file)) + ", " + agent
                + "\"keys\": " + Json.list(file.keys()) + "}";
    }

    private static String origin(PlannedFile file) {
        if (file instanceof PlannedFile.Templated it) {
            return it.template();
        }
        return ((PlannedFile.Copied) file).origin();
    }
}

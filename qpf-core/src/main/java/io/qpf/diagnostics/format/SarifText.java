package io.qpf.diagnostics.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;

/** What every SARIF 2.1.0 log of QPF begins with, and how it names files. */
public final class SarifText {
    private static final String ROOT = "%SRCROOT%";

    private SarifText() {}

    /**
     * A log with one run, which still lacks its rules and results.
     *
     * @param version of QPF
     */
    public static ObjectNode root(String version) {
        ObjectNode root = JsonText.object();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        run.putObject("tool")
                .putObject("driver")
                .put("name", "QPF")
                .put("fullName", "Quantum Pipeline Factory")
                .put("version", version);
        return root;
    }

    /** The one run of a log. */
    public static ObjectNode run(ObjectNode root) {
        return (ObjectNode) root.path("runs").path(0);
    }

    /** The tool of a run. */
    public static ObjectNode driver(ObjectNode run) {
        return (ObjectNode) run.path("tool").path("driver");
    }

    /** Names a file: by its path from the project's folder where it has one. */
    public static void artifact(ObjectNode node, String path) {
        ObjectNode artifact = node.putObject("artifactLocation").put("uri", uri(path));
        if (!path.startsWith("/")) {
            artifact.put("uriBaseId", ROOT);
        }
    }

    private static String uri(String path) {
        try {
            return path.startsWith("/")
                    ? new URI("file", "", path, null).toASCIIString()
                    : new URI(null, null, path.isEmpty() ? "." : path, null).toASCIIString();
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("a path is always a URI once it is escaped: " + path, broken);
        }
    }
}

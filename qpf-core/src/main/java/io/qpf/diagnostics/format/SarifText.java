package io.qpf.diagnostics.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What every SARIF 2.1.0 log of QPF begins with, and how it names files. */
public final class SarifText {
    private static final String ROOT = "%SRCROOT%";

    /** What RFC 3986 lets stand in every part of a path. */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

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

    /** By bytes: {@link java.net.URI} takes a colon for a scheme's, and composes letters anew. */
    private static String uri(String path) {
        StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte unit : Printable.whole(path.isEmpty() ? "." : path).getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(unit) >= 0) {
                out.append((char) unit);
            } else {
                out.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return out.toString();
    }
}

package io.qpf.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection from an example of a few lines, as a rule's page shows it.
 *
 * <p>A line {@code # agents/a.yaml} begins a file; an example without such a line is {@code agents/a.yaml}. A schema says
 * what the example is about, and what it leaves out follows from a small valid one, unless the line ends in {@code as it
 * is}. Without a map, the schemas stand in it in their order. {@code ⟦E9⟧} is a byte, {@code ⟦tab⟧} a tab, and
 * {@code ⟦900 × ab⟧} the text {@code ab} 900 times.
 */
public final class Example {
    private static final String MAP = "extractor-map.yaml";
    private static final Pattern FILE =
            Pattern.compile("(?m)^# ((?:agents/|python/|python/\\w+/)?[\\w.-]+\\.(?:yaml|py|md))( as it is)?\\n");
    private static final Pattern SECTION = Pattern.compile("(?m)^([a-z]\\w*):(?:.*\\n)(?:(?:[ #-].*)?\\n)*");
    private static final Pattern NAME = Pattern.compile("(?m)^name: *(.*)$");
    private static final Pattern ESCAPE = Pattern.compile("⟦(?:([0-9A-F]{2})|(tab)|(\\d+) × ([^⟧]*))⟧");

    private final Map<String, String> files = new LinkedHashMap<>();

    private Example(String text) {
        Matcher header = FILE.matcher(text);
        String path = "agents/a.yaml";
        int start = 0;
        boolean whole = false;
        while (header.find()) {
            put(path, text.substring(start, header.start()), whole);
            path = header.group(1);
            // Front matter begins a file, so that no comment may stand before it.
            start = path.endsWith(".md") ? header.end() : header.start();
            whole = header.group(2) != null;
        }
        put(path, text.substring(start), whole);
    }

    private void put(String path, String text, boolean whole) {
        boolean schema = path.startsWith("agents/") && !whole;
        if (!text.isEmpty()) {
            files.put(path, schema ? completed(path, text) : text);
        }
    }

    /** Writes the files of an example below a folder. */
    public static void write(String text, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files(text).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
        }
    }

    /** The files of an example by their paths. */
    public static Map<String, byte[]> files(String text) {
        Map<String, String> files = new Example(text).files;
        if (files.keySet().stream().anyMatch(it -> it.startsWith("agents/"))
                && files.keySet().stream().noneMatch(it -> it.endsWith(MAP))) {
            files.put(MAP, map(files));
        }
        Map<String, byte[]> whole = new LinkedHashMap<>();
        files.forEach((path, content) -> whole.put(path, bytes(content)));
        return whole;
    }

    /** A map that lists the schemas in their order. */
    public static String map(Map<String, String> files) {
        StringBuilder map = new StringBuilder("extraction_sequence:\n  order:\n");
        int order = 1;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().startsWith("agents/")) {
                Matcher name = NAME.matcher(file.getValue());
                map.append("    ").append(order++).append(":\n      agent: ");
                map.append(name.find() ? name.group(1) : file.getKey());
                map.append("\n      schema_file: ").append(file.getKey()).append("\n");
            }
        }
        return map.toString();
    }

    /** The text of a schema, with what it leaves out. */
    public static String completed(String path, String text) {
        String stem = path.substring(path.lastIndexOf('/') + 1).replace(".yaml", "");
        StringBuilder whole = new StringBuilder(text);
        Matcher section = SECTION.matcher(small().replace("@", stem));
        while (section.find()) {
            if (!Pattern.compile("(?m)^\"?" + section.group(1) + "\"?:")
                    .matcher(text)
                    .find()) {
                whole.append(section.group());
            }
        }
        return whole.toString();
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(text);
        int start = 0;
        while (escape.find()) {
            out.writeBytes(text.substring(start, escape.start()).getBytes(StandardCharsets.UTF_8));
            if (escape.group(1) != null) {
                out.write(Integer.parseInt(escape.group(1), 16));
            } else if (escape.group(2) != null) {
                out.write('\t');
            } else {
                out.writeBytes(escape.group(4)
                        .repeat(Integer.parseInt(escape.group(3)))
                        .getBytes(StandardCharsets.UTF_8));
            }
            start = escape.end();
        }
        out.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String small() {
        try (InputStream in = Example.class.getResourceAsStream("small.yaml")) {
            if (in == null) {
                throw new AssertionError("small.yaml is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

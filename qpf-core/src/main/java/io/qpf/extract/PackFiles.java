package io.qpf.extract;

import io.qpf.diagnostics.Result;
import io.qpf.plan.pack.Pack;
import io.qpf.plan.pack.PackReader;
import io.qpf.render.TemplateSource;
import io.qpf.schema.Datum;
import io.qpf.schema.load.DatumReader;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The extraction pack as it lies on the class path, in a jar or, while it is built, in a folder.
 *
 * @param pack what is made of what
 * @param templates the pack's own
 */
record PackFiles(Pack pack, TemplateSource templates) {
    private static final String ROOT = "qpf/pack/";
    private static final String TABLE = "pack.yaml";
    private static final String TEMPLATES = "templates/";

    static PackFiles read(ClassLoader loader) throws IOException {
        URL table = loader.getResource(ROOT + TABLE);
        if (table == null) {
            throw new IllegalStateException("no extraction pack is on the class path; add io.qpf:qpf-templates");
        }
        Map<String, String> files = table.openConnection() instanceof JarURLConnection jar
                ? ofJar(jar)
                : ofFolder(Path.of(uri(table)).resolveSibling("."));
        SourceFile yaml = new SourceFile(TABLE, files.getOrDefault(TABLE, ""));
        Result<Datum> tree = DatumReader.read(yaml);
        Datum root = tree.value()
                .orElseThrow(() -> new IllegalStateException(
                        TABLE + " of the pack is no YAML: " + tree.diagnostics().all()));
        SourceFile extractor = new SourceFile(ExtractorGuides.FILE, files.getOrDefault(ExtractorGuides.FILE, ""));
        Pack pack = PackReader.read(root, extractor, below("project/", files), below("foundation/", files));
        return new PackFiles(pack, TemplateSource.of(below(TEMPLATES, files)));
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an address that is none: " + url, e);
        }
    }

    private static Map<String, String> below(String folder, Map<String, String> files) {
        Map<String, String> found = new TreeMap<>();
        files.forEach((path, text) -> {
            boolean template = path.endsWith(".mustache");
            if (path.startsWith(folder) && template == folder.equals(TEMPLATES)) {
                found.put(path.substring(folder.length()), text);
            }
        });
        return found;
    }

    /** What tools of Python leave behind when they run in the folder is no part of the pack. */
    private static boolean isWanted(String path) {
        return !path.contains("__pycache__") && Stream.of(path.split("/", -1)).noneMatch(it -> it.startsWith("."));
    }

    private static Map<String, String> ofJar(JarURLConnection connection) throws IOException {
        Map<String, String> files = new TreeMap<>();
        JarFile jar = connection.getJarFile();
        for (JarEntry entry : jar.stream().toList()) {
            if (!entry.isDirectory() && entry.getName().startsWith(ROOT)) {
                String path = entry.getName().substring(ROOT.length());
                if (isWanted(path)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(path, text(in.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, String> ofFolder(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = folder.normalize();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (isWanted(path)) {
                    files.put(path, text(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}

package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.schema.load.GlueLoader;
import io.qpf.schema.load.MapLoader;
import io.qpf.schema.load.SchemaLoader;
import io.qpf.source.SourceFile;
import io.qpf.testing.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collections for tests, from one text with a {@code === path} line before each file.
 *
 * <p>A schema needs to say only what the test is about: its sections come first, so that lines count as in the test,
 * and those that it leaves out follow from a small valid schema. A missing map lists the schemas in their order.
 */
public final class Yaml {
    private static final Pattern FILE = Pattern.compile("(?m)^=== (\\S+)\\n");

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<String> existing = new TreeSet<>();
    private final List<Diagnostic> loading = new ArrayList<>();

    private Yaml() {}

    public static Yaml of(String text) {
        Yaml yaml = new Yaml();
        Matcher matcher = FILE.matcher(text);
        String path = "";
        int start = 0;
        while (matcher.find()) {
            yaml.put(path, text.substring(start, matcher.start()));
            path = matcher.group(1);
            start = matcher.end();
        }
        yaml.put(path, text.substring(start));
        return yaml;
    }

    /** A file of the workspace. */
    public Yaml with(String... paths) {
        existing.addAll(List.of(paths));
        return this;
    }

    private void put(String path, String text) {
        if (!path.isEmpty()) {
            files.put(path, text.endsWith("\n") ? text : text + "\n");
        }
    }

    /** Links the files; what loading them finds must be nothing. */
    public Result<Collection> link() {
        Result<Collection> linked = Linker.link(sources(), this::exists);
        if (!loading.isEmpty()) {
            throw new AssertionError("the fixture does not load: " + loading);
        }
        return linked;
    }

    /** Links the files, whatever loading them finds. */
    Result<Collection> linkAnyway() {
        return Linker.link(sources(), this::exists);
    }

    /** The findings of the linker, one a line, as {@code path:line:column severity id}. */
    public List<String> findings() {
        return described(link().diagnostics());
    }

    public static List<String> described(Diagnostics diagnostics) {
        return diagnostics.all().stream()
                .map(it -> it.span() + " " + it.severity().word() + " " + it.rule())
                .toList();
    }

    private boolean exists(String path) {
        return existing.contains(path);
    }

    private Sources sources() {
        List<AgentSchema> schemas = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().equals("map.yaml") && !file.getKey().equals("glue.yaml")) {
                schemas.add(take(SchemaLoader.load(new SourceFile(file.getKey(), completed(file.getKey())))));
            }
        }
        String map = Optional.ofNullable(files.get("map.yaml")).orElseGet(this::defaultMap);
        ExtractorMap extractorMap = take(MapLoader.load(new SourceFile("map.yaml", map)));
        Optional<Glue> glue = Optional.ofNullable(files.get("glue.yaml"))
                .map(it -> take(GlueLoader.load(new SourceFile("glue.yaml", it))));
        return new Sources("src/main/qpf", extractorMap, glue, schemas);
    }

    private <T> T take(Result<T> result) {
        result.diagnostics().all().stream()
                .filter(it -> !it.rule().equals("QPF-STR-014"))
                .forEach(loading::add);
        return result.value().orElseThrow(() -> new AssertionError("the fixture does not load: " + loading));
    }

    private String defaultMap() {
        StringBuilder map = new StringBuilder("extraction_sequence:\n  order:\n");
        int order = 1;
        for (String path : files.keySet()) {
            if (!path.equals("glue.yaml")) {
                map.append("    ").append(order++).append(":\n      agent: ").append(nameOf(path));
                map.append("\n      schema_file: ").append(path).append("\n");
            }
        }
        return map.toString();
    }

    private String nameOf(String path) {
        Matcher matcher = Pattern.compile("(?m)^name: *(.*)$").matcher(completed(path));
        return matcher.find() ? matcher.group(1) : path;
    }

    /** The text of a schema, with what it leaves out. */
    private String completed(String path) {
        return Example.completed(path, files.getOrDefault(path, ""));
    }
}

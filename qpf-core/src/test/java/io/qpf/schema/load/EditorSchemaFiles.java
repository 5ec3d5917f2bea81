package io.qpf.schema.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.extract.Catalogue;
import io.qpf.extract.RulePage;
import io.qpf.schema.Datum;
import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every file of every fixture and of every page's examples, as the editor's schema of its kind sees it. */
final class EditorSchemaFiles {
    private static final Path FIXTURES = Path.of("src/test/resources/io/qpf/rules");

    private EditorSchemaFiles() {}

    /**
     * The files of an example of a rule.
     *
     * @param name where it stands, for messages
     * @param finding whether the rule finds something in it
     */
    record Case(RuleInfo rule, String name, boolean finding, List<Instance> files) {}

    /**
     * A file that is YAML.
     *
     * @param kind agent, map or glue
     */
    record Instance(String kind, String path, JsonNode json) {}

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (RuleInfo rule : Catalogue.ofSchemas()) {
            RulePage page = RulePage.of(rule).orElseThrow();
            cases.add(new Case(rule, rule.id() + ".md, bad", true, instances(page.bad())));
            cases.add(new Case(rule, rule.id() + ".md, good", false, instances(page.good())));
            for (Path file : fixtures(rule)) {
                String name = file.getFileName().toString();
                cases.add(new Case(
                        rule, rule.id() + "/" + name, name.startsWith("finding"), instances(Files.readString(file))));
            }
        }
        return cases;
    }

    /** An example of no rule in particular. */
    static Case of(String example) {
        return new Case(Catalogue.ofSchemas().get(0), example, true, instances(example));
    }

    private static List<Path> fixtures(RuleInfo rule) throws IOException {
        Path folder = FIXTURES.resolve(rule.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<Instance> instances(String example) {
        List<Instance> instances = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : Example.files(example).entrySet()) {
            instance(file.getKey(), file.getValue()).ifPresent(instances::add);
        }
        return instances;
    }

    private static Optional<Instance> instance(String path, byte[] bytes) {
        if (!path.endsWith(".yaml")) {
            return Optional.empty();
        }
        String kind = path.startsWith("agents/") ? "agent" : path.contains("map") ? "map" : "glue";
        return DatumReader.read(path, bytes)
                .value()
                .filter(Datum.Mapping.class::isInstance)
                .map(it -> new Instance(kind, path, DatumJson.of(it)));
    }
}

package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.plan.pack.PackReader;
import io.qpf.plan.pack.Reserved;
import io.qpf.schema.Datum;
import io.qpf.schema.load.DatumReader;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template imports beside the class of a module is reserved in pack.yaml, or a module of that name would take its place. */
class ReservedNamesTest {
    private static final Path PACK = Path.of("src/main/resources/qpf/pack");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^from \\S+ import (\\([^)]*\\)|.*)$");
    private static final Pattern CLASS = Pattern.compile("(?<![\\w{.])[A-Z][A-Za-z]*[a-z][A-Za-z]*(?![\\w}.])(?! as )");

    @Test
    void everyClassThatATemplateImportsIsReserved() throws IOException {
        Set<String> imported = new TreeSet<>();
        for (String folder : List.of("module", "part", "tests")) {
            try (Stream<Path> templates = Files.list(PACK.resolve("templates/" + folder))) {
                for (Path template : templates.toList()) {
                    // Of an agent's tests alone: a wiring's import what they try under names of their own.
                    if (!template.getFileName().toString().startsWith("integration_")
                            && !template.getFileName().toString().startsWith("test_documents")) {
                        imported.addAll(classes(Files.readString(template)));
                    }
                }
            }
        }

        assertThat(imported).contains("AgentContext", "EventRecord", "Above", "TypeAlias");
        assertThat(reserved()).containsAll(imported);
    }

    private static Set<String> classes(String template) {
        Set<String> classes = new TreeSet<>();
        Matcher line = IMPORTED.matcher(template);
        while (line.find()) {
            Matcher name = CLASS.matcher(line.group(1));
            while (name.find()) {
                classes.add(name.group());
            }
        }
        return classes;
    }

    private static Set<String> reserved() throws IOException {
        Datum yaml = DatumReader.read("pack.yaml", Files.readAllBytes(PACK.resolve("pack.yaml")))
                .value()
                .orElseThrow();
        Reserved reserved = PackReader.read(yaml, new SourceFile("none", ""), Map.of(), Map.of())
                .reserved();
        Set<String> names = new TreeSet<>(reserved.classes());
        names.addAll(reserved.tests());
        return names;
    }
}

package io.qpf;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.SourceTree.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proves the arrows of docs/design/001: which package may know which, and who alone uses what. */
class ArchitectureTest {
    private static final Set<String> VALUES = Set.of("source", "diagnostics");
    private static final Set<String> MODEL = Set.of("source", "diagnostics", "schema", "policy", "collection");

    /** Packages with all that they may know beside themselves and the JDK; a package covers those below it. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("diagnostics", Set.of("source")),
            Map.entry("diagnostics.format", VALUES),
            Map.entry("fix", VALUES),
            Map.entry("review", VALUES),
            Map.entry("schema", VALUES),
            Map.entry("schema.load", plus(VALUES, "schema")),
            Map.entry("policy", VALUES),
            Map.entry("collection", plus(VALUES, "schema", "policy")),
            Map.entry("graph", MODEL),
            Map.entry("rules", plus(MODEL, "graph", "python")),
            Map.entry("python", Set.of()),
            Map.entry("plan", plus(MODEL, "graph", "python")),
            Map.entry("render", Set.of("plan", "python")),
            Map.entry("write", plus(VALUES, "plan", "render")),
            Map.entry("gates", Set.of("source")),
            Map.entry("gates.measure", plus(MODEL, "python", "plan", "write", "gates", "gates.toolchain")),
            Map.entry("gates.report", Set.of("source", "diagnostics.format", "gates", "python", "render")),
            Map.entry("gates.toolchain", Set.of("source")),
            Map.entry(
                    "extract",
                    plus(MODEL, "schema.load", "fix", "review", "graph", "rules", "plan", "render", "write")));

    /** What only one or two packages may use, whatever it is: a library, or a way to reach the outside. */
    private static final Map<String, Set<String>> ONLY_FOR = Map.of(
            "org.yaml", Set.of("schema.load"),
            "org.jgrapht", Set.of("graph"),
            "com.github.mustachejava", Set.of("render"),
            "com.fasterxml.jackson", Set.of("write", "gates.measure", "gates.report", "diagnostics.format"),
            "org.apache.maven", Set.of(),
            "ProcessBuilder", Set.of("gates.toolchain"),
            "Runtime.getRuntime().exec", Set.of(),
            "Files.(write|move|copy|delete|create|newOutputStream|newBufferedWriter|set)",
                    Set.of("write", "gates.measure", "gates.toolchain"));

    private static final Pattern OWN = Pattern.compile("\\bio\\.qpf((?:\\.[a-z]+)+)\\.[A-Z]");

    private static List<JavaFile> files = List.of();

    @BeforeAll
    static void read() throws IOException {
        files = new SourceTree(Path.of("src/main/java")).files();
        assertThat(files).hasSizeGreaterThan(100);
    }

    private static Set<String> plus(Set<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** The row of the table that a package falls under: the longest that covers it. */
    private static String row(String pack) {
        return MAY_KNOW.keySet().stream()
                .filter(it -> pack.equals(it) || pack.startsWith(it + "."))
                .max(Comparator.comparing(String::length))
                .orElse("a package that docs/design/001 does not list: " + pack);
    }

    @Test
    void packagesKnowOnlyWhatTheDesignAllows() {
        List<String> violations = new ArrayList<>();
        for (JavaFile file : files) {
            String row = row(file.pack());
            Set<String> allowed = MAY_KNOW.getOrDefault(row, Set.of());
            for (String line : code(file)) {
                Matcher use = OWN.matcher(line);
                while (use.find()) {
                    String used = row(use.group(1).substring(1));
                    if (!used.equals(row) && !allowed.contains(used)) {
                        violations.add(file + " knows " + used);
                    }
                }
            }
        }
        assertThat(violations).as("move the code, not the arrow").isEmpty();
    }

    @Test
    void librariesAndTheOutsideHaveOneUserEach() {
        List<String> violations = new ArrayList<>();
        ONLY_FOR.forEach((what, users) -> {
            Pattern use = Pattern.compile("(?<![\\w.])" + what.replace("()", "\\(\\)"));
            for (JavaFile file : files) {
                if (!users.contains(row(file.pack()))
                        && code(file).stream().anyMatch(it -> use.matcher(it).find())) {
                    violations.add(file + " uses " + what);
                }
            }
        });
        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItMayKnowAndHasNoNulls() {
        for (JavaFile file : files) {
            Path info = Path.of("src/main/java").resolve(file.path()).resolveSibling("package-info.java");
            Optional<List<String>> lines = files.stream()
                    .filter(it -> Path.of("src/main/java").resolve(it.path()).equals(info))
                    .map(JavaFile::lines)
                    .findFirst();
            assertThat(lines).as("%s", info).isPresent();
            assertThat(String.join("\n", lines.orElseThrow())).startsWith("/**").contains("@NullMarked");
        }
    }

    @Test
    void noPackageIsADrawerForEverything() {
        assertThat(files)
                .noneMatch(it -> it.pack().matches("(.*\\.)?(util|utils|common|commons|helper|helpers|misc)(\\..*)?"));
    }

    @Test
    void packIsDataOnly() throws IOException {
        assertThat(Files.exists(Path.of("../qpf-templates/src/main/java"))).isFalse();
    }

    /** The lines without comments: an example in Javadoc is no use. */
    private static List<String> code(JavaFile file) {
        return file.lines().stream()
                .filter(it -> !it.strip().matches("(\\*|//|/\\*).*"))
                .toList();
    }
}

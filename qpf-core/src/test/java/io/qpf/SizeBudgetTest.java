package io.qpf;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.SourceTree.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every Java file of every module to its size: 400 lines a file, 60 lines a method. */
class SizeBudgetTest {
    private static final int FILE = 400;
    private static final int METHOD = 60;
    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|record|enum)\\s+\\w+");

    private static List<JavaFile> everything() throws IOException {
        List<JavaFile> files = new ArrayList<>();
        for (String module : List.of("qpf-core", "qpf-templates", "qpf-maven-plugin")) {
            for (String kind : List.of("main", "test")) {
                Path root = Path.of("..", module, "src", kind, "java");
                if (Files.isDirectory(root)) {
                    files.addAll(new SourceTree(root).files());
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(150);
        return files;
    }

    @Test
    void filesAreShort() throws IOException {
        assertThat(everything()).filteredOn(it -> it.lines().size() > FILE).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        assertThat(everything().stream().flatMap(SizeBudgetTest::longMembers)).isEmpty();
    }

    @Test
    void longMethodIsFound() {
        List<String> lines = new ArrayList<>(List.of("class A {", "    record B(", "            int b) {"));
        lines.addAll(List.of("        void c(", "                int d) {"));
        lines.addAll(java.util.Collections.nCopies(METHOD, "            e();"));
        lines.addAll(List.of("        }", "    }", "}"));

        assertThat(longMembers(new JavaFile("A.java", lines))).containsExactly("A.java:4 has 63 lines");
    }

    /** Spotless holds the indentation, so that a member starts and ends at the same column. */
    private static Stream<String> longMembers(JavaFile file) {
        List<String> found = new ArrayList<>();
        members(file, 0, file.lines().size(), 4, found);
        return found.stream();
    }

    private static void members(JavaFile file, int from, int to, int indent, List<String> found) {
        Optional<Integer> start = Optional.empty();
        for (int i = from; i < to; i++) {
            String line = file.lines().get(i);
            if (line.equals(" ".repeat(indent) + "}") && start.isPresent()) {
                int first = start.get();
                if (TYPE.matcher(file.lines().get(first)).find()) {
                    members(file, first + 1, i, indent + 4, found);
                } else if (i - first + 1 > METHOD) {
                    found.add(file.path() + ":" + (first + 1) + " has " + (i - first + 1) + " lines");
                }
                start = Optional.empty();
            } else if (startsMember(line, indent)) {
                start = Optional.of(i);
            }
        }
    }

    private static boolean startsMember(String line, int indent) {
        return line.length() > indent
                && line.substring(0, indent).isBlank()
                && !" *}/@)".contains(line.substring(indent, indent + 1));
    }
}

package io.qpf.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.fix.Mender;
import io.qpf.source.SourceFile;
import io.qpf.testing.Ended;
import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever makes the fix that a finding carries has that finding no more, and no new one. */
class FixedFindingsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/qpf/rules");
    private static final int MOST_FILES = 10;

    @TempDir
    Path folder = Path.of("");

    static List<String> pages() {
        return CatalogueTest.runnable().map(it -> it.id()).toList();
    }

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(it -> it.getFileName().toString().matches("finding.*\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fixOfAPageEndsItsFinding(String id) throws IOException {
        RulePage page = RulePage.of(Catalogue.find(id).orElseThrow()).orElseThrow();
        fixEach(page.bad());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixOfAFixtureEndsItsFinding(Path fixture) throws IOException {
        fixEach(Files.readString(fixture)
                .replaceAll("(?m)^=== map.yaml$", "# extractor-map.yaml")
                .replaceAll("(?m)^=== ", "# "));
    }

    /** The first of the two tests above has something to do. */
    @Test
    void pagesCarryFixes() throws IOException {
        int fixes = 0;
        for (String id : pages()) {
            String bad =
                    RulePage.of(Catalogue.find(id).orElseThrow()).orElseThrow().bad();
            fixes += (int) findings(bad, id).all().stream()
                    .filter(it -> it.fix().isPresent())
                    .count();
        }
        assertThat(fixes).isGreaterThan(15);
    }

    private Diagnostics findings(String example, String name) throws IOException {
        Example.write(example, folder.resolve(name));
        return CatalogueTest.findings(folder.resolve(name));
    }

    private void fixEach(String example) throws IOException {
        Diagnostics before = findings(example, "in");
        int number = 0;
        for (Diagnostic finding : before.all()) {
            if (finding.fix().isPresent() && number++ < MOST_FILES) {
                Example.write(example, folder.resolve("in"));
                for (SourceFile file :
                        Mender.mend(finding.fix().stream().toList()).files()) {
                    Files.writeString(folder.resolve(file.path()), file.text());
                }
                Ended.check(finding, before, CatalogueTest.findings(folder.resolve("in")));
            }
        }
    }
}

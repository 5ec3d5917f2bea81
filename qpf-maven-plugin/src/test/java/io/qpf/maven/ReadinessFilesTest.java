package io.qpf.maven;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.Readiness;
import io.qpf.gates.report.ReadinessReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of readiness in files, their history, and the page's way into the site. */
@MojoTest
class ReadinessFilesTest {
    private static final ReadinessReport REPORT = new ReadinessReport(
            "6.0.0",
            "out",
            List.of(new Readiness(
                    "c", "", List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Duration.ofSeconds(1))));

    @TempDir
    Path temp = Path.of("");

    private final Warnings log = new Warnings();

    /** A log that keeps what it warns of. */
    private static final class Warnings extends SystemStreamLog {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void warn(CharSequence line) {
            lines.add(line.toString());
        }
    }

    private void write(Path history, boolean whole, String... names) throws IOException {
        Console console = new Console(log, new Style(false), "full");
        new ReadinessFiles(
                        List.of(names).stream()
                                .map(it -> temp.resolve(it).toFile())
                                .toList(),
                        history,
                        whole,
                        console)
                .write(REPORT, Instant.EPOCH);
    }

    @Test
    void endingsSayWhichFormIsWritten() throws IOException {
        write(temp.resolve("h/history.json"), true, "r/a.json", "r/a.html", "r/a.xml", "r/a.sarif", "r/b.sarif.json");

        assertThat(temp.resolve("r/a.json")).content().contains("\"schemaVersion\"");
        assertThat(temp.resolve("r/a.html")).content().contains("Measured 1970-01-01 00:00 UTC by QPF 6.0.0");
        assertThat(temp.resolve("r/a.xml")).content().contains("<testsuites name=\"qpf readiness\"");
        assertThat(temp.resolve("r/a.sarif")).content().contains("sarif-2.1.0");
        assertThat(temp.resolve("r/b.sarif.json")).hasSameTextualContentAs(temp.resolve("r/a.sarif"));
        assertThat(temp.resolve("h/history.json")).content().contains("1970-01-01T00:00:00Z");
        assertThat(log.lines).isEmpty();
        assertThatThrownBy(() -> write(temp.resolve("h/history.json"), true, "a.pdf"))
                .hasMessageContaining("qpf.readinessReports knows .json, .html, .xml (JUnit) and .sarif");
    }

    /** Who opens the page must not take an older run's figures for its own. */
    @Test
    void reportOfAnEarlierRunDoesNotStayBesideThePage() throws IOException {
        Path history = temp.resolve("h/history.json");
        write(history, true, "r/readiness-report.json", "r/a.html");
        assertThat(temp.resolve("r/a.html")).content().contains("<code>readiness-report.json</code>");

        write(history, true, "r/a.html");
        assertThat(temp.resolve("r/readiness-report.json")).doesNotExist();
        assertThat(temp.resolve("r/a.html")).content().doesNotContain("readiness-report.json");

        Path own = Files.writeString(temp.resolve("r/readiness-report.json"), "{\"schemaVersion\": \"mine\"}");
        write(history, true, "r/a.html", "elsewhere/x.json");
        assertThat(own).hasContent("{\"schemaVersion\": \"mine\"}");
        assertThat(temp.resolve("r/a.html")).content().contains("<code>../elsewhere/x.json</code>");
    }

    @Test
    void runOverSomeGatesIsNoPartOfATrend() throws IOException {
        write(temp.resolve("history.json"), false, "a.html");

        assertThat(temp.resolve("history.json")).doesNotExist();
        assertThat(temp.resolve("a.html")).exists();
    }

    /** Nobody's build fails for a trend. */
    @Test
    void historyThatCannotBeReadOrWrittenIsAWarning() throws IOException {
        Path broken = Files.writeString(temp.resolve("history.json"), "no history");
        write(broken, true, "a.html");
        assertThat(log.lines).singleElement().asString().contains("begins anew");
        assertThat(broken).content().contains("\"runs\"");

        log.lines.clear();
        write(broken.resolve("below/a/file"), true, "b.html");
        assertThat(log.lines)
                .singleElement()
                .asString()
                .contains("could not be kept")
                .contains("qpf.readinessHistory");
        assertThat(temp.resolve("b.html")).exists();
    }

    @Test
    @InjectMojo(goal = "readiness")
    void siteGetsThePageAsItIs(ReadinessMojo mojo) throws Exception {
        mojo.setLog(log);
        setVariableValueToObject(mojo, "readinessPage", temp.resolve("a.html").toFile());
        mojo.setReportOutputDirectory(temp.resolve("site").toFile());

        mojo.execute();
        assertThat(temp.resolve("site")).doesNotExist();
        assertThat(log.lines).singleElement().asString().contains("let qpf:verify-gates write it");

        Files.writeString(temp.resolve("a.html"), "<html>…</html>");
        mojo.execute();
        assertThat(temp.resolve("site/qpf-readiness.html")).hasContent("<html>…</html>");
        assertThat(mojo.isExternalReport()).isTrue();
    }
}

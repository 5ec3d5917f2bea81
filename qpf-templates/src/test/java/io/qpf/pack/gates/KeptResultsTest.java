package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a result depends on is seen to have changed, also where neither size, time nor kind of a file tells. */
class KeptResultsTest {
    private static final String CODE = "harbour/agents/crane/sway.py";
    private static final String TEST = "harbour/tests/agents/crane/test_config.py";

    @TempDir
    private Path folder = Path.of("");

    private MeasuredTree harbour = MeasuredTree.none();

    @Test
    void changeThatNoClockShowsIsFound() throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
        harbour.withoutFoundationTests();
        append(CODE, "\n\nKEPT: int = 1234\n");
        append(TEST, """


                def test_kept() -> None:
                    \"""Ask the module.\"""
                    from harbour.agents.crane import sway

                    assert sway.KEPT == 1234
                """);
        assertThat(measure("mypy").outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(measure("tests").outcome()).isInstanceOf(Outcome.Passed.class);

        change(CODE, "KEPT: int = 1234", "KEPT: int = \"12\"");
        assertThat(measure("mypy").evidence()).anyMatch(it -> it.file().equals("tree/" + CODE));
        assertThat(measure("tests").evidence()).anyMatch(it -> it.file().equals("tree/" + TEST));

        change(CODE, "KEPT: int = \"12\"", "KEPT: int = 1234");
        assertThat(measure("tests").outcome()).isInstanceOf(Outcome.Passed.class);
        change(TEST, "sway.KEPT == 1234", "sway.KEPT == 1235");
        assertThat(measure("tests").evidence()).anyMatch(it -> it.file().equals("tree/" + TEST));
    }

    /** A text that domain code reads is no document of the plan's. */
    @Test
    void textThatDomainCodeReadsIsNoDocument() throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
        Path domain = harbour.folder(Defect.Side.DOMAIN).resolve("harbour_domain");
        Path code = domain.resolve("lifts.py");
        Files.writeString(
                code,
                Files.readString(code) + "\n\nimport pathlib\n\n"
                        + "if \"open\" not in pathlib.Path(__file__).with_name(\"rules.md\").read_text():\n"
                        + "    raise RuntimeError(\"the harbour is closed\")\n");
        Files.writeString(domain.resolve("rules.md"), "open\n");
        harbour.extract();
        assertThat(measure("health").outcome()).isInstanceOf(Outcome.Passed.class);

        Files.writeString(domain.resolve("rules.md"), "shut\n");
        harbour.extract();

        assertThat(measure("health").evidence()).anyMatch(it -> it.message().contains("the harbour is closed"));
    }

    /** Nothing imports it, so that no test's result depends on it. */
    @Test
    void codeThatNoTestLoadsIsCountedAgain() throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder).withoutDomainTests();
        harbour.withoutFoundationTests();
        String file = "harbour/agents/crane/nobody.py";
        assertThat(measure("coverage").evidence()).noneMatch(it -> it.file().endsWith(file));

        Files.writeString(harbour.tree().resolve(file), "KEPT = 1\n".repeat(3_000));
        assertThat(measure("coverage").evidence()).anyMatch(it -> it.file().equals("tree/" + file));
    }

    private GateResult measure(String gate) throws IOException {
        Readiness readiness = harbour.measure(Set.of(gate));
        return MeasuredTree.result(readiness, gate);
    }

    private void append(String file, String text) throws IOException {
        Path path = harbour.tree().resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = harbour.tree().resolve(file);
        FileTime time = Files.getLastModifiedTime(path);
        long size = Files.size(path);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
        Files.setLastModifiedTime(path, time);
        assertThat(Files.size(path)).isEqualTo(size);
    }
}

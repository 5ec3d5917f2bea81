package io.qpf.maven;

import static org.apache.maven.api.plugin.testing.MojoExtension.getVariableValueFromObject;
import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals in a container, configured from their descriptor: defaults, parameters, and what a run says and does. */
@MojoTest
class MojosTest {
    private static final String GREETER = "../src/it/setup/greeter";

    @TempDir
    Path temp = Path.of("");

    private final Lines log = new Lines();

    /** A log that keeps its lines. */
    private static final class Lines extends SystemStreamLog {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void info(CharSequence line) {
            lines.add("info " + line);
        }

        @Override
        public void warn(CharSequence line) {
            lines.add("warn " + line);
        }

        @Override
        public void error(CharSequence line) {
            lines.add("error " + line);
        }
    }

    /** Sends the output of a goal to a folder of the test, and its words to the log. */
    private <T extends QpfMojo> T prepared(T mojo) throws IllegalAccessException {
        mojo.setLog(log);
        setVariableValueToObject(mojo, "outputDirectory", temp.resolve("out").toFile());
        setVariableValueToObject(mojo, "executionId", "default");
        return mojo;
    }

    private static Object value(QpfMojo mojo, String parameter) throws IllegalAccessException {
        Object value = getVariableValueFromObject(mojo, parameter);
        return Optional.ofNullable(value).orElseThrow(() -> new AssertionError(parameter + " has no value"));
    }

    @Test
    @InjectMojo(goal = "extract")
    void conventionsHoldWhereNothingIsSaid(ExtractMojo mojo) throws Exception {
        Path base = Path.of("").toAbsolutePath();
        assertThat(value(mojo, "inputDirectory"))
                .isEqualTo(base.resolve("src/main/qpf").toFile());
        assertThat(((File) value(mojo, "outputDirectory")).toPath()).endsWithRaw(Path.of("generated-sources/qpf"));
        assertThat(value(mojo, "domainDirectory"))
                .isEqualTo(base.resolve("src/main/python").toFile());
        assertThat(value(mojo, "templatesDirectory"))
                .isEqualTo(base.resolve("src/main/qpf/templates").toFile());
        assertThat(value(mojo, "threads")).isEqualTo(0);
        assertThat(value(mojo, "format")).isEqualTo("full");
        assertThat(value(mojo, "color")).isEqualTo("auto");
        for (String flag : List.of("failOnWarning", "overwrite", "skip", "skipExtract")) {
            assertThat(value(mojo, flag)).as(flag).isEqualTo(false);
        }
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    @MojoParameter(name = "threads", value = "3")
    void extractWritesTheTreeOnce(ExtractMojo mojo) throws Exception {
        prepared(mojo).execute();

        assertThat(temp.resolve("out/Hello/greeter/controller.py")).exists();
        assertThat(log.lines).anyMatch(it -> it.matches("info .*extracted: 1 agent, .*"));
        assertThat(log.lines).anyMatch(it -> it.matches("info .*files: [1-9]\\d* written, 0 unchanged, 0 removed.*"));
        log.lines.clear();

        mojo.execute();
        assertThat(log.lines).anyMatch(it -> it.matches("info .*files: 0 written, [1-9]\\d* unchanged, 0 removed.*"));
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    void planWritesNothing(PlanMojo mojo) throws Exception {
        prepared(mojo).execute();

        assertThat(log.lines).anyMatch(it -> it.contains("wave 1: Greeter"));
        assertThat(log.lines).anyMatch(it -> it.matches("info plan: \\d+ new, 0 changed, 0 stale, 0 unchanged;.*"));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "inputDirectory", value = "../src/it/bad-schema-fails-and-leaves-output/src/bad")
    void reportIsWrittenOfWhatStopsTheBuildToo(PlanMojo mojo) throws Exception {
        Path report = temp.resolve("qpf.json");
        setVariableValueToObject(mojo, "reports", List.of(report.toFile()));

        assertThatThrownBy(prepared(mojo)::execute).isInstanceOf(MojoFailureException.class);

        assertThat(report).content().contains("\"failed\" : true").contains("\"rule\" : \"QPF-STR-001\"");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    void validateSaysThatAllIsWell(ValidateMojo mojo) throws Exception {
        prepared(mojo).execute();

        assertThat(log.lines).anyMatch(it -> it.startsWith("info valid: 1 agent in 1 collection"));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = "../src/it/bad-schema-fails-and-leaves-output/src/bad")
    @MojoParameter(name = "format", value = "concise")
    void badSchemaIsAFailureOfTheUser(ExtractMojo mojo) throws Exception {
        assertThatThrownBy(prepared(mojo)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the output is as it was");
        assertThat(log.lines).anyMatch(it -> it.matches("error .*greeter\\.yaml:\\d+:\\d+: error QPF-STR-001: .*"));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    @MojoParameter(name = "format", value = "colourful")
    void unknownFormatNamesThoseThatExist(ExtractMojo mojo) throws Exception {
        assertThatThrownBy(prepared(mojo)::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("qpf.format is full, concise or github, and not \"colourful\"");
    }

    @Test
    @InjectMojo(goal = "verify-gates")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    @MojoParameter(name = "toolchain", value = "conda")
    void unknownToolchainNamesThoseThatExist(VerifyGatesMojo mojo) throws Exception {
        setVariableValueToObject(mojo, "gatesDirectory", temp.resolve("gates").toFile());
        assertThatThrownBy(prepared(mojo)::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("qpf.toolchain is auto, venv, system or none, and not \"conda\"");
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    @MojoParameter(name = "failOnWarning", value = "true")
    void warningStopsOnlyWhoAsksForIt(ExtractMojo mojo) throws Exception {
        assertThatThrownBy(prepared(mojo)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("failOn");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "skip", value = "true")
    void skippedGoalSaysHowToRunIt(ExtractMojo mojo) throws Exception {
        prepared(mojo).execute();

        assertThat(log.lines)
                .containsExactly("info qpf:extract is skipped; leave out -Dqpf.skip and -Dqpf.extract.skip to run it");
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = "no/such/folder")
    void missingInputMattersToWhoNamedIt(ExtractMojo mojo) throws Exception {
        prepared(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no input folder");
    }

    @Test
    @InjectMojo(goal = "extract")
    void missingInputMattersToWhoAsksByName(ExtractMojo mojo) throws Exception {
        setVariableValueToObject(mojo, "baseDirectory", temp.toFile());
        setVariableValueToObject(
                mojo, "inputDirectory", temp.resolve("src/main/qpf").toFile());
        prepared(mojo).execute();
        assertThat(log.lines).singleElement().asString().startsWith("warn qpf:extract has nothing to do");

        setVariableValueToObject(mojo, "executionId", "default-cli");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no input folder");
    }

    @Test
    @InjectMojo(goal = "extract")
    @MojoParameter(name = "inputDirectory", value = GREETER)
    void handEditIsKeptUntilItMayGo(ExtractMojo mojo) throws Exception {
        prepared(mojo).execute();
        Path file = temp.resolve("out/Hello/greeter/__init__.py");
        String extracted = Files.readString(file);
        Files.writeString(file, extracted + "# mine\n");

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(file).content().endsWith("# mine\n");

        setVariableValueToObject(mojo, "overwrite", true);
        mojo.execute();
        assertThat(file).hasContent(extracted);
    }
}

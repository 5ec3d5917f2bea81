package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hint for a section that is missing, or empty, shows one that loads when it is pasted. */
class SectionExamplesTest {
    private static final Path SMALL = Path.of("src/test/resources/io/qpf/testing/small.yaml");

    static List<String> sections() {
        return Sections.MANDATORY;
    }

    private static Diagnostics load(String text) {
        return SchemaLoader.load("a.yaml", text.getBytes(StandardCharsets.UTF_8))
                .diagnostics();
    }

    private static String without(String section) throws IOException {
        return Files.readString(SMALL)
                .replace("@", "agent")
                .replaceFirst("(?m)^" + section + ":.*\\n(?:[ -].*\\n?)*", "");
    }

    private static String shown(Diagnostics found) {
        assertThat(found.all().stream().filter(it -> it.severity() == Severity.ERROR))
                .hasSize(1);
        Diagnostic error = found.all().get(0);
        return error.hint()
                .substring(error.hint().indexOf('`') + 1, error.hint().lastIndexOf('`'));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void missingSectionLoadsOnceItIsPasted(String section) throws IOException {
        String text = without(section);

        assertThat(load(text + shown(load(text)) + "\n").all()).as(section).noneMatch(SectionExamplesTest::counts);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void emptySectionLoadsOnceItIsFilled(String section) throws IOException {
        String text = without(section);

        assertThat(load(text + shown(load(text + section + ":\n")) + "\n").all())
                .as(section)
                .noneMatch(SectionExamplesTest::counts);
    }

    private static boolean counts(Diagnostic it) {
        return it.severity() != Severity.INFO;
    }
}

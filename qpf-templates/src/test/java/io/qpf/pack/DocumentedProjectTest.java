package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Progress;
import io.qpf.extract.Request;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who pastes the files of README, of the tutorial and of the pages on templates and domain code into an empty folder gets what they promise. */
class DocumentedProjectTest {
    private static final Path DOCS = Path.of("..");
    private static final Pattern FILE = Pattern.compile(
            "(append to )?`(src/(?:main|test)/[^`\n]+)`[^`\n]*(?:\\([^\n]*\\))?:\n\n```\\w*\n(.*?)\n?```\n",
            Pattern.DOTALL);

    @TempDir
    Path project = Path.of("");

    @Test
    void quickStartAndBindings() throws IOException {
        assertThat(paste(beginning(), project)).isEqualTo(5);

        Map<String, String> tree = extracted();

        assertThat(tree).containsKeys("Hello/greeter/controller.py", "hello_domain/greeting.py", "hello_config.yaml");
        assertThat(tree.get("hello_config.yaml")).contains("secret_env: \"HELLO_SECRET\"");
        assertThat(tree.get("Hello/greeter/bindings.py")).contains("greeting.Politeness");
    }

    @Test
    void secondAgent() throws IOException {
        paste(beginning(), project);
        assertThat(paste(Files.readString(DOCS.resolve("docs/tutorial.md")), project))
                .isEqualTo(6);

        assertThat(extracted()).containsKeys("Hello/diary/event_subscriber.py", "Hello/greeter/diary_client.py");
        assertThat(readme().replaceAll("\r", ""))
                .as("README shows the glue of the tutorial")
                .contains(Files.readString(project.resolve("src/main/qpf/glue.yaml")));
    }

    @Test
    void templateOfOnesOwn() throws IOException {
        paste(beginning(), project);
        assertThat(paste(Files.readString(DOCS.resolve("docs/templates.md")), project))
                .isEqualTo(1);

        assertThat(extracted().get("Hello/greeter/README.md"))
                .contains("- `greet`: POST `/greeter/v6/greet`", "Answerable: Ada.");
    }

    /** What the page on domain code gives runs: extracted, with the page's own tests, by the real pytest and mypy. */
    @Test
    void domainCode() throws IOException {
        RealTools tools = RealTools.get();
        paste(beginning(), project);
        assertThat(paste(Files.readString(DOCS.resolve("docs/domain-code.md")), project))
                .isEqualTo(4);

        Map<String, String> files = extracted();
        assertThat(files.get("Hello/greeter/README.md"))
                .contains("| Memory | `memory(layer)` | `working`, `episodic` |")
                .contains("| Metrics | `report(metric, value)` | `visits_of_one_guest` |");
        String token = Files.readString(DOCS.resolve("docs/domain-code.md"));
        assertThat(files.get("Hello/greeter/API_SPEC.md"))
                .contains(token.substring(token.indexOf("import os\nfrom Hello"), token.indexOf("\nPY\n")));
        Path tree = project.resolve("target/qpf");
        String tests = project.resolve("src/test/python").toString();
        assertThat(tools.passes(tree, "pytest", "-q", "-c", "pyproject.toml", tests))
                .contains("3 passed");
        tools.passes(tree, "mypy", "--strict", "hello_domain", tests);
        tools.passes(tree, "black", "--check", "hello_domain", tests);
    }

    private static String readme() throws IOException {
        return Files.readString(DOCS.resolve("README.md"));
    }

    private static String beginning() throws IOException {
        String readme = readme();
        return readme.substring(0, readme.indexOf("\n## A second agent"));
    }

    /** Writes the files that a page gives, one after the other; how many. */
    private static int paste(String page, Path folder) throws IOException {
        int files = 0;
        for (Matcher it = FILE.matcher(page); it.find(); files++) {
            Path file = folder.resolve(it.group(2));
            Files.createDirectories(file.resolveSibling("."));
            if (it.group(1) != null) {
                Files.writeString(file, it.group(3) + "\n", StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, it.group(3) + "\n");
            }
        }
        return files;
    }

    private Map<String, String> extracted() throws IOException {
        Path sources = project.resolve("src/main");
        Path input = sources.resolve("qpf");
        Path output = project.resolve("target/qpf");
        Request request = new Request(
                project, input, output, sources.resolve("python"), input.resolve("templates"), 2, true, false);
        Outcome outcome = Extractor.extract(request, Progress.SILENT);
        assertThat(outcome.diagnostics().all())
                .as("findings that count")
                .noneMatch(it -> it.severity() != Severity.INFO);
        return Extraction.files(output);
    }
}

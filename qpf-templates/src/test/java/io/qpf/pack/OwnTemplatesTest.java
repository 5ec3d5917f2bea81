package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told of their own templates: where, in the words of templates, and before anything is extracted. */
class OwnTemplatesTest {
    private static final Path HARBOUR = Path.of("src/test/resources/golden/harbour");
    private static final Path PACK = Path.of("src/main/resources/qpf/pack/templates");
    private static final Path PAGE = Path.of("../docs/templates.md");
    private static final String README = "docs/readme.md.mustache";
    private static final String LISTS =
            "docs/template-variables.md lists the variables and docs/templates.md the templates;";

    @TempDir
    private Path project = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        Path input = HARBOUR.resolve("input");
        try (Stream<Path> found = Files.walk(input)) {
            for (Path it : found.filter(Files::isRegularFile).toList()) {
                write(project.resolve("in").resolve(input.relativize(it).toString()), Files.readString(it));
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private void own(String file, String text) throws IOException {
        write(project.resolve("in/templates").resolve(file), text);
    }

    private Request request() {
        return new Request(
                project,
                project.resolve("in"),
                project.resolve("out"),
                HARBOUR.resolve("domain"),
                project.resolve("in/templates"),
                2,
                false,
                false);
    }

    /** What is said of templates, by validate and by plan alike. */
    private List<String> findings() throws IOException {
        Outcome validated = Extractor.validate(request());
        List<String> found = findings(validated.diagnostics());
        assertThat(findings(Extractor.preview(request()).diagnostics())).isEqualTo(found);
        assertThat(project.resolve("out")).doesNotExist();
        return found;
    }

    private static List<String> findings(Diagnostics all) {
        return all.all().stream()
                .filter(it -> it.rule().startsWith("QPF-SYN-10"))
                .map(OwnTemplatesTest::line)
                .toList();
    }

    private static String line(Diagnostic it) {
        return it.span() + " " + it.message() + " | " + it.hint();
    }

    @Test
    void aTemplateThatHoldsIsNoFinding() throws IOException {
        own(README, "{{> docs/parts/banner.md}}\n# {{agent.title.md}}\n{{> mine/words.md}}\n");
        own("mine/words.md.mustache", "Our words.\n");
        own("NOTES.txt", "what we changed\n");
        own(".gitkeep", "");

        assertThat(findings()).isEmpty();
    }

    @Test
    void aVariableThatIsNotThereIsNamedAtItsPlace() throws IOException {
        own(README, "# {{agent.title.md}}\n\nAsk {{agnet.title.md}}.\n");
        Path crane = project.resolve("in/agents/crane.yaml");
        String schema = Files.readString(crane);
        write(crane, schema.replace("[README.md, API_SPEC.md]", "[README.md, CONFIG.md, API_SPEC.md]"));
        own("docs/config.md.mustache", "{{#agent}}{{titel.md}}{{/agent}}\n");
        own("docs/api_spec.md.mustache", "{{agent.title}}{{agent.title.mdd}}\n");

        assertThat(findings())
                .containsExactly(
                        "in/templates/docs/api_spec.md.mustache:1:3 `agent.title` is text of a schema, which each place"
                                + " escapes in its own way; add the form that belongs here, such as .md, .mdcode, .py,"
                                + " .doc or .yaml | correct it, or delete the file to use the pack's own",
                        "in/templates/docs/config.md.mustache:1:13 there is no variable `titel` here | did you mean"
                                + " `title.md`? Otherwise " + LISTS
                                + " correct it, or delete the file to use the pack's own",
                        "in/templates/docs/readme.md.mustache:3:7 there is no variable `agnet` here | did you mean"
                                + " `agent.title.md`? Otherwise " + LISTS
                                + " correct it, or delete the file to use the pack's own");
    }

    @Test
    void aTemplateThatIsNoneIsToldInWordsOfTemplates() throws IOException {
        own(README, "# x\n\n{{#agent}}\n{{title.md}}\n");
        own("docs/config.md.mustache", "{{#agent}}\n{{/agnet}}\n");
        own("docs/api_spec.md.mustache", "a\n{{agent.title.md\nb\n");
        own("docs/deployment.md.mustache", "{{> docs/parts/baner.md}}\n");
        own("docs/architecture.md.mustache", "{{/agent}}\n");

        assertThat(findings().stream().map(it -> it.replaceFirst(" [|] .*", "")))
                .containsExactly(
                        "in/templates/docs/api_spec.md.mustache:2:1 a tag is not closed: {{ asks for }} and {{{ for"
                                + " }}}",
                        "in/templates/docs/architecture.md.mustache:1:4 {{/agent}} closes no section that is open",
                        "in/templates/docs/config.md.mustache:2:4 {{/agnet}} closes no section that is open;"
                                + " {{/agent}} is due here",
                        "in/templates/docs/deployment.md.mustache:1:5 there is no template `docs/parts/baner.md`",
                        "in/templates/docs/readme.md.mustache:3:4 the section {{#agent}} is never closed; write"
                                + " {{/agent}} where it ends");
        assertThat(findings()).anyMatch(it -> it.contains("did you mean `docs/parts/banner.md`? Otherwise "));
    }

    /** A fault that shows at once hides none that shows only with a view, and is told once. */
    @Test
    void faultsOfAllTemplatesAreToldInOneRun() throws IOException {
        own(README, "# {{agnet.title.md}}\n");
        own("docs/api_spec.md.mustache", "a\n{{#agent}}\n");
        own("module/controller.py.mustache", "{{> part/baner.py}}\n");

        assertThat(findings().stream().map(it -> it.replaceFirst(" [|] .*", "")))
                .containsExactly(
                        "in/templates/docs/api_spec.md.mustache:2:4 the section {{#agent}} is never closed; write"
                                + " {{/agent}} where it ends",
                        "in/templates/docs/readme.md.mustache:1:5 there is no variable `agnet` here",
                        "in/templates/module/controller.py.mustache:1:5 there is no template `part/baner.py`");
    }

    @Test
    void nobodyReadsOfJavaOrOfTheMachine() throws IOException {
        own(README, "{{agent.md}}{{#modules.items}}{{it}}{{/modules.items}}\n");
        own("docs/config.md.mustache", "{{modules.all}}\n");
        own("docs/api_spec.md.mustache", "{{agent.role.md}}{{agent.shoe_size}}\n");
        own("module/detector.py.mustache", "def broken(:\n");

        Diagnostics all = Extractor.validate(request()).diagnostics();
        String said = new FullFormat(false)
                .format(new Diagnostics(all.all().stream()
                        .filter(it -> it.rule().equals("QPF-SYN-102"))
                        .toList()))
                .replace("error[QPF-SYN-102]", "");

        assertThat(said)
                .contains("{{agent.md}}", "what comes out is no Python")
                .doesNotContain("AgentFacts", "io.qpf", "java.", "Optional", "[")
                .doesNotContain(project.toString());
    }

    @Test
    void aFileThatNothingUsesIsAskedAbout() throws IOException {
        own("docs/raedme.md.mustache", "# x\n");
        own("readme.md.mustache", "# x\n");
        own("docs/readme.md", "# x\n");
        own("mine/words.md.mustache", "nobody names it\n");

        assertThat(findings().stream().map(it -> it.replaceFirst("docs/templates.md lists.*", "")))
                .containsExactly(
                        idle("docs/raedme.md.mustache") + "did you mean `docs/readme.md.mustache`? ",
                        idle("docs/readme.md") + "did you mean `docs/readme.md.mustache`? ",
                        idle("mine/words.md.mustache"),
                        idle("readme.md.mustache")
                                + "did you mean `collection/readme.md.mustache` or `docs/readme.md.mustache`? ");
    }

    private static String idle(String file) {
        return "in/templates/" + file + ":1:1 no template of the pack is called `" + file
                + "`, so that nothing uses it | ";
    }

    /** The findings send people there. */
    @Test
    void thePageListsTheNamesOfThePack() throws IOException {
        String head = """

                ## Names

                Each with `.mustache` behind it; a test writes this list (`-Dqpf.updateGoldens=true`).

                """;
        String list;
        try (Stream<Path> found = Files.walk(PACK)) {
            list = found.filter(Files::isRegularFile)
                    .map(it -> PACK.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> it.endsWith(".mustache"))
                    .map(it -> "- `" + it.substring(0, it.length() - ".mustache".length()) + "`\n")
                    .sorted()
                    .collect(Collectors.joining());
        }
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## Names\n");
        String wanted = (start < 0 ? page : page.substring(0, start)) + head + list;
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(list.lines().count()).isGreaterThan(100);
        assertThat(page).isEqualTo(wanted);
    }
}

package io.qpf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.extract.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the page of a rule to what QPF really finds in its examples, and the page in {@code docs/rules} to the page. */
public final class Pages {
    private static final Path RESOURCES = Path.of("../qpf-core/src/main/resources/io/qpf/rules");
    private static final Path DOCS = Path.of("../docs/rules");

    /** Finds what is wrong with the collection in a folder. */
    public interface Finder {
        Diagnostics find(Path folder) throws IOException;
    }

    private Pages() {}

    /** Whether the examples are schemas: where no schema is to blame, the page tells what happened, in words. */
    public static boolean isRunnable(RuleInfo rule) throws IOException {
        return text(rule).contains("## Bad\n```yaml");
    }

    /** The bad example gives the findings that the page shows, of this rule and no error of another; the good one none. */
    public static void check(RuleInfo rule, Path folder, Finder finder) throws IOException {
        RulePage page = RulePage.of(rule).orElseThrow();
        String says = findings(rule, page.bad(), folder.resolve("bad"), finder);
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            String text = text(rule);
            int good = text.indexOf("\n## Good");
            int old = text.indexOf("\n## Says");
            String head = text.substring(0, old < 0 ? good : old);
            Files.writeString(file(rule), head + "\n## Says\n```text\n" + says + "```\n" + text.substring(good));
            assertThat(page.says())
                    .as("%s was written anew: look at it", file(rule))
                    .isEqualTo(says);
        }
        assertThat(says).as("the bad example of %s", rule.id()).isNotEmpty().isEqualTo(page.says());
        assertThat(findings(rule, page.good(), folder.resolve("good"), finder))
                .as("the good example of %s", rule.id())
                .isEmpty();
    }

    /** The page for people, made of what the rule says in code and of its resource. */
    public static void checkDocument(RuleInfo rule) throws IOException {
        RulePage page = RulePage.of(rule).orElseThrow();
        Path file = DOCS.resolve(rule.id() + ".md");
        String kind = isRunnable(rule) ? "yaml" : "text";
        golden(
                file,
                "# " + rule.id() + ": " + rule.summary() + "\n\n*"
                        + rule.severity().word() + ", "
                        + rule.layer().word() + "*\n\n" + page.why() + "\n\n## Found\n\n```" + kind + "\n" + page.bad()
                        + "```\n\n```text\n" + page.says() + "```\n\n## Mended\n\n```" + kind + "\n" + page.good()
                        + "```\n");
    }

    /** The list of all pages. */
    public static void checkIndex(List<RuleInfo> rules) throws IOException {
        long schemas =
                rules.stream().filter(it -> !it.id().startsWith("QPF-OUT-")).count();
        String rows = rules.stream()
                .map(it -> "| [" + it.id() + "](" + it.id() + ".md) | "
                        + it.layer().word() + " | " + it.severity().word() + " | "
                        + it.summary().replace("|", "\\|") + " |\n")
                .collect(Collectors.joining());
        golden(
                DOCS.resolve("README.md"),
                "# Rules\n\n" + rules.size()
                        + " rules over seven layers. `qpf:explain -Dqpf.rule=<id>` prints a page in the"
                        + " terminal. The pages are generated from\n`qpf-core/src/main/resources/io/qpf/rules` and from the"
                        + " rules themselves; their examples are run by tests.\n\n`qpf:validate` counts the "
                        + schemas + " that look at schemas, map and glue; the other " + (rules.size() - schemas)
                        + " (`QPF-OUT`) look at\nwhat was written before, when `qpf:plan` and `qpf:extract` come to it.\n\n| id | layer | severity | finds |\n|---|---|---|---|\n"
                        + rows);
    }

    private static void golden(Path file, String text) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        }
        assertThat(old).as("%s; -Dqpf.updateGoldens=true writes it", file).isEqualTo(text);
    }

    private static String findings(RuleInfo rule, String example, Path folder, Finder finder) throws IOException {
        Example.write(example, folder);
        Diagnostics found = finder.find(folder);
        assertThat(found.all())
                .as("%s: one cause, one error", rule.id())
                .noneMatch(it -> it.severity() == Severity.ERROR
                        && !it.rule().equals(rule.id())
                        // The page that says that an error cannot be allowed needs one.
                        && !example.contains("qpf:allow " + it.rule()));
        return found.all().stream()
                .filter(it -> it.rule().equals(rule.id()))
                .map(Pages::described)
                .collect(Collectors.joining())
                .replace(folder.getFileName() + "/", "");
    }

    /** A finding as pages and fixtures write it. */
    public static String described(Diagnostic finding) {
        String help = finding.hint().isEmpty() ? "" : "  help: " + finding.hint() + "\n";
        String related = finding.related().stream()
                .map(it -> "  see " + it.span() + ": " + it.message() + "\n")
                .collect(Collectors.joining());
        return finding.span() + ": " + finding.severity().word() + ": " + finding.message() + "\n" + help + related;
    }

    private static Path file(RuleInfo rule) {
        return RESOURCES.resolve(rule.id() + ".md");
    }

    private static String text(RuleInfo rule) throws IOException {
        assertThat(file(rule)).as("every rule has a page").exists();
        return Files.readString(file(rule));
    }
}

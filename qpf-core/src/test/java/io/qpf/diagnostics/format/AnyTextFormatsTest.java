package io.qpf.diagnostics.format;

import static io.qpf.testing.Parsed.json;
import static io.qpf.testing.Parsed.whole;
import static io.qpf.testing.Parsed.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.testing.AnyText;
import io.qpf.testing.Seeds;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Whatever stands in paths, files, messages and reasons: every report is one that others can read, and says the same. */
class AnyTextFormatsTest {
    private static final int TRIES = 400;
    private static final String RULE = "QPF-SYN-013";

    private static Report report(String path, String text, String words) {
        Span span = new Span(new SourceFile(path, text), new Position(1, 1), new Position(1, 2));
        Diagnostic failing = Diagnostic.error(RULE, span, words, "Do: " + words)
                .with(new Diagnostic.Related(span, words))
                .fixedBy(Fix.of(words, span, words));
        Diagnostic allowed = Diagnostic.info(RULE, span, words, "");
        return new Report(
                new Diagnostics(List.of(failing)),
                List.of(new Report.Allowed(allowed, words, false)),
                List.of(new RuleInfo(RULE, Severity.ERROR, "A key is given twice.")),
                Set.of(),
                FailOn.ERROR);
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void everyFormIsTextThatAFileCanHold(@ForAll String path, @ForAll String text, @ForAll String words)
            throws IOException {
        Report report = report(path, text, words);
        String github = new GithubFormat().format(report.findings());
        String concise = new ConciseFormat().format(report.findings());
        String full = new FullFormat(true).format(report.findings());

        for (ReportFormat it : List.of(new JsonFormat(), new JunitFormat(), new SarifFormat("6.0.0"))) {
            assertThat(whole(it.format(report))).isNotEmpty();
        }
        assertThat(whole(full)).isNotEmpty();
        assertThat(full.codePoints().filter(it -> it != '\n' && it != 0x1B)).noneMatch(AnyTextFormatsTest::hidden);
        for (String line : List.of(github, concise)) {
            assertThat(whole(line)).endsWith("\n").matches("[^\\n]*\\n");
            assertThat(line.strip().codePoints()).noneMatch(AnyTextFormatsTest::hidden);
        }
    }

    private static boolean hidden(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void junitIsXml(@ForAll String path, @ForAll String text, @ForAll String words) throws Exception {
        Element root = xml(new JunitFormat().format(report(path, text, words)));
        Element failure = (Element) root.getElementsByTagName("failure").item(0);

        assertThat(root.getElementsByTagName("*").getLength()).isEqualTo(3);
        assertThat(failure.getAttribute("message")).isEqualTo(Printable.line(path) + ":1:1 " + Printable.line(words));
        assertThat(failure.getTextContent()).contains("error[" + RULE + "] " + Printable.line(words));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void jsonSaysWhatWasFound(@ForAll String path, @ForAll String text, @ForAll String words) throws IOException {
        JsonNode finding =
                json(new JsonFormat().format(report(path, text, words))).at("/findings/0");

        assertThat(finding.at("/message").asText()).isEqualTo(Printable.whole(words));
        assertThat(finding.at("/file").asText()).isEqualTo(Printable.whole(path));
        assertThat(finding.at("/fix/edits/0/text").asText()).isEqualTo(Printable.whole(words));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void sarifNamesTheFileByAUri(@ForAll String path, @ForAll String text, @ForAll String words) throws IOException {
        JsonNode result =
                json(new SarifFormat("6.0.0").format(report(path, text, words))).at("/runs/0/results/0");
        URI uri = URI.create(
                result.at("/locations/0/physicalLocation/artifactLocation/uri").asText());

        assertThat(result.at("/message/text").asText())
                .isEqualTo(Printable.whole(words) + "\nDo: " + Printable.whole(words));
        assertThat(uri.isAbsolute()).isEqualTo(path.startsWith("/"));
        assertThat(uri.getPath()).isEqualTo(path.isEmpty() ? "." : Printable.whole(path));
        assertThat(Stream.of(uri.getQuery(), uri.getFragment())).containsOnlyNulls();
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void githubReadsTheMessageAndTheFile(@ForAll String path, @ForAll String text, @ForAll String words) {
        String line = new GithubFormat().format(report(path, text, words).findings());
        String command = line.substring(2, line.indexOf("::", 2));
        String message = line.substring(line.indexOf("::", 2) + 2).strip();
        String file = command.substring(command.indexOf("file=") + 5, command.indexOf(",line="));

        assertThat(command).startsWith("error file=").endsWith(",title=" + RULE);
        assertThat(unescaped(file)).isEqualTo(Printable.line(path));
        assertThat(unescaped(message)).startsWith(Printable.line(words).strip());
    }

    private static String unescaped(String text) {
        return text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%");
    }

    @Test
    void aPathIsNamedAsItLies() {
        assertThat(List.of(uri("C:/x.yaml"), uri("e\u0301.yaml"), uri("a?b#c.yaml"), uri("/tmp/a b"), uri("")))
                .as("a colon begins no scheme, and letters stay as they were composed")
                .containsExactly("C%3A/x.yaml", "e%CC%81.yaml", "a%3Fb%23c.yaml", "file:///tmp/a%20b", ".");
    }

    private static String uri(String path) {
        var node = JsonText.object();
        SarifText.artifact(node, path);
        return node.at("/artifactLocation/uri").asText();
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        assertThat(Printable.line("a\ufffeb\uffffc\ud800d\ufdd0e\ud83f\udffff"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
        assertThat(Printable.whole("\ud83d\ude00\ude00\ufffe\ud83d")).isEqualTo("\ud83d\ude00\ufffd\ufffe\ufffd");
    }
}

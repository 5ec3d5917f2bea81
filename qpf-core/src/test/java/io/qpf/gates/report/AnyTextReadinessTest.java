package io.qpf.gates.report;

import static io.qpf.testing.Parsed.json;
import static io.qpf.testing.Parsed.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.diagnostics.format.Printable;
import io.qpf.gates.Criterion;
import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Readiness;
import io.qpf.gates.Samples;
import io.qpf.gates.Todo;
import io.qpf.python.SchemaText;
import io.qpf.source.Position;
import io.qpf.testing.AnyText;
import io.qpf.testing.Seeds;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.w3c.dom.Element;

/** Whatever names, files, tools and people say: every report of readiness can be written and read, and says the same. */
class AnyTextReadinessTest {
    private static final int TRIES = 100;
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    /** Two gates that say these words, of an agent of that name. */
    private static ReadinessReport report(String name, String file, String words) {
        Evidence evidence = new Evidence(Optional.of(name), "L9/" + file, 7, words, words);
        List<GateResult> results = List.of(
                Samples.failed(Gates.MYPY, evidence), Samples.notRun(Gates.TESTS, words), Samples.passed(Gates.BLACK));
        List<Readiness.AgentReadiness> agents =
                List.of(new Readiness.AgentReadiness(name, words, words, false, List.of(words), List.of(words)));
        List<Criterion> criteria = List.of(
                new Criterion(Optional.of(name), words, file, new Position(1, 1), List.of(), Optional.empty(), false));
        Readiness readiness = new Readiness(
                name,
                "",
                results,
                agents,
                criteria,
                List.of(new Readiness.Edge(name, name, true)),
                Map.of(words, words),
                Todo.of(results, agents),
                Duration.ofSeconds(1));
        return new ReadinessReport("6.0.0", "target/out", List.of(readiness));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void junitIsXml(@ForAll String name, @ForAll String file, @ForAll String words) throws Exception {
        Element root = xml(new JunitReadiness().format(report(name, file, words)));

        assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(3 + 3 + 1);
        assertThat(((Element) root.getElementsByTagName("error").item(0)).getAttribute("message"))
                .isEqualTo("NOT RUN: " + Printable.line(words));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void jsonSaysWhatWasFound(@ForAll String name, @ForAll String file, @ForAll String words) throws IOException {
        JsonNode collection =
                json(new JsonReadiness().format(report(name, file, words))).at("/collections/0");

        assertThat(collection.at("/name").asText()).isEqualTo(Printable.whole(name));
        assertThat(collection.at("/gates/0/evidence/0/message").asText()).isEqualTo(Printable.whole(words));
        assertThat(collection.at("/gates/0/evidence/0/file").asText()).isEqualTo("L9/" + Printable.whole(file));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void sarifNamesTheFileByAUri(@ForAll String name, @ForAll String file, @ForAll String words) throws IOException {
        JsonNode result =
                json(new SarifReadiness().format(report(name, file, words))).at("/runs/0/results/0");
        URI uri = URI.create(
                result.at("/locations/0/physicalLocation/artifactLocation/uri").asText());

        assertThat(uri.getPath()).isEqualTo("L9/" + Printable.whole(file));
        assertThat(result.at("/message/text").asText()).startsWith(Printable.whole(words));
    }

    @Property(seed = Seeds.FIXED, tries = TRIES)
    @Domain(AnyText.class)
    void thePageIsXmlAndHoldsNoMarkupOfOthers(@ForAll String name, @ForAll String file, @ForAll String words)
            throws Exception {
        ReadinessReport report = report(name, file, words);
        History history = History.NONE.with(NOON, report.collections());
        Element page = xml(new HtmlReadiness(history, Optional.of(NOON), Optional.of(file)).format(report));
        String shown = xml("<p>" + SchemaText.of(words).html().text() + "</p>").getTextContent();

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getTextContent()).contains(shown);
        assertThat(History.parse(history.text())).isEqualTo(whole(history));
    }

    /** As a file keeps it: an agent's name with half a character in it is another one when it is read. */
    private static History whole(History history) {
        return new History(history.runs().stream()
                .map(run -> new History.Run(
                        run.at(),
                        run.times(),
                        run.standings().stream()
                                .map(it -> new History.Standing(
                                        Printable.whole(it.collection()), it.ready(), it.agents(), it.marks()))
                                .toList()))
                .toList());
    }
}

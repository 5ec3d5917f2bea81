package io.qpf.gates.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Samples;
import io.qpf.gates.Unit;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the page says and how it is made; a browser looks at it in the test beside this one. */
class ReadinessPageTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    private static String text(History history, Readiness... collections) {
        return new HtmlReadiness(history, Optional.of(NOON), Optional.of("readiness-report.json"))
                .format(new ReadinessReport("6.0.0", "target/generated-sources/qpf", List.of(collections)));
    }

    private static Element page(History history, Readiness... collections) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(history, collections))))
                .getDocumentElement();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String words(Element it) {
        return it.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static Element byId(Element page, String id) {
        return all(page, "*").stream()
                .filter(it -> it.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has the id " + id));
    }

    @Test
    void verdictComesFirstAndThenWhatToDo() throws Exception {
        Element page = page(History.NONE.with(NOON, List.of(Samples.troubled())), Samples.troubled());

        assertThat(words(all(page, "h1").get(0))).isEqualTo("✗ Not ready for deployment");
        assertThat(words(all(page, "header").get(0))).contains("Measured 2026-02-01 12:00 UTC by QPF 6.0.0");
        assertThat(words(all(page, "h2").get(0))).isEqualTo("What to do");
        List<Element> todo = all(all(page, "ol").get(0), "li");
        assertThat(todo).hasSize(6);
        assertThat(words(all(todo.get(1), "strong").get(0))).isEqualTo("drift, mypy:");
    }

    @Test
    void nothingToDoIsSaid() throws Exception {
        Element page = page(History.NONE, Samples.ready());

        assertThat(words(all(page, "h1").get(0))).isEqualTo("✓ Ready for deployment");
        assertThat(all(page, "ol")).isEmpty();
        assertThat(words(all(page, "main").get(0))).contains("Nothing. Every gate that must pass has passed");
    }

    /** What lies beside the page may be of another run. */
    @Test
    void reportForMachinesIsNamedOnlyIfTheRunWroteIt() {
        ReadinessReport report = new ReadinessReport("6.0.0", "out", List.of(Samples.troubled()));

        assertThat(new HtmlReadiness(History.NONE, Optional.of(NOON), Optional.empty()).format(report))
                .contains("… and 113 more.")
                .doesNotContain("readiness-report.json", "The same in full");
        assertThat(new HtmlReadiness(History.NONE, Optional.of(NOON), Optional.of("../r.json")).format(report))
                .contains("… and 113 more in ../r.json.", "The same in full, for machines: <code>../r.json</code>");
    }

    /** An agent may be ready and answer 501; the page says so above all that is folded. */
    @Test
    void whatNoCodeServesIsSaidAtTheTop() throws Exception {
        Readiness ready = Samples.ready();
        List<Readiness.AgentReadiness> agents = List.of(new Readiness.AgentReadiness(
                "Lending",
                "6.0.0",
                "production",
                true,
                List.of(),
                List.of("operation reader_history", "operation renew", "strategy fair_share")));
        Element page = page(
                History.NONE,
                new Readiness(
                        "library",
                        "",
                        ready.results(),
                        agents,
                        List.of(),
                        List.of(),
                        ready.tools(),
                        List.of(),
                        ready.took()));

        Element todo = all(page, "section").get(0);
        assertThat(words(todo)).contains("Declared, and served by no code.").doesNotContain("Nothing. Every");
        assertThat(all(todo, "li").stream().map(ReadinessPageTest::words))
                .containsExactly(
                        "Lending: bind code to reader_history, renew under bindings.operations, or remove the"
                                + " endpoints: they answer 501",
                        "Lending: bind code to fair_share under bindings.strategies, or remove them from strategymodes");
        assertThat(words(all(page, "summary").get(0)))
                .endsWith("gates; 2 endpoints have no code and answer 501; 1 strategy has no code");
        assertThat(words(all(all(page(History.NONE, ready), "section").get(0), "p")
                        .get(0)))
                .startsWith("Nothing. Every gate that must pass has passed");
    }

    @Test
    void everyGateShowsItsFigureAndWhatLiesBehind() throws Exception {
        Element page = page(History.NONE, Samples.troubled());

        Gates.ALL.forEach(it -> assertThat(words(byId(page, "c1-" + it.id()))).contains(it.title(), it.measures()));
        Element coverage = byId(page, "c1-coverage");
        assertThat(coverage.getAttribute("open")).isEqualTo("open");
        assertThat(words(coverage))
                .contains("✗ failed Coverage 91.2 % wanted > 80.0 %")
                .contains("912 of 1,000 are as they should be")
                .contains("target/generated-sources/qpf/L9/core/tensoraios/tensor_scorer.py")
                .contains("36 is not run by any test")
                .doesNotContain("37 is not run by any test")
                .contains("… and 113 more in readiness-report.json")
                .contains("> 70.0 % (src/main/qpf/extractor-map.yaml:31:7, because the scorer is proved elsewhere)");
        assertThat(words(byId(page, "c1-docstrings")))
                .contains("> 85.0 %, thresholds.docstrings of the pom, because we are French");
        assertThat(byId(page, "c1-imports").hasAttribute("open")).isFalse();
        assertThat(words(byId(page, "c1-alerting")))
                .contains("? not run Alerts fire –")
                .contains("No figure: the agents took longer than 900 s")
                .doesNotContain("What to do");
        assertThat(words(byId(page, "c1-monitoring"))).contains("not run, allowed");
    }

    @Test
    void agentsSayWhyTheyAreNotReady() throws Exception {
        List<String> cards = all(page(History.NONE, Samples.troubled()), "details").stream()
                .map(ReadinessPageTest::words)
                .toList();

        assertThat(cards.get(0))
                .startsWith("✗ not ready TensorAIOS 18 of 21 gates; 1 endpoint has no code and answers 501; 1 strategy")
                .contains("Coverage: FAILED", "served by no code: operation explain_match", "61.0 %");
        assertThat(cards.get(1)).startsWith("✓ ready RelationshipIntelligence");
        assertThat(cards.get(3)).contains("status missing");
    }

    /** Names and sentences come from schemas; nobody may write HTML by them. */
    @Test
    void textIsTextAndNothingComesFromOutside() throws Exception {
        String text = text(History.NONE, Samples.troubled());
        Element page = page(History.NONE, Samples.troubled());

        assertThat(text)
                .doesNotContain("<script", "\u202e", "\u0007", "@import", "url(")
                .contains("default-src 'none'");
        assertThat(words(page)).contains("harbour <script>alert(\"1\")</script> & 'it' \\u202e\\u0007");
        assertThat(all(page, "*"))
                .allMatch(it -> !it.hasAttribute("src"))
                .allMatch(it ->
                        !it.hasAttribute("href") || it.getAttribute("href").startsWith("#"));
        assertThat(all(page, "link")).isEmpty();
        assertThat(all(page, "a"))
                .isNotEmpty()
                .allSatisfy(it -> byId(page, it.getAttribute("href").substring(1)));
        assertThat(all(page, "*").stream().map(it -> it.getAttribute("id")).filter(it -> !it.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void collectionsStandBelowEachOther() throws Exception {
        Element page = page(History.NONE, Samples.troubled(), Samples.ready());

        assertThat(words(byId(page, "c1"))).endsWith("✗ not ready");
        assertThat(words(byId(page, "c2"))).isEqualTo("l9_ecosystem ✓ ready");
        assertThat(words(byId(page, "c2-drift"))).contains("passed");
    }

    @Test
    void trendsCompareTheFirstRunWithTheLast() throws Exception {
        History history = History.NONE.with(NOON, List.of(Samples.ready(Samples.TROUBLED)));
        assertThat(words(page(history, Samples.ready(Samples.TROUBLED)))).contains("trends begin with the next change");

        Element page = page(history.with(NOON.plusSeconds(60), List.of(Samples.troubled())), Samples.troubled());

        List<String> trends = all(page, "ul").stream()
                .filter(it -> it.getAttribute("class").equals("trends"))
                .flatMap(it -> all(it, "li").stream())
                .map(ReadinessPageTest::words)
                .toList();
        assertThat(trends)
                .contains(
                        "Coverage 97.3 % → 91.2 % ▼ worse",
                        "mypy --strict 0 → 1 ▼ worse", "pylint 9.91 → 9.91 = unchanged")
                .noneMatch(it -> it.startsWith("isort"));
        assertThat(words(page)).contains("2026-02-01 12:01 UTC12 of 5mypy, coverage, drift, checklist");
    }

    /** A hundredth of a hundredth is nothing that a page shows. */
    @Test
    void figuresThatReadTheSameAreUnchanged() throws Exception {
        Readiness before = withPylint(99_901, 100_000);
        Readiness after = withPylint(99_904, 100_000);
        History history = History.NONE.with(NOON, List.of(before)).with(NOON.plusSeconds(60), List.of(after));

        assertThat(words(page(history, after))).contains("pylint 9.99 → 9.99 = unchanged");
    }

    private static Readiness withPylint(long good, long all) {
        Readiness ready = Samples.ready();
        List<GateResult> results = Samples.results(it -> it.gate().equals(Gates.PYLINT)
                ? new GateResult(
                        it.gate(),
                        it.threshold(),
                        new Outcome.Passed(new Outcome.Figure(Unit.SCORE, good, all)),
                        false,
                        List.of(),
                        List.of(),
                        it.took(),
                        false,
                        List.of())
                : it);
        return new Readiness(
                ready.collection(),
                "",
                results,
                ready.agents(),
                List.of(),
                List.of(),
                ready.tools(),
                List.of(),
                ready.took());
    }

    @Test
    void waveFollowsWaveInThePicture() throws Exception {
        assertThat(GraphView.waves(Samples.ready()).stream()
                        .map(wave -> wave.stream()
                                .map(Readiness.AgentReadiness::agent)
                                .toList()))
                .containsExactly(
                        List.of("TensorAIOS"),
                        List.of("RelationshipIntelligence", "CommunicationSynthesizer"),
                        List.of("BusinessGovernor"),
                        List.of("Oracle"));
        Element page = page(History.NONE, Samples.ready());

        List<Element> pictures = all(page, "svg");
        assertThat(pictures).hasSize(2).allSatisfy(it -> {
            assertThat(all(it, "g")).hasSize(5);
            assertThat(all(it, "path")).hasSize(7);
            assertThat(it.getAttribute("role")).isEqualTo("img");
        });
        assertThat(words(page)).contains("Oracle depends on BusinessGovernor", "Oracle observes TensorAIOS");
    }
}

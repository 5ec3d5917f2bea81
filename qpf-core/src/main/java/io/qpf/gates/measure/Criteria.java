package io.qpf.gates.measure;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.gates.Criterion;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.GateSettings.SignOff;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences of a map that must hold before deployment: each is proved by gates, or signed by somebody. */
final class Criteria {
    /** Words of a sentence and the gates that prove what it says; a sentence may touch several rows. */
    private static final Map<Pattern, List<Gate>> TABLE = table();

    private final Subject subject;
    private final List<Sentence> sentences = new ArrayList<>();

    private Criteria(Subject subject) {
        this.subject = subject;
    }

    private record Sentence(Text text, Optional<String> agent, List<Gate> gates, Optional<SignOff> signOff) {
        boolean answered() {
            return !gates.isEmpty() || signOff.isPresent();
        }
    }

    static Criteria of(Subject subject) {
        Criteria criteria = new Criteria(subject);
        Collection collection = subject.plan().collection();
        ExtractorMap map = collection.map();
        map.successCriteria().forEach(it -> criteria.add(it, Optional.empty()));
        for (ExtractorMap.Step step : map.sequence()) {
            Optional<String> agent = collection.agents().stream()
                    .filter(it -> it.order() == step.order().value())
                    .map(Agent::name)
                    .findFirst();
            step.validationChecklist().forEach(it -> criteria.add(it, agent));
        }
        return criteria;
    }

    private static Map<Pattern, List<Gate>> table() {
        Map<Pattern, List<Gate>> table = new LinkedHashMap<>();
        row(table, "circular", Gates.CYCLES);
        row(
                table,
                "extract\\w* (successfully|without)|without errors|\\bexists?\\b|no drift|files? (are )?(present|generated)",
                Gates.DRIFT);
        row(table, "import(able|s? (resolve|clean|work))|can be imported", Gates.IMPORTS);
        row(table, "governance|escalation|anchors?\\b|human override", Gates.GOVERNANCE);
        row(table, "memory|backends?\\b|keyspace", Gates.MEMORY);
        row(table, "integration tests?|end.to.end", Gates.INTEGRATION);
        row(table, "packets?\\b|wirings?\\b|events?\\b|protocols?\\b|channels?\\b", Gates.PROTOCOLS, Gates.INTEGRATION);
        row(table, "status endpoint|health|respond|\\bstarts?\\b|\\bready\\b", Gates.HEALTH);
        row(table, "endpoints?\\b|\\bapi\\b|routes?\\b", Gates.ENDPOINTS);
        row(table, "type (hints?|annotations?)|typed\\b", Gates.TYPE_HINTS, Gates.MYPY);
        row(table, "mypy", Gates.MYPY);
        row(table, "pylint|lint", Gates.PYLINT);
        row(table, "\\bblack\\b|formatted", Gates.BLACK);
        row(table, "isort", Gates.ISORT);
        row(table, "docstrings?", Gates.DOCSTRINGS);
        row(table, "readme|documentation|documents?\\b|api_spec", Gates.DOCUMENTS);
        row(table, "coverage", Gates.COVERAGE);
        row(table, "(unit )?tests? (suite )?(pass|succeed|green)", Gates.TESTS);
        row(table, "manifests?\\b", Gates.MANIFESTS);
        row(table, "\\bdora\\b", Gates.DORA);
        row(table, "monitor|metrics?\\b|telemetry|prometheus|scraped?", Gates.MONITORING);
        row(table, "alert", Gates.ALERTING);
        return table;
    }

    private static void row(Map<Pattern, List<Gate>> table, String words, Gate... gates) {
        table.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), List.of(gates));
    }

    private void add(Text text, Optional<String> agent) {
        List<Gate> gates = TABLE.entrySet().stream()
                .filter(it -> it.getKey().matcher(text.value()).find())
                .flatMap(it -> it.getValue().stream())
                .distinct()
                .toList();
        Optional<SignOff> signOff = subject.plan().collection().map().gates().signOffs().stream()
                .filter(it -> fold(it.item()).equals(fold(text)))
                .findFirst();
        sentences.add(new Sentence(text, agent, gates, signOff));
    }

    private static String fold(Text text) {
        return text.value().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** What the gate of the checklist measures. */
    Measurement measurement() {
        List<Evidence> open = sentences.stream()
                .filter(it -> !it.answered())
                .map(it -> new Evidence(
                        it.agent(),
                        file(it.text()),
                        it.text().span().start().line(),
                        "",
                        "no gate proves `" + it.text() + "`, and nobody has signed it"))
                .toList();
        return Measurement.ofFindings(
                Gates.CHECKLIST.id(), Optional.empty(), (long) sentences.size() - open.size(), open);
    }

    private String file(Text text) {
        String path = text.span().file().path();
        return path.startsWith(subject.place()) ? path : subject.place() + "/" + path;
    }

    /** The sentences with what came of them. */
    List<Criterion> against(List<GateResult> results) {
        return sentences.stream().map(it -> criterion(it, results)).toList();
    }

    private Criterion criterion(Sentence it, List<GateResult> results) {
        boolean proved = results.stream()
                .filter(result -> it.gates().contains(result.gate()))
                .noneMatch(result -> result.outcome().stops());
        Optional<Criterion.SignOff> signOff = it.signOff()
                .map(sign -> new Criterion.SignOff(
                        sign.by().value(),
                        sign.on().map(Text::value),
                        sign.note().map(Text::value)));
        return new Criterion(
                it.agent(),
                it.text().value(),
                file(it.text()),
                it.text().span().start(),
                it.gates().stream().map(Gate::id).toList(),
                signOff,
                it.answered() && proved);
    }
}

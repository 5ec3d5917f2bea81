package io.qpf.gates;

import io.qpf.gates.Readiness.AgentReadiness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shortest list of what to do: a line for each cause, in the order in which it pays to go.
 *
 * <p>First what kept gates from measuring, since it hides the rest; then files that are not what they were extracted as, with
 * all gates that fail in those files alone; then gate by gate; people's word at the end, since it is about all that.
 */
public final class Todo {
    private static final int NAMES = 4;
    private static final int LONGEST = 160;
    private static final int LONGEST_REASON = 320;

    private final List<GateResult> results;

    private Todo(List<GateResult> results) {
        this.results = results;
    }

    /** What is to be done before all agents may be deployed; empty if nothing is. */
    public static List<String> of(List<GateResult> results, List<AgentReadiness> agents) {
        Todo todo = new Todo(results.stream().filter(GateResult::stops).toList());
        List<String> lines = new ArrayList<>(todo.unmeasured());
        lines.addAll(todo.failed());
        lines.addAll(held(agents));
        return List.copyOf(lines);
    }

    /** Gates that did not run for one reason share it; what only waits for another gate goes with that one. */
    private List<String> unmeasured() {
        boolean health = results.stream()
                .anyMatch(it -> it.gate().equals(Gates.HEALTH) && it.outcome() instanceof Outcome.Failed);
        Map<String, List<String>> gates = new LinkedHashMap<>();
        for (GateResult it : results) {
            if (it.outcome() instanceof Outcome.NotRun notRun
                    && !(health && notRun.why().contains("see the gate health"))) {
                gates.computeIfAbsent(notRun.why(), why -> new ArrayList<>())
                        .add(it.gate().id());
            }
        }
        List<String> lines = new ArrayList<>();
        gates.forEach((why, names) -> lines.add(few(names) + " did not run: " + cut(why, LONGEST_REASON)));
        return lines;
    }

    private List<String> failed() {
        List<GateResult> left = new ArrayList<>(results.stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .sorted(Comparator.comparing(it -> !it.gate().equals(Gates.DRIFT)))
                .toList());
        List<String> lines = new ArrayList<>();
        while (!left.isEmpty()) {
            GateResult cause = left.remove(0);
            List<GateResult> same =
                    left.stream().filter(it -> follows(it, cause)).toList();
            left.removeAll(same);
            List<String> names = Stream.concat(Stream.of(cause), same.stream())
                    .map(it -> it.gate().id())
                    .toList();
            lines.add(few(names) + ": " + what(cause) + "; " + cause.gate().remedy());
        }
        return lines;
    }

    /** Whether what mends one gate mends the other as well, as far as the places tell. Shares have many causes. */
    private static boolean follows(GateResult it, GateResult cause) {
        if (it.gate().floor().unit() != Unit.FINDINGS) {
            return false;
        }
        boolean spreads = cause.gate().equals(Gates.DRIFT)
                || (cause.gate().equals(Gates.TESTS) && it.gate().equals(Gates.INTEGRATION));
        if (spreads) {
            return !it.evidence().isEmpty() && files(cause).containsAll(files(it));
        }
        return !it.evidence().isEmpty() && places(cause).equals(places(it));
    }

    private static Set<String> files(GateResult it) {
        return it.evidence().stream().map(Evidence::file).collect(Collectors.toSet());
    }

    private static List<String> places(GateResult it) {
        return it.evidence().stream()
                .map(one -> one.file() + ":" + one.line() + ": " + one.message())
                .toList();
    }

    private static String what(GateResult result) {
        String figure = result.outcome() instanceof Outcome.Failed failed
                ? failed.figure().text() + ", wanted " + result.threshold().text()
                : "";
        List<String> agents = result.agents().stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .filter(it -> !it.threshold().equals(result.threshold()))
                .map(it -> it.agent() + " wanted " + it.threshold().text())
                .toList();
        String whose = agents.isEmpty() ? "" : " (" + String.join(", ", agents) + ")";
        int more = result.evidence().size() - 1;
        return figure
                + whose
                + result.evidence().stream()
                        .findFirst()
                        .map(it -> ": " + cut(it.text(), LONGEST) + (more > 0 ? " and " + more + " more" : ""))
                        .orElse("");
    }

    /** Agents whose schemas do not ask for deployment, by what they say instead. */
    private static List<String> held(List<AgentReadiness> agents) {
        Map<String, List<String>> held = new LinkedHashMap<>();
        agents.stream()
                .filter(it -> !it.schemaAllows())
                .forEach(it -> held.computeIfAbsent(it.status(), status -> new ArrayList<>())
                        .add(it.agent()));
        List<String> lines = new ArrayList<>();
        held.forEach((status, names) -> lines.add("metadata.status of " + String.join(", ", names) + " is "
                + (status.isEmpty() ? "missing" : "`" + status + "`")
                + "; set it to `production_ready` once somebody answers for that"));
        return lines;
    }

    private static String few(List<String> names) {
        return names.size() <= NAMES + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMES)) + " and " + (names.size() - NAMES) + " more gates";
    }

    /** A tool may have said a page. */
    private static String cut(String text, int longest) {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.length() <= longest) {
            return line;
        }
        // Half of a character would be no text, and no report could be written.
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end).strip() + "…";
    }
}

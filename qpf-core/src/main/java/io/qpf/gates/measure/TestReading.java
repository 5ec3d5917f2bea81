package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What tests say: each passes or not, and each wiring has one that does. */
final class TestReading {
    private static final String HOOK = "hook";
    private final Lab lab;
    private final Map<String, Map<String, Integer>> standing;
    private final List<Measurement> found = new ArrayList<>();
    private final Set<String> tested = new HashSet<>();

    private TestReading(Lab lab, Map<String, Map<String, Integer>> standing) {
        this.lab = lab;
        this.standing = standing;
    }

    /**
     * Reads the results.
     *
     * @param standing the tests that a reader sees in each file, with their lines
     */
    static List<Measurement> of(
            Lab lab,
            List<TestGroup> groups,
            Map<String, JsonNode> results,
            Map<String, Map<String, Integer>> standing) {
        TestReading reading = new TestReading(lab, standing);
        for (TestGroup group : groups) {
            JsonNode result = results.get(group.name());
            if (result != null) {
                reading.add(group, result);
            }
        }
        boolean complete = groups.stream().allMatch(it -> results.containsKey(it.name()));
        if (complete) {
            reading.addUntestedWirings();
        }
        return reading.found;
    }

    private void add(TestGroup group, JsonNode result) {
        List<Evidence> evidence = new ArrayList<>();
        long passed = 0;
        boolean integration = false;
        for (JsonNode test : result.path("tests")) {
            String path = test.path("path").asText().replace('\\', '/');
            integration |= lab.subject().isIntegration(path);
            if (test.path("outcome").asText().equals("passed")) {
                passed++;
                tested.add(path);
            } else {
                String id = test.path("id").asText();
                boolean isHook = test.path("outcome").asText().equals(HOOK);
                evidence.add(new Evidence(
                        isHook ? lab.contents().owner(path) : group.agent(),
                        path,
                        test.path("line").asInt(),
                        // What the static probe has read already is one finding with it.
                        isHook ? "" : test.path("outcome").asText(),
                        (id.contains("::") ? id.substring(id.indexOf("::") + 2) + ": " : "")
                                + test.path("message").asText()));
            }
        }
        if (!result.path("ended").asBoolean()) {
            evidence.addAll(missing(group, result.path("tests")));
        }
        if (passed + evidence.size() > 0) {
            String gate = integration ? Gates.INTEGRATION.id() : Gates.TESTS.id();
            found.add(Measurement.ofFindings(gate, group.agent(), passed, evidence));
        }
    }

    /** What stands in a file and was not even collected, in files of which something was. */
    private List<Evidence> missing(TestGroup group, JsonNode tests) {
        Map<String, Set<String>> known = new TreeMap<>();
        Set<String> broken = new HashSet<>();
        for (JsonNode test : tests) {
            String path = test.path("path").asText().replace('\\', '/');
            String id = test.path("id").asText();
            int at = id.indexOf("::");
            if (at < 0) {
                broken.add(path);
            } else {
                String name = id.substring(at + 2).replaceFirst("(?s)\\[.*", "");
                known.computeIfAbsent(path, it -> new HashSet<>()).add(name);
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        known.keySet().removeAll(broken);
        known.forEach((path, names) -> standing.getOrDefault(path, Map.of()).forEach((name, line) -> {
            if (!names.contains(name)) {
                String message = name + ": it stands here and was not collected";
                evidence.add(new Evidence(group.agent(), path, line, "not run", message));
            }
        }));
        return evidence;
    }

    private void addUntestedWirings() {
        for (String path : lab.subject().wiringTests()) {
            List<Evidence> evidence = tested.contains(path)
                    ? List.of()
                    : List.of(new Evidence(Optional.empty(), path, 0, "", "no test of this wiring passes"));
            found.add(Measurement.ofFindings(Gates.INTEGRATION.id(), Optional.empty(), 1L - evidence.size(), evidence));
        }
    }
}

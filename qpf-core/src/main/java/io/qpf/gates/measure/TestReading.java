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

/** What tests say: each passes or not, and each wiring has one that does. */
final class TestReading {
    private final Lab lab;
    private final List<Measurement> found = new ArrayList<>();
    private final Set<String> tested = new HashSet<>();

    private TestReading(Lab lab) {
        this.lab = lab;
    }

    static List<Measurement> of(Lab lab, List<TestGroup> groups, Map<String, JsonNode> results) {
        TestReading reading = new TestReading(lab);
        for (TestGroup group : groups) {
            JsonNode result = results.get(group.name());
            if (result != null) {
                reading.add(group, result.path("tests"));
            }
        }
        boolean complete = groups.stream().allMatch(it -> results.containsKey(it.name()));
        if (complete) {
            reading.addUntestedWirings();
        }
        return reading.found;
    }

    private void add(TestGroup group, JsonNode tests) {
        List<Evidence> evidence = new ArrayList<>();
        long passed = 0;
        boolean integration = false;
        for (JsonNode test : tests) {
            String path = test.path("path").asText().replace('\\', '/');
            integration |= lab.subject().isIntegration(path);
            if (test.path("outcome").asText().equals("passed")) {
                passed++;
                tested.add(path);
            } else {
                String id = test.path("id").asText();
                evidence.add(new Evidence(
                        group.agent(),
                        path,
                        test.path("line").asInt(),
                        test.path("outcome").asText(),
                        (id.contains("::") ? id.substring(id.indexOf("::") + 2) + ": " : "")
                                + test.path("message").asText()));
            }
        }
        if (passed + evidence.size() > 0) {
            String gate = integration ? Gates.INTEGRATION.id() : Gates.TESTS.id();
            found.add(Measurement.ofFindings(gate, group.agent(), passed, evidence));
        }
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

package io.qpf.gates.measure;

import io.qpf.collection.Agent;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import java.util.List;
import java.util.Optional;

/** Whether the schemas declare anything that a gate could measure. The plan says so, never what was found. */
final class Applicability {
    private Applicability() {}

    static Optional<String> whyNot(Gate gate, Subject subject) {
        List<Agent> agents = subject.plan().collection().agents();
        if (gate.equals(Gates.INTEGRATION) && subject.wiringTests().isEmpty()) {
            return Optional.of("the collection has no wirings");
        }
        if (gate.equals(Gates.MONITORING)
                && agents.stream()
                        .allMatch(it -> it.schema().deployment().metrics().isEmpty())) {
            return Optional.of("no schema declares metrics under deployment.telemetry");
        }
        if (gate.equals(Gates.ALERTING)
                && agents.stream().allMatch(it -> it.policies().alerts().isEmpty())) {
            return Optional.of("no schema declares alerts under deployment.alerting");
        }
        if (gate.equals(Gates.ENDPOINTS)
                && agents.stream()
                        .allMatch(it -> it.schema().deployment().endpoints().isEmpty())) {
            return Optional.of("no schema declares endpoints");
        }
        if (gate.equals(Gates.CHECKLIST) && Criteria.of(subject).isEmpty()) {
            return Optional.of("the map has neither success_criteria nor a validation_checklist");
        }
        return Optional.empty();
    }
}

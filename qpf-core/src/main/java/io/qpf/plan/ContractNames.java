package io.qpf.plan;

import io.qpf.python.PyIdentifier;
import io.qpf.schema.Contract;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes that an agent's contracts become: one for each type, and one for each side of an operation. */
public final class ContractNames {
    private final Names names = new Names(Set.of());
    private final Map<String, PyIdentifier> models = new LinkedHashMap<>();
    private final Map<String, PyIdentifier> requests = new LinkedHashMap<>();
    private final Map<String, PyIdentifier> responses = new LinkedHashMap<>();

    public ContractNames(List<Contract> contracts) {
        for (Contract contract : contracts) {
            String name = contract.name().value();
            if (contract instanceof Contract.Model) {
                claim(models, name, name);
            }
        }
        for (Contract contract : contracts) {
            String name = contract.name().value();
            if (contract instanceof Contract.Operation operation) {
                operation.request().ifPresent(it -> claim(requests, name, name + "_request"));
                operation.response().ifPresent(it -> claim(responses, name, name + "_response"));
            }
        }
    }

    private void claim(Map<String, PyIdentifier> kind, String name, String wanted) {
        if (!kind.containsKey(name)) {
            kind.put(
                    name,
                    new PyIdentifier(names.claim(PyIdentifier.pascal(wanted).text())));
        }
    }

    /** The class of a type; empty if the contracts have no such type. */
    public Optional<PyIdentifier> model(String type) {
        return Optional.ofNullable(models.get(type));
    }

    /** The class of what an operation takes; empty if no contract says what. */
    public Optional<PyIdentifier> request(String operation) {
        return Optional.ofNullable(requests.get(operation));
    }

    /** The class of what an operation gives; empty if no contract says what. */
    public Optional<PyIdentifier> response(String operation) {
        return Optional.ofNullable(responses.get(operation));
    }

    /** All of them. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        for (Map<String, PyIdentifier> kind : List.of(models, requests, responses)) {
            kind.values().forEach(it -> all.add(it.text()));
        }
        return all;
    }
}

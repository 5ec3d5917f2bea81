package io.qpf.plan.view;

import io.qpf.plan.Names;
import io.qpf.plan.pack.Reserved;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the views of peers: an agent's operations come from its own plan, a service's from the wirings. */
final class PeerViews {
    private final Map<String, OperationViews> agents;
    private final Reserved reserved;

    PeerViews(Map<String, OperationViews> agents, Reserved reserved) {
        this.agents = agents;
        this.reserved = reserved;
    }

    PeerView of(String name, List<String> methods) {
        boolean inside = agents.containsKey(name);
        Names members = new Names(reserved.members());
        Names constants = new Names(reserved.constants());
        return new PeerView(
                SchemaText.of(name),
                inside,
                methods.stream()
                        .map(method -> method(name, method).orElseGet(() -> foreign(method, members, constants)))
                        .toList());
    }

    private Optional<OperationView> method(String peer, String method) {
        return Optional.ofNullable(agents.get(peer)).flatMap(it -> it.named(method));
    }

    /** An operation of a service outside of the collection: its name is all that is known. */
    private static OperationView foreign(String name, Names members, Names constants) {
        PyIdentifier method =
                new PyIdentifier(members.claimWords(PyIdentifier.snake(name).text()));
        PartView nowhere = new PartView(PyExpr.NONE, PyIdentifier.pascal(name), method);
        PyExpr object = PyExpr.dict(Map.of(PyExpr.string("key"), PyExpr.string("value")));
        return new OperationView(
                SchemaText.of(name),
                method,
                new PyIdentifier(
                        constants.claimWords(PyIdentifier.constant(name).text())),
                new PyIdentifier("_run_" + method.text()),
                PyIdentifier.pascal(name + "_code"),
                PyIdentifier.pascal(name + "_fields"),
                PyExpr.NONE,
                false,
                false,
                true,
                PyExpr.dotted("PayloadModel"),
                PyExpr.dotted("PayloadModel"),
                List.of(),
                List.of(),
                object,
                object,
                nowhere,
                PyExpr.NONE,
                PyExpr.NONE,
                false,
                false);
    }
}

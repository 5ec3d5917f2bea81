package io.qpf.plan.view;

import io.qpf.python.SchemaText;
import java.util.List;

/**
 * Somebody that a client calls.
 *
 * @param methods the wired operations
 * @param inside whether the peer is an agent of the collection, so that its operations are imported
 */
public record PeerView(SchemaText name, boolean inside, List<OperationView> methods) {
    public PeerView {
        methods = List.copyOf(methods);
    }

    public boolean hasMethods() {
        return !methods.isEmpty();
    }
}

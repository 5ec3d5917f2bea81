package io.qpf.plan.document;

import io.qpf.collection.Collection;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;

/**
 * The collection that an agent belongs to.
 *
 * @param secret the variable that holds the secret of the tokens
 * @param configuration the file with the shared configuration, below the output
 */
public record CollectionFacts(SchemaText name, SchemaText root, PyIdentifier secret, SchemaText configuration) {
    static CollectionFacts of(Collection collection) {
        return new CollectionFacts(
                SchemaText.of(collection.name()),
                SchemaText.of(collection.root()),
                secret(collection),
                SchemaText.of(collection.name() + "_config.yaml"));
    }

    static PyIdentifier secret(Collection collection) {
        return new PyIdentifier(TunableFacts.prefix(collection.name()) + "_SECRET");
    }
}

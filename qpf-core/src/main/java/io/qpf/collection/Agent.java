package io.qpf.collection;

import io.qpf.schema.AgentSchema;

/**
 * An agent in its collection.
 *
 * @param order 1-based place in the extraction sequence
 * @param schema what people wrote
 * @param packagePath the rootpath, with forward slashes and no slash at either end
 * @param port where it listens: the schema's port, or 8000 plus the order less one
 * @param policies its compiled conditions
 */
public record Agent(int order, AgentSchema schema, String packagePath, int port, Policies policies) {
    public String name() {
        return schema.name();
    }
}

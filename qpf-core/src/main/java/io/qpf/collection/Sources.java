package io.qpf.collection;

import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import java.util.List;
import java.util.Optional;

/**
 * The loaded files of one collection.
 *
 * @param folder how messages name the folder
 */
public record Sources(String folder, ExtractorMap map, Optional<Glue> glue, List<AgentSchema> schemas) {
    public Sources {
        schemas = List.copyOf(schemas);
    }
}

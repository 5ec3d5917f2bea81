package io.qpf.plan;

import io.qpf.schema.ContractType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A made-up value that fits a contract, for the examples of documents and tests. */
public sealed interface Sample {
    /** A value of a plain type. */
    record Value(ContractType.Plain type) implements Sample {}

    /** A list. */
    record Items(List<Sample> all) implements Sample {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** An object, by the names on the wire, in their order. */
    record Members(Map<String, Sample> all) implements Sample {
        public Members {
            all = new LinkedHashMap<>(all);
        }
    }
}

package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;

/** People's own Python, bound by the schema. */
public record Bindings(List<Binding> operations, List<Binding> strategies) {
    public static final Bindings NONE = new Bindings(List.of(), List.of());

    /** A name and the {@code module:callable} behind it. */
    public record Binding(Text name, Text target) {
        /** The dotted module. */
        public String module() {
            return target.value().substring(0, target.value().indexOf(':'));
        }

        /** The callable in the module. */
        public String callable() {
            return target.value().substring(target.value().indexOf(':') + 1);
        }
    }

    public Bindings {
        operations = List.copyOf(operations);
        strategies = List.copyOf(strategies);
    }
}

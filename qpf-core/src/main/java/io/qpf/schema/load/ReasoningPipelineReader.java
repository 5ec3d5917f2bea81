package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code reasoningpipeline}: stages by name, or a list of stages, which are numbered then. */
final class ReasoningPipelineReader {
    private static final String KEY = "reasoningpipeline";

    private ReasoningPipelineReader() {}

    static List<Entry> read(Fields root) {
        Optional<Datum> given = root.datum(KEY);
        if (given.isEmpty() || !(given.get() instanceof Datum.Sequence sequence)) {
            return root.free(KEY);
        }
        List<Entry> stages = new ArrayList<>();
        for (Datum item : sequence.items()) {
            stages.add(new Entry(new Text("stage_" + (stages.size() + 1), item.span()), item));
        }
        return stages;
    }
}

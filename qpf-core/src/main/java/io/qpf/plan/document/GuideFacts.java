package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.ExtractorMap;
import java.util.List;
import java.util.Optional;

/** What the author of a map says to people: steps, criteria and remedies, in the author's words. */
public record GuideFacts(
        Optional<SchemaText> parallel,
        Group<StepFacts> steps,
        Group<SchemaText> criteria,
        Group<RemedyFacts> remedies,
        Group<FreeFact> further,
        Group<FreeFact> texts) {
    /**
     * A step after extraction.
     *
     * @param text its words where they are one text, which keeps its lines
     */
    public record StepFacts(SchemaText name, Optional<SchemaText> text, Group<FreeFact> facts) {
        static StepFacts of(Entry step) {
            boolean text = step.value() instanceof Datum.Scalar;
            return new StepFacts(
                    SchemaText.of(step.key().value().replace('_', ' ')),
                    text ? Optional.of(SchemaText.of(Show.words(step.value()))) : Optional.empty(),
                    text ? new Group<>(List.of()) : Show.entries(List.of(step)));
        }
    }

    /** An issue and its solution. */
    public record RemedyFacts(SchemaText issue, Optional<SchemaText> solution) {}

    static GuideFacts of(ExtractorMap map) {
        return new GuideFacts(
                Show.text(map.parallelOption()),
                Group.of(map.postExtractionSteps(), StepFacts::of),
                Show.texts(map.successCriteria()),
                Group.of(map.troubleshooting(), it -> new RemedyFacts(Show.text(it.issue()), Show.text(it.solution()))),
                further(map, false),
                further(map, true));
    }

    private static Group<FreeFact> further(ExtractorMap map, boolean blocks) {
        return new Group<>(Show.entries(map.extras()).all().stream()
                .filter(it -> it.block() == blocks)
                .toList());
    }

    /** Whether the map says anything beyond the known keys. */
    public boolean speaks() {
        return further.some() || texts.some();
    }
}

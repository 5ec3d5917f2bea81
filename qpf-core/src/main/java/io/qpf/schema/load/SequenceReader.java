package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code extraction_sequence}: steps under whole numbers, or a list of steps. */
final class SequenceReader {
    private static final String SEQUENCE = "extraction_sequence";
    private static final String ORDER = "order";
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final Fields root;
    private final List<Step> steps = new ArrayList<>();
    private boolean whole = true;

    SequenceReader(Fields root) {
        this.root = root;
    }

    /** Whether each step that stands there was read: of another one nobody knows which agent it meant. */
    boolean isWhole() {
        return whole;
    }

    List<Step> read() {
        Optional<Datum> given = root.datum(SEQUENCE);
        if (given.isEmpty()) {
            root.reportMissing(
                    SEQUENCE, "Add `extraction_sequence:` with `order:` and a numbered step for each agent.");
        } else if (given.get() instanceof Datum.Sequence) {
            readList(root, SEQUENCE);
        } else {
            readBelow(root.child(SEQUENCE));
        }
        steps.sort(Comparator.comparing((Step it) -> it.order().value()));
        return steps;
    }

    private void readBelow(Fields sequence) {
        Optional<Datum> order = sequence.datum(ORDER);
        if (order.isPresent() && order.get() instanceof Datum.Mapping) {
            readNumbered(sequence.child(ORDER));
        } else if (order.isPresent()) {
            readList(sequence, ORDER);
        } else if (sequence.entries().stream().anyMatch(it -> number(it.key()).isPresent())) {
            readNumbered(sequence);
        } else {
            sequence.reportMissing(ORDER, "Add `order:` with a numbered step for each agent.");
        }
    }

    private void readNumbered(Fields order) {
        for (Entry entry : order.entries()) {
            Optional<Integer> number = number(entry.key());
            order.has(entry.key().value());
            if (number.isEmpty()) {
                root.findings()
                        .add(
                                LoadRule.WRONG_TYPE,
                                entry.key().span(),
                                "`" + entry.key() + "` should be the number of a step",
                                "Number the steps 1, 2, 3 and so on.");
            }
            // One cause, one error: a step without a number stands behind the one above it.
            if (number.isPresent() || !Values.isNothing(entry.value())) {
                Located<Integer> place =
                        new Located<>(number.orElse(last() + 1), entry.key().span());
                if (entry.value() instanceof Datum.Mapping mapping) {
                    fromMapping(order.nested(entry.key(), mapping), place);
                } else {
                    addNamed(order, place, entry.key(), entry.value());
                }
            }
        }
    }

    private void readList(Fields parent, String key) {
        Text place = parent.entry(key).orElseThrow().key();
        for (Datum item : parent.items(key)) {
            Located<Integer> order = new Located<>(steps.size() + 1, item.span());
            if (item instanceof Datum.Mapping mapping) {
                fromMapping(parent.item(key, mapping), order);
            } else {
                addNamed(parent, order, place, item);
            }
        }
    }

    private void addNamed(Fields parent, Located<Integer> order, Text place, Datum item) {
        Optional<Text> agent = parent.values().text(item, parent.pathOf(place.value()));
        whole &= agent.isPresent();
        agent.ifPresent(it -> steps.add(named(order, it)));
    }

    /** A step that is the name of an agent. */
    private static Step named(Located<Integer> order, Text agent) {
        return new Step(
                order, agent, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
    }

    private void fromMapping(Fields step, Located<Integer> order) {
        Optional<Text> agent = step.required("agent", "Name the agent of this step.");
        whole &= agent.isPresent();
        ExtractCommand command = ExtractCommand.read(step);
        Optional<Text> written = step.text("schema_file");
        written.filter(it -> leadsOut(it.value())).ifPresent(it -> reportOutside(step, it));
        Optional<Text> schemaFile = written.or(command::input);
        Optional<Text> reason = step.text("reason");
        List<Text> artifacts = step.texts("expected_artifacts");
        List<Text> checklist = step.texts("validation_checklist");
        agent.ifPresent(it -> steps.add(
                new Step(order, it, schemaFile, command.outputRoot(), command.links(), reason, artifacts, checklist)));
    }

    /** Messages and reproducible builds alike want paths that mean the same on every machine. */
    private static boolean leadsOut(String path) {
        String plain = path.replace('\\', '/');
        boolean absolute = plain.startsWith("/")
                || plain.startsWith("~")
                || DRIVE.matcher(plain).matches();
        return absolute || ("/" + plain + "/").contains("/../");
    }

    private static void reportOutside(Fields step, Text file) {
        step.findings()
                .add(
                        LoadRule.SCHEMA_FILE_OUTSIDE,
                        file.span(),
                        "`" + Words.excerpt(file.value()) + "` leads out of the folder of the map",
                        "Write the path from there on, such as `agents/scorer.yaml`, without `..`.");
    }

    private int last() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).order().value();
    }

    private static Optional<Integer> number(Text key) {
        return key.value().matches("\\d{1,9}") ? Optional.of(Integer.valueOf(key.value())) : Optional.empty();
    }
}

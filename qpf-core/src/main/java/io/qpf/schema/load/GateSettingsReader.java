package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.GateSettings;
import io.qpf.schema.GateSettings.SignOff;
import io.qpf.schema.GateSettings.Threshold;
import io.qpf.source.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code gates}: {@code gate: value} or {@code gate: {value, reason}}, also below an agent; and {@code sign_offs}. */
final class GateSettingsReader {
    private static final String GATES = "gates";
    private static final String AGENTS = "agents";
    private static final String SIGN_OFFS = "sign_offs";
    private static final String VALUE = "value";

    private GateSettingsReader() {}

    static GateSettings read(Fields root) {
        List<Threshold> thresholds = new ArrayList<>();
        Fields gates = root.child(GATES);
        addThresholds(gates, Optional.empty(), thresholds);
        Fields agents = gates.child(AGENTS);
        for (Entry entry : agents.entries()) {
            addThresholds(agents.child(entry.key().value()), Optional.of(entry.key()), thresholds);
        }
        return new GateSettings(thresholds, signOffs(root));
    }

    private static void addThresholds(Fields fields, Optional<Text> agent, List<Threshold> thresholds) {
        for (Entry entry : fields.entries()) {
            String gate = entry.key().value();
            if (agent.isEmpty() && gate.equals(AGENTS)) {
                continue;
            }
            if (!GateWords.isKnown(entry.key())) {
                fields.has(gate);
                fields.values().reportNotIn(entry.key(), GATES, GateWords.besides(fields.entries()));
                continue;
            }
            boolean isMapping = fields.isMapping(gate);
            Fields place = isMapping ? fields.child(gate) : fields;
            Optional<Text> reason = isMapping ? place.text("reason") : Optional.empty();
            String key = isMapping ? VALUE : gate;
            Optional<Datum> value = place.datum(key);
            if (value.isEmpty()) {
                place.reportMissing(key, "Give the threshold as a number.");
            }
            value.flatMap(it -> fields.values().number(it, place.pathOf(key)))
                    .ifPresent(it -> thresholds.add(new Threshold(entry.key(), agent, it, reason)));
        }
    }

    private static List<SignOff> signOffs(Fields root) {
        List<SignOff> signOffs = new ArrayList<>();
        for (Datum item : root.items(SIGN_OFFS)) {
            root.values().mapping(item, SIGN_OFFS).ifPresent(it -> {
                Fields fields = root.item(SIGN_OFFS, it);
                Optional<Text> sentence = fields.required("item", "Repeat the sentence that is signed.");
                Optional<Text> by = fields.required("by", "Say who vouches for it.");
                Optional<Text> on = fields.text("on");
                on.filter(day -> !isDate(day.value())).ifPresent(day -> reportNoDate(fields, day));
                Optional<Text> note = fields.text("note");
                if (sentence.isPresent() && by.isPresent()) {
                    signOffs.add(new SignOff(sentence.get(), by.get(), on, note));
                }
            });
        }
        return signOffs;
    }

    private static boolean isDate(String day) {
        try {
            return LocalDate.parse(day.strip()).getYear() > 0;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    private static void reportNoDate(Fields signOff, Text day) {
        signOff.findings()
                .add(
                        LoadRule.WRONG_TYPE,
                        day.span(),
                        "`" + signOff.pathOf("on") + "` should be a date, and is `" + Words.excerpt(day.value()) + "`",
                        "Write year, month and day, such as 2026-03-01.");
    }
}

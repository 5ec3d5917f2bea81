package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.Governance;
import io.qpf.schema.Governance.Threshold;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code governance}. */
final class GovernanceReader {
    /** How an item begins that is a sentence of its own: {@code Auto-escalate if: …}. */
    private static final Pattern OPENING =
            Pattern.compile("[^.,;:<>=]{0,160}?\\b(?:if|when|whenever|unless)\\b", Pattern.CASE_INSENSITIVE);

    static final List<String> MODES = List.of(
            "hybrid",
            "autonomous",
            "supervised",
            "manual",
            "advisory",
            "centralized",
            "decentralized",
            "federated",
            "strict",
            "human_in_the_loop",
            "human_on_the_loop",
            "controlled_autonomy",
            "full_autonomy");

    private final Fields section;

    private GovernanceReader(Fields section) {
        this.section = section;
    }

    static Governance read(Fields section) {
        return new GovernanceReader(section).governance();
    }

    private Governance governance() {
        Optional<Located<Boolean>> override = section.flag("humanoverride");
        override.filter(it -> !it.value())
                .ifPresent(it -> section.findings()
                        .add(
                                LoadRule.NO_OVERRIDE,
                                it.span(),
                                "People cannot override this agent (`humanoverride: false`)",
                                ""));
        return new Governance(
                section.span(),
                anchors(),
                mode(),
                override,
                section.text("complianceauditor"),
                escalationPolicy(),
                section.texts("auditscope"),
                thresholds());
    }

    private List<Text> anchors() {
        String hint = "List at least one person or body that decides, such as `- Harbour Master`.";
        if (section.datum("anchors").isEmpty()) {
            section.reportMissing("anchors", hint);
        }
        List<Datum> items = section.items("anchors");
        if (items.isEmpty()
                && section.datum("anchors")
                        .filter(Datum.Sequence.class::isInstance)
                        .isPresent()) {
            section.findings()
                    .add(
                            LoadRule.NO_ANCHORS,
                            section.entry("anchors").orElseThrow().key().span(),
                            "The agent has no governance anchor, so nobody decides when it escalates",
                            hint);
        }
        return items.stream().flatMap(it -> anchor(it).stream()).toList();
    }

    private List<Text> anchor(Datum item) {
        if (item instanceof Datum.Mapping mapping && Values.pair(item).isEmpty()) {
            return section.item("anchors", mapping).required("name", "Name the anchor.").stream()
                    .toList();
        }
        return section.values().texts(new Datum.Sequence(List.of(item), item.span()), section.pathOf("anchors"));
    }

    private Text mode() {
        if (section.datum("mode").isEmpty()) {
            section.reportMissing("mode", "Write `mode: hybrid`, or another of: " + String.join(", ", MODES) + ".");
        }
        return section.oneOf("mode", MODES).orElseGet(() -> new Text("", section.span()));
    }

    /** Conditions in a list mean the same as conditions between commas, and those with a lead of their own as sentences. */
    private Optional<Text> escalationPolicy() {
        Optional<Datum> given = section.datum("escalationpolicy");
        if (given.isPresent() && given.get() instanceof Datum.Sequence sequence) {
            String joined = "";
            for (Text item : section.texts("escalationpolicy")) {
                joined = joined.isEmpty() ? item.value() : joined + between(joined, item.value()) + item.value();
            }
            return joined.isEmpty() ? Optional.empty() : Optional.of(new Text(joined, sequence.span()));
        }
        return section.text("escalationpolicy");
    }

    private static String between(String before, String item) {
        if (before.endsWith(".")) {
            return " ";
        }
        return OPENING.matcher(item).lookingAt() ? ". " : ", ";
    }

    private List<Threshold> thresholds() {
        List<Threshold> thresholds = new ArrayList<>();
        Fields given = section.child("thresholds");
        for (Entry entry : given.entries()) {
            given.required(entry.key().value(), "Give the threshold a number.")
                    .ifPresent(it -> thresholds.add(new Threshold(entry.key(), it)));
        }
        return thresholds;
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The twelve mandatory sections of v6. */
final class Sections {
    static final List<String> MANDATORY = List.of(
            "system",
            "integration",
            "governance",
            "memorytopology",
            "communicationstack",
            "reasoningengine",
            "collaborationnetwork",
            "learningsystem",
            "worldmodelintegration",
            "cursorinstructions",
            "deployment",
            "metadata");

    /** Sections with keys that they must have: where these are missing there is an error anyway. */
    private static final List<String> WITH_DUTIES = List.of("system", "governance", "cursorinstructions");

    /** Other keys of the top level, which no mandatory section was meant by. */
    private static final List<String> OTHERS = List.of(
            "title",
            "purpose",
            "summary",
            "description",
            "version",
            "created",
            "owner",
            "module",
            "name",
            "role",
            "rootpath",
            "packetrouting",
            "reasoningpipeline",
            "governancefeedbackcycle",
            "bindings",
            "contracts");

    private Sections() {}

    /** Each missing section is one error: at its misspelt name if there is one, else at the start of the file. */
    static void check(Fields root) {
        Map<String, String> misspelt = misspelt(root);
        for (String section : MANDATORY) {
            Optional<Entry> given = root.entry(section);
            if (given.isPresent()) {
                boolean silent = given.get().value() instanceof Datum.Mapping && !WITH_DUTIES.contains(section);
                given.filter(it -> isEmpty(it.value()) && !silent).ifPresent(it -> reportEmpty(root, it.key()));
            } else if (misspelt.containsKey(section)) {
                Text name = root.entry(misspelt.get(section)).orElseThrow().key();
                root.findings()
                        .add(LoadRule.MISSPELT_REQUIRED
                                .at(
                                        name.span(),
                                        "The mandatory section `" + section + "` is missing, and `" + name
                                                + "` is unknown",
                                        "Did you mean `" + section + "`? " + renaming(root, name, section))
                                .fixedBy(renamed(root, name, section)));
            } else {
                MisplacedSection.find(root, section)
                        .ifPresentOrElse(it -> reportMisplaced(root, it, section), () -> reportMissing(root, section));
            }
        }
    }

    /** Two sections that mean one are renamed to two of one name, if nobody says that they are one. */
    private static String renaming(Fields root, Text name, String section) {
        String others = others(root, name.value(), section).stream()
                .map(it -> "`" + it + "` of line " + it.span().start().line())
                .collect(Collectors.joining(" and "));
        return others.isEmpty() ? "Rename it." : "Rename it, and put what stands below " + others + " under it.";
    }

    /** What is near to the name of a section as well. */
    private static List<Text> others(Fields root, String name, String section) {
        return root.entries().stream()
                .map(Entry::key)
                .filter(it -> !it.value().equals(name))
                .filter(it -> !MANDATORY.contains(it.value()) && !OTHERS.contains(it.value()))
                .filter(it -> Suggest.nearest(it.value(), Stream.of(section)).isPresent())
                .toList();
    }

    /** The keys that findings of {@link #check} speak of. */
    static List<String> misspellings(Fields root) {
        List<String> all = new ArrayList<>();
        misspelt(root).forEach((section, name) -> {
            all.add(name);
            others(root, name, section).forEach(it -> all.add(it.value()));
        });
        return all;
    }

    private static void reportMissing(Fields root, String section) {
        root.findings()
                .add(
                        LoadRule.NO_SECTION,
                        root.span().file().start(),
                        "The mandatory section `" + section + "` is missing",
                        "Add it, such as `" + SectionExamples.of(section) + "`.");
    }

    private static void reportMisplaced(Fields root, MisplacedSection it, String section) {
        root.findings().explain(it.key().span());
        root.findings()
                .add(LoadRule.MISPLACED
                        .at(
                                it.key().span(),
                                "The mandatory section `" + section + "` stands inside `" + it.parent() + "`",
                                "Move it to the margin, beside `" + it.parent() + "`.")
                        .fixedBy(it.fix(section)));
    }

    /** Missing sections and the keys that were probably meant as them. */
    static Map<String, String> misspelt(Fields root) {
        Map<String, String> misspelt = new LinkedHashMap<>();
        List<String> missing =
                MANDATORY.stream().filter(it -> root.entry(it).isEmpty()).toList();
        for (Entry entry : root.entries()) {
            String name = entry.key().value();
            if (!MANDATORY.contains(name) && !OTHERS.contains(name)) {
                Suggest.nearest(name, missing.stream()).ifPresent(it -> misspelt.putIfAbsent(it, name));
            }
        }
        return misspelt;
    }

    /** Two sections that mean one are for people to merge. */
    private static Optional<Fix> renamed(Fields root, Text name, String section) {
        boolean alone = root.entries().stream()
                        .filter(it -> Suggest.sure(it.key().value(), Stream.of(section))
                                .isPresent())
                        .count()
                == 1;
        return Suggest.sure(name.value(), MANDATORY.stream())
                .filter(it -> alone && it.equals(section))
                .flatMap(it -> Fix.spelling(name, it));
    }

    private static boolean isEmpty(Datum section) {
        return Values.isNothing(section)
                || (section instanceof Datum.Mapping mapping
                        && mapping.entries().isEmpty());
    }

    /**
     * Warns of sections of which every reader got nothing, whether they are empty or hold only what QPF does not know. To be
     * asked once they are read.
     */
    static void checkSilent(Fields root) {
        for (String section : MANDATORY) {
            if (!WITH_DUTIES.contains(section) && root.saysNothing(section)) {
                root.findings()
                        .add(
                                LoadRule.SAYS_NOTHING,
                                root.entry(section).orElseThrow().key().span(),
                                "The mandatory section `" + section + "` says nothing that QPF knows",
                                "Fill in its keys, or let it say that there is nothing, such as `connectto: []` under"
                                        + " integration.");
            }
        }
    }

    private static void reportEmpty(Fields root, Text key) {
        root.findings()
                .add(
                        LoadRule.NO_SECTION,
                        key.span(),
                        "The mandatory section `" + key + "` is empty",
                        "Fill in its keys, such as `" + SectionExamples.of(key.value()) + "`.");
    }
}

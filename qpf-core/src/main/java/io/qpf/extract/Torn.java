package io.qpf.extract;

import io.qpf.collection.LinkRule;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.policy.PolicyRule;
import io.qpf.source.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a collection that could be read in part or not at all, and what is certain about the others all the same: one bad
 * file hides no error of another, and what only follows from it is no error of its own.
 *
 * @param files their paths
 * @param agents those that torn schemas describe, as far as their names could be read
 * @param namesLost whether a name that nobody seems to have may stand in what could not be read
 * @param glue the path of the glue; empty if there is none
 */
record Torn(Set<String> files, List<String> agents, boolean namesLost, String glue) {
    /** What a text says about itself, whoever else there is. */
    private static final Set<String> CERTAIN = Set.of(
            PolicyRule.BAD_NUMBER.id(),
            PolicyRule.NEVER_HOLDS.id(),
            PolicyRule.UNREADABLE.id(),
            PolicyRule.TOO_MANY.id());

    /** What holds only if all agents, aliases and externals are known: who there is, and who has which number. */
    private static final Set<String> OF_ALL = Set.of(
            LinkRule.UNKNOWN_AGENT.id(),
            LinkRule.NO_SCHEMA.id(),
            LinkRule.NOT_IN_MAP.id(),
            LinkRule.UNKNOWN_END.id(),
            LinkRule.MODULE_UNKNOWN.id(),
            "QPF-CON-202",
            "QPF-DEP-202");

    /** Warnings and notes of a text about itself. */
    private static final Set<String> CERTAIN_NOTES =
            Set.of(PolicyRule.PROSE.id(), PolicyRule.THOUSANDTHS.id(), PolicyRule.COUNTED.id(), PolicyRule.ALL_OF.id());

    /** Warnings and notes for which a rule looks at one file alone, so that no other one can take them back. */
    private static final Set<String> OF_ONE = Set.of(
            LinkRule.NAME_NEAR.id(),
            "QPF-CON-211",
            "QPF-CON-214",
            "QPF-CON-216",
            "QPF-CON-217",
            "QPF-CON-218",
            "QPF-CON-219",
            "QPF-DEP-217",
            "QPF-GOV-302",
            "QPF-GOV-304",
            "QPF-GOV-305",
            "QPF-GOV-306",
            "QPF-GOV-307",
            "QPF-GOV-308",
            "QPF-GOV-309",
            "QPF-GOV-310",
            "QPF-GOV-311",
            "QPF-PRF-001",
            "QPF-PRF-004",
            "QPF-PRF-005",
            "QPF-STR-204",
            "QPF-STR-207",
            "QPF-STR-208",
            "QPF-STR-209",
            "QPF-TYP-201");

    Torn {
        files = Set.copyOf(files);
        agents = List.copyOf(agents);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The findings that stay, whatever stands in the torn files. Warnings that others could take back wait until they are mended. */
    Diagnostics certain(Diagnostics found) {
        List<Diagnostic> certain = found.all().stream().filter(this::isCertain).toList();
        return new Diagnostics(certain);
    }

    private boolean isCertain(Diagnostic it) {
        if (it.severity() != Severity.ERROR) {
            return CERTAIN_NOTES.contains(it.rule()) || (OF_ONE.contains(it.rule()) && !isAboutTorn(it));
        }
        if (CERTAIN.contains(it.rule())) {
            return true;
        }
        boolean ofAll = namesLost && OF_ALL.contains(it.rule());
        // Whether a threshold that the glue names has its number is up to each schema.
        boolean ofEach = it.rule().equals(PolicyRule.NO_NUMBER.id()) && isIn(it.span(), glue);
        return !ofAll && !ofEach && !isAboutTorn(it);
    }

    private boolean isAboutTorn(Diagnostic it) {
        return files.contains(it.span().file().path())
                || it.related().stream()
                        .anyMatch(other -> files.contains(other.span().file().path()))
                || agents.stream().anyMatch(name -> isNamed(name, it.message()));
    }

    private static boolean isIn(Span span, String path) {
        return span.file().path().equals(path);
    }

    private static boolean isNamed(String agent, String message) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(agent) + "(?!\\w)")
                .matcher(message)
                .find();
    }
}

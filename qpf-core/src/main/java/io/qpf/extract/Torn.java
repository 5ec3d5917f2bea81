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

    Torn {
        files = Set.copyOf(files);
        agents = List.copyOf(agents);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The errors among findings that stay, whatever stands in the torn files. Warnings can wait until they are mended. */
    Diagnostics certain(Diagnostics found) {
        List<Diagnostic> certain = found.all().stream().filter(this::isCertain).toList();
        return new Diagnostics(certain);
    }

    private boolean isCertain(Diagnostic it) {
        if (it.severity() != Severity.ERROR || CERTAIN.contains(it.rule())) {
            return it.severity() == Severity.ERROR;
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

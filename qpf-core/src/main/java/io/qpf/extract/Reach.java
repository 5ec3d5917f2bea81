package io.qpf.extract;

import io.qpf.collection.LinkRule;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;
import io.qpf.plan.PlanRule;
import io.qpf.policy.PolicyRule;
import io.qpf.review.ReviewRule;
import io.qpf.rules.Rules;
import io.qpf.schema.load.LoadRule;
import java.util.HashSet;
import java.util.Set;

/**
 * How far a run came with all of its input, the least first. A rule of what lies beyond looked at a part or at nothing, so that its
 * silence says nothing: it did not pass.
 */
public enum Reach {
    /** Something could not be read, so nobody knows what stands there. */
    PARTS,
    /** All was read; something is wrong or could not be linked, so nobody knows what follows from it. */
    READ,
    /** All was linked; something could not be planned. */
    LINKED,
    /** Nothing was left out. */
    ALL;

    /** Errors that no syntax shows and that all the same hide what stands below: a section by another name is not read. */
    private static final Set<String> HIDING = Set.of(LoadRule.MISSPELT_REQUIRED.id(), LoadRule.MISPLACED.id());

    /** How far loading came, by what it found. */
    static Reach ofLoading(Diagnostics found) {
        boolean hidden = found.all().stream()
                .anyMatch(it -> it.severity() == Severity.ERROR
                        && (it.rule().startsWith("QPF-SYN-") || HIDING.contains(it.rule())));
        // A value of the wrong kind is as good as absent for whatever looks at it later.
        return hidden ? PARTS : found.hasErrors() ? READ : ALL;
    }

    /** As far as both came. */
    Reach and(Reach other) {
        return compareTo(other) < 0 ? this : other;
    }

    /** The rules that could not look at all they are about. */
    Set<String> undecided() {
        Set<String> undecided = new HashSet<>();
        if (this == PARTS) {
            add(undecided, LoadRule.values());
        }
        if (this == PARTS || this == READ) {
            add(undecided, PolicyRule.values());
            add(undecided, LinkRule.values());
            Rules.ALL.forEach(it -> undecided.add(it.info().id()));
        }
        if (this != ALL) {
            add(undecided, PlanRule.values());
            undecided.add(ExtractRule.BAD_TEMPLATE.id());
            undecided.add(ExtractRule.NO_MAPPING.id());
            undecided.add(ExtractRule.OTHER_PACK.id());
            // What an allowance is good for shows only once everything was looked at.
            undecided.add(ReviewRule.UNUSED.id());
        }
        return undecided;
    }

    private static void add(Set<String> undecided, StageRule... rules) {
        for (StageRule rule : rules) {
            undecided.add(rule.id());
        }
    }
}

package io.qpf.diagnostics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run looked at, and what it found.
 *
 * @param findings what counts
 * @param allowed what was found and does not count, with the reason
 * @param rules everything that is looked at, by layer
 * @param undecided those of them that could not look at all they are about, since something could not be read or linked: that they
 *     found nothing says nothing
 * @param failOn which findings fail the build
 */
public record Report(
        Diagnostics findings, List<Allowed> allowed, List<RuleInfo> rules, Set<String> undecided, FailOn failOn) {
    /**
     * A finding that does not count.
     *
     * @param reason why, in the words of whoever decided so
     * @param inSource whether that stands in the file, and not in a baseline
     */
    public record Allowed(Diagnostic finding, String reason, boolean inSource) {}

    /**
     * The rules of one layer.
     *
     * @param passed how many of them looked at everything and found nothing
     * @param undecided how many found nothing and could not look at everything
     */
    public record Tally(Layer layer, int rules, int passed, int undecided, Diagnostics findings) {}

    public Report {
        allowed = List.copyOf(allowed);
        rules = List.copyOf(rules);
        undecided = Set.copyOf(undecided);
    }

    /** Whether a finding fails the build. */
    public boolean fails(Diagnostic finding) {
        return failOn.isReachedBy(finding.severity());
    }

    /** What was found by one rule. */
    public List<Diagnostic> of(RuleInfo rule) {
        return findings.all().stream().filter(it -> it.rule().equals(rule.id())).toList();
    }

    /** Whether a rule neither found anything nor looked at everything. */
    public boolean leavesOpen(RuleInfo rule) {
        return undecided.contains(rule.id()) && of(rule).isEmpty();
    }

    /** How many rules looked at everything and found nothing. */
    public int passed() {
        return tallies().stream().mapToInt(Tally::passed).sum();
    }

    /** How many rules found nothing and could not look at everything. */
    public int open() {
        return tallies().stream().mapToInt(Tally::undecided).sum();
    }

    /** Layer by layer, those that have rules. */
    public List<Tally> tallies() {
        Set<String> found = new HashSet<>();
        findings.all().forEach(it -> found.add(it.rule()));
        List<Tally> tallies = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            List<RuleInfo> own =
                    rules.stream().filter(it -> it.layer() == layer).toList();
            Set<String> ids = new HashSet<>();
            own.forEach(it -> ids.add(it.id()));
            List<RuleInfo> silent =
                    own.stream().filter(it -> !found.contains(it.id())).toList();
            int open = (int)
                    silent.stream().filter(it -> undecided.contains(it.id())).count();
            Diagnostics ofLayer = new Diagnostics(findings.all().stream()
                    .filter(it -> ids.contains(it.rule()))
                    .toList());
            if (!own.isEmpty()) {
                tallies.add(new Tally(layer, own.size(), silent.size() - open, open, ofLayer));
            }
        }
        return tallies;
    }
}

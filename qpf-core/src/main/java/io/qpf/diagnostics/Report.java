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
 * @param rules everything that was looked at, by layer
 * @param failOn which findings fail the build
 */
public record Report(Diagnostics findings, List<Allowed> allowed, List<RuleInfo> rules, FailOn failOn) {
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
     * @param passed how many of them found nothing
     */
    public record Tally(Layer layer, int rules, int passed, Diagnostics findings) {}

    public Report {
        allowed = List.copyOf(allowed);
        rules = List.copyOf(rules);
    }

    /** Whether a finding fails the build. */
    public boolean fails(Diagnostic finding) {
        return failOn.isReachedBy(finding.severity());
    }

    /** What was found by one rule. */
    public List<Diagnostic> of(RuleInfo rule) {
        return findings.all().stream().filter(it -> it.rule().equals(rule.id())).toList();
    }

    /** How many rules found nothing. */
    public int passed() {
        return tallies().stream().mapToInt(Tally::passed).sum();
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
            int passed =
                    (int) own.stream().filter(it -> !found.contains(it.id())).count();
            Diagnostics ofLayer = new Diagnostics(findings.all().stream()
                    .filter(it -> ids.contains(it.rule()))
                    .toList());
            if (!own.isEmpty()) {
                tallies.add(new Tally(layer, own.size(), passed, ofLayer));
            }
        }
        return tallies;
    }
}

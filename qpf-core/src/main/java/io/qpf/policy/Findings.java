package io.qpf.policy;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is to be said about one policy text. */
final class Findings {
    private final Use use;
    private final List<Diagnostic> all = new ArrayList<>();

    Findings(Use use) {
        this.use = use;
    }

    Diagnostics all() {
        return new Diagnostics(all);
    }

    void prose(Text words) {
        all.add(PolicyRule.PROSE.at(
                use.mustFire() ? Severity.WARNING : Severity.INFO,
                words.span(),
                "this part of the " + use.word() + " is prose, not a condition: kept as text, it never fires",
                use.mustFire()
                        ? "write an event as one word (drift_detected) or a comparison (drift > 0.2)"
                        : "to make it fire, write ids or comparisons behind a lead such as `Auto-escalate if:`"));
    }

    void missingThreshold(Span place, String metric, String named, Thresholds given) {
        String meant = Suggest.nearest(metric, given.names())
                .map(it -> "is `" + it + "` under governance.thresholds meant? Otherwise ")
                .orElse("");
        all.add(PolicyRule.NO_NUMBER.at(
                place,
                "`" + metric + "` is compared with the named threshold `" + named
                        + "`, which has no number: the condition can never fire",
                meant + "add `" + metric + ": <number>` under governance.thresholds"));
    }

    void badThreshold(Thresholds.Named threshold) {
        all.add(PolicyRule.BAD_NUMBER.at(
                threshold.value().span(),
                "the threshold `" + threshold.name() + "` is no number that QPF can read",
                "write a plain number with an optional unit, such as 0.7, 500ms, 5% or $250,000"));
    }

    void neverHolds(Span place) {
        all.add(PolicyRule.NEVER_HOLDS.at(
                place,
                "no value satisfies this conjunction: the condition can never fire",
                "turn one comparison round, or join them by OR"));
    }

    /** A comparison that cannot be read whole. In a function it only counts, elsewhere it would never fire. */
    void unreadable(Span place, String problem, String hint) {
        all.add(PolicyRule.UNREADABLE.at(
                use == Use.FUNCTION ? Severity.WARNING : Severity.ERROR, place, problem, hint));
    }

    /** A comparison with words behind its number: a policy for people may say so, a trigger may not. */
    void tail(Span place, String tail, Optional<String> meant) {
        boolean grave = use.mustFire() || (meant.isPresent() && use != Use.FUNCTION);
        all.add(PolicyRule.UNREADABLE.at(
                grave ? Severity.ERROR : Severity.WARNING,
                place,
                "`" + tail + "` behind the number is no unit, so this comparison cannot be compiled",
                meant.map(it -> "did you mean `" + it + "`? ").orElse("")
                        + "a comparison is a name, a sign and a number with a unit (ms, s, min, h, %, USD);"
                        + " join several by AND, OR or commas"));
    }

    void foreign(Span place, String written, Optional<String> meant) {
        unreadable(
                place,
                "`" + written + "` is no number that a condition can hold",
                meant.map(it -> "write `" + it
                                + "`: the point parts the fraction, the comma groups thousands or parts alternatives")
                        .orElse("write it in decimal digits, with a point for fractions and an exponent of two digits"
                                + " at the most, such as 16, 0.5 or 2e6"));
    }

    /** A function such as {@code max(latency)}: what stands in the brackets would get lost. */
    void called(Slice words, String inside, String letters) {
        String name = Identifiers.snake(letters.substring(0, words.value().indexOf('(')));
        unreadable(
                words.span(),
                "conditions do not calculate, so `" + words.asText() + "` has no value",
                "measure it under a name of its own"
                        + (inside.isEmpty() ? "" : ", such as `" + inside + "_" + name + "`")
                        + "; an explanation stands behind a blank");
    }

    void sentenceAsEvent(Span place, String event, Optional<String> meant) {
        all.add(PolicyRule.SENTENCE_AS_NAME.at(
                // A number is there to be compared with, so an event is hardly what was meant.
                Telling.holdsNumber(event) ? Severity.WARNING : Severity.INFO,
                place,
                "this is read as the event `" + event + "`: it fires only where domain code reports that name",
                meant.map(it -> "to compare, write `" + it + "`; otherwise ")
                                .orElse("compare a metric with a number (`occupancy > 95%`), join by AND or OR in"
                                        + " capitals, or ")
                        + "write the event as one plain word"));
    }

    void sentenceAsMetric(Span place, String metric) {
        all.add(PolicyRule.SENTENCE_AS_NAME.at(
                place,
                "this is read as the metric `" + metric + "`: it fires only where that name is measured",
                "write the name of the metric alone before the sign, and join conditions by AND or OR in capitals"));
    }

    void restricted(Span place, String word) {
        unreadable(
                place,
                word.equals("and")
                        ? "a comma means \"or\" and `and` means both, so this can be read in two ways"
                        : "`" + word + "` restricts the condition before it, which is compiled without that",
                word.equals("and")
                        ? "write AND without the comma where both must hold, or a comma alone where one is enough"
                        : "say what must hold and join it by AND: `confidence < 0.6 AND approval_missing`");
    }

    /** {@code Escalate unless x > 3}: it fires where the comparison does not hold, and nobody turns it round. */
    void turnedRound(Span place) {
        unreadable(
                place,
                "`unless` turns round what stands behind it, so nothing of this is compiled",
                "say when it must fire: `Escalate if confidence < 0.9` for `unless confidence >= 0.9`");
    }

    /** {@code x >= 3 or more}: the sign says it already, or says something else. */
    void saidTwice(Span place, String tail, String compared) {
        unreadable(
                place,
                "`" + tail + "` behind the number says again, or otherwise, what the sign says",
                "leave it out: the sign alone says it, as in `" + compared + "`");
    }

    void thousandths(Span place, String point, Quantity read) {
        String unit = read.unit().isEmpty() ? "" : " " + read.unit();
        all.add(PolicyRule.THOUSANDTHS.at(
                place,
                "`" + point + "` is the decimal point, so this number is "
                        + read.value().toPlainString() + unit,
                "write a point for a fraction (1.5) or a comma for thousands (1,500)"));
    }

    void counted(Span place, String unit) {
        all.add(PolicyRule.COUNTED.at(
                place,
                "`" + unit + "` is no unit that QPF knows: the number is compared as it stands",
                "known units are ns, us, ms, s, min, h, days, weeks, %, percent and currencies"));
    }

    void allOf(Span place) {
        all.add(PolicyRule.ALL_OF.at(
                place,
                "the lead asks for all of these, but a comma means \"or\"",
                "join conditions that must hold together by AND"));
    }

    void tooMany(Span place, int count) {
        all.add(PolicyRule.TOO_MANY.at(
                place,
                "the text holds " + count + " alternatives, more than " + Compiler.MOST,
                "split it into several triggers, or raise one event for a group of them"));
    }
}

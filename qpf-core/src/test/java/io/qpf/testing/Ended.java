package io.qpf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what a finding advises ends it, and begins no other one. */
public final class Ended {
    /** Rules about keys by which QPF does not know what stands below them. */
    private static final Set<String> KEYS = Set.of("QPF-STR-002", "QPF-STR-003", "QPF-STR-018");

    private Ended() {}

    /**
     * Holds the findings after a fix to those before it.
     *
     * @param fixed one that carries the fix which was made, and no other one
     */
    public static void check(Diagnostic fixed, Diagnostics before, Diagnostics after) {
        Map<String, Long> old = counted(before.all());
        Map<String, Long> now = counted(after.all());
        assertThat(now.getOrDefault(key(fixed), 0L))
                .as("%s is mended: %s", fixed.span(), after.all())
                .isLessThan(old.getOrDefault(key(fixed), 0L));
        Map<String, Long> begun = counted(
                after.all().stream().filter(it -> !isUncovered(fixed, it)).toList());
        begun.forEach((key, count) -> assertThat(count)
                .as("mending %s adds nothing: %s", fixed.message(), key)
                .isLessThanOrEqualTo(old.getOrDefault(key, 0L)));
    }

    /**
     * What stands behind a mistake of syntax shows once it is mended, and what stands below a key that was unknown is read then:
     * that may give cause for warnings.
     */
    private static boolean isUncovered(Diagnostic fixed, Diagnostic other) {
        if (KEYS.contains(fixed.rule())) {
            return other.severity() != Severity.ERROR;
        }
        return fixed.rule().startsWith("QPF-SYN")
                && fixed.fix().map(Fix::edits).orElse(List.of()).stream().noneMatch(it -> isIn(it, other));
    }

    /** Whether a finding begins on the line of an edit, up to the end of what it puts there. */
    private static boolean isIn(Edit edit, Diagnostic other) {
        Position start = edit.span().start();
        Position end = new Position(start.line(), start.column() + edit.text().length() + 1);
        Position place = other.span().start();
        return place.line() == start.line() && place.compareTo(end) <= 0;
    }

    private static Map<String, Long> counted(List<Diagnostic> all) {
        return all.stream().map(Ended::key).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Lines move when others are put in. */
    private static String key(Diagnostic it) {
        return it.rule() + " " + it.message().replaceAll("[Ll]ines? \\d+", "line");
    }
}

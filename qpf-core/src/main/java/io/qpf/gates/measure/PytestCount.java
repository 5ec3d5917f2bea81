package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.gates.toolchain.ToolRun;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pytest itself says of a run, by its exit status and its last line. The journal's rows lie in files that a test can
 * reach: they count only while they say the same.
 */
final class PytestCount {
    private static final int SOME_FAILED = 1;
    private static final int NO_TESTS = 5;
    private static final Pattern LAST = Pattern.compile("(?:=+ )?(.+) in [0-9.]+s(?: \\([0-9:, day]+\\))?(?: =+)?");
    private static final Pattern COUNT =
            Pattern.compile("(?:^|, )([0-9]+) (passed|failed|errors?|skipped|xfailed|xpassed|deselected)\\b");

    private long passed;
    private long failed;

    private PytestCount() {}

    /** Why what was written of a run is not to be believed; empty if nothing speaks against it. */
    static Optional<String> doubt(ToolRun run, Collection<JsonNode> documents) {
        if (run.exit() == NO_TESTS) {
            return Optional.of("pytest found no tests");
        }
        if (run.exit() != 0 && run.exit() != SOME_FAILED) {
            String last = run.output().lines().filter(it -> !it.isBlank()).reduce("", (a, b) -> b);
            return Optional.of("pytest broke with exit " + run.exit() + ": " + last);
        }
        Optional<PytestCount> said = read(run.output());
        if (said.isEmpty()) {
            return Optional.of("pytest ended with exit " + run.exit() + " and did not say how many tests it ran");
        }
        return said.get().doubt(run.exit(), documents);
    }

    private Optional<String> doubt(int exit, Collection<JsonNode> documents) {
        long noted = 0;
        long notedFailed = 0;
        for (JsonNode document : documents) {
            for (JsonNode it : document.path("tests")) {
                String outcome = it.path("outcome").asText();
                noted += outcome.equals("passed") ? 1 : 0;
                notedFailed += outcome.equals("failed") ? 1 : 0;
            }
        }
        boolean anyFailed = exit == SOME_FAILED;
        if (noted > passed || anyFailed != notedFailed > 0 || anyFailed != failed > 0) {
            return Optional.of("pytest ended with exit " + exit + " and counts " + passed + " tests that passed and "
                    + failed + " that failed, its journal has " + noted + " and " + notedFailed);
        }
        return Optional.empty();
    }

    private static Optional<PytestCount> read(String output) {
        Optional<String> last = Optional.empty();
        for (String line : output.lines().toList()) {
            Matcher matcher = LAST.matcher(line);
            if (matcher.matches()) {
                last = Optional.of(matcher.group(1));
            }
        }
        return last.map(PytestCount::count);
    }

    private static PytestCount count(String line) {
        PytestCount count = new PytestCount();
        Matcher matcher = COUNT.matcher(line);
        while (matcher.find()) {
            long number = Long.parseLong(matcher.group(1));
            switch (matcher.group(2)) {
                case "passed", "xpassed" -> count.passed += number;
                case "failed", "error", "errors" -> count.failed += number;
                default -> {
                    // Neither passed nor failed: the journal has them as what they are, which is not passed.
                }
            }
        }
        return count;
    }
}

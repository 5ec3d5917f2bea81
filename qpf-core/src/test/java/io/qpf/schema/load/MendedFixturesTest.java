package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Severity;
import io.qpf.fix.Mender;
import io.qpf.source.SourceFile;
import io.qpf.testing.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file below {@code load/} that a safe fix exists for has what becomes of it beside it; the others stay as they are. With
 * {@code -Dqpf.updateGoldens} the mended files are written anew, and the test fails, so that somebody looks at them.
 */
class MendedFixturesTest {
    private static final int MOST_ROUNDS = 20;

    static List<Path> fixtures() throws IOException {
        return FixturesTest.fixtures();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void becomesWhatIsExpected(Path fixture) throws IOException {
        byte[] before = Files.readAllBytes(fixture);
        byte[] after = mended(fixture, before);
        Path golden = Path.of(fixture.toString().replaceFirst("yaml$", "mended"));
        boolean same = java.util.Arrays.equals(before, after);
        if (System.getProperty("qpf.updateGoldens") != null) {
            boolean known = same != Files.exists(golden)
                    && (same || java.util.Arrays.equals(Files.readAllBytes(golden), after));
            if (same) {
                Files.deleteIfExists(golden);
            } else {
                Files.write(golden, after);
            }
            assertThat(known).as("%s was written anew: look at it", golden).isTrue();
        }
        assertThat(after).isEqualTo(same ? before : Files.readAllBytes(golden));
        assertThat(Files.exists(golden)).as("%s", golden).isNotEqualTo(same);
        assertThat(errors(fixture, after)).isLessThanOrEqualTo(errors(fixture, before) == 0 ? 0 : Integer.MAX_VALUE);
    }

    /** Each fix for itself ends its finding and begins none, unless the check of mended files would not let it pass. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void eachFixEndsItsFinding(Path fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture);
        Diagnostics before = FixturesTest.load(fixture, bytes).diagnostics();
        for (Diagnostic finding : before.all()) {
            List<SourceFile> files =
                    Mender.mend(finding.fix().stream().toList()).files();
            if (!files.isEmpty()) {
                byte[] mended = files.get(0).text().getBytes(StandardCharsets.UTF_8);
                Ended.check(finding, before, FixturesTest.load(fixture, mended).diagnostics());
            }
        }
    }

    /** Round by round until nothing is left, which must come soon. */
    private static byte[] mended(Path fixture, byte[] before) throws IOException {
        byte[] bytes = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Fix> fixes = FixturesTest.load(fixture, bytes).diagnostics().all().stream()
                    .map(Diagnostic::fix)
                    .flatMap(Optional::stream)
                    .toList();
            List<SourceFile> files = Mender.mend(fixes).files();
            if (files.isEmpty()) {
                return bytes;
            }
            String mark = new String(bytes, StandardCharsets.UTF_8).startsWith("\ufeff") ? "\ufeff" : "";
            bytes = (mark + files.get(0).text()).getBytes(StandardCharsets.UTF_8);
        }
        throw new AssertionError(fixture + " finds something to mend again and again");
    }

    private static long errors(Path fixture, byte[] bytes) throws IOException {
        return FixturesTest.load(fixture, bytes).diagnostics().count(Severity.ERROR);
    }
}

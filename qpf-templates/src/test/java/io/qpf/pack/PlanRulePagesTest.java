package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.extract.Catalogue;
import io.qpf.extract.Extractor;
import io.qpf.extract.Request;
import io.qpf.testing.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only planning finds is what the pages say, with the real pack. */
class PlanRulePagesTest {
    @TempDir
    Path folder = Path.of("");

    static Stream<RuleInfo> rules() {
        return Catalogue.all().stream().filter(it -> it.id().matches("QPF-(DEP-10|STR-10|SYN-101|SYN-023|CON-10).*"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatThePageSays(RuleInfo rule) throws IOException {
        assertThat(Pages.isRunnable(rule)).isTrue();
        Pages.check(rule, folder, PlanRulePagesTest::findings);
    }

    private static Diagnostics findings(Path input) throws IOException {
        Request request = new Request(
                input.resolveSibling("."),
                input,
                input.resolve("out"),
                input.resolve("python"),
                input.resolve("templates"),
                1,
                false,
                false);
        return Extractor.validate(request).diagnostics();
    }
}

package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/language.md says of alerts is what becomes of them. */
class AlertsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.*)` \\| `(.*)` \\| `(.*)` \\|$");

    static List<String[]> rows() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        int start = page.indexOf("### Alerts");
        return ROW.matcher(page.substring(start, page.indexOf("\n## ", start)))
                .results()
                .map(it -> new String[] {it.group(1), it.group(2), it.group(3)})
                .toList();
    }

    @Test
    void thePageHasATable() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void becomesWhatThePageSays(String alert, String receiver, String condition) {
        List<Alarm> alarms = Conditions.alert(Texts.plain(alert), new Thresholds(List.of()))
                .value()
                .orElseThrow();

        assertThat(alarms).singleElement().satisfies(it -> {
            assertThat(it.receiver()).contains(receiver);
            assertThat(it.clause())
                    .isInstanceOfSatisfying(
                            Clause.Compiled.class,
                            compiled -> assertThat(Conditions.print(compiled.condition()))
                                    .isEqualTo(condition));
        });
    }
}

package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/language.md says of units is what conditions do. */
class UnitsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| .* \\| `(.*)` \\| `(.*)` \\|$");

    static List<String[]> rows() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        int start = page.indexOf("### Units of conditions");
        return ROW.matcher(page.substring(start, page.indexOf("\n## ", start)))
                .results()
                .map(it -> new String[] {it.group(1), it.group(2)})
                .toList();
    }

    @Test
    void thePageHasATable() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void becomesWhatThePageSays(String condition, String compared) {
        assertThat(described(condition)).containsExactly(compared);
    }

    /** Each word that the first column names is a unit of that row. */
    @Test
    void knowsEveryWordOfTheTable() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        int start = page.indexOf("### Units of conditions");
        List<String> words = Pattern.compile("(?m)^\\| (`.*?) \\| seconds \\|")
                .matcher(page.substring(start))
                .results()
                .map(MatchResult::group)
                .flatMap(it -> Pattern.compile("`(\\S+?)`").matcher(it).results())
                .map(it -> it.group(1))
                .toList();

        assertThat(words).hasSizeGreaterThan(20);
        assertThat(words)
                .allMatch(it ->
                        Units.find(it).map(unit -> unit.base().equals("s")).orElse(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"load > 5 for 2 hours", "age > 2 years", "age > 1 month"})
    void isNoComparison(String text) {
        Result<List<Clause>> result = Conditions.trigger(Texts.plain(text), new Thresholds(List.of()));

        assertThat(result.diagnostics().all()).isNotEmpty();
        assertThat(result.value().orElse(List.of())).noneMatch(Clause.Compiled.class::isInstance);
    }

    private static List<String> described(String text) {
        return Conditions.trigger(Texts.plain(text), new Thresholds(List.of())).value().orElseThrow().stream()
                .map(it ->
                        it instanceof Clause.Compiled compiled ? Conditions.print(compiled.condition()) : it.toString())
                .toList();
    }
}

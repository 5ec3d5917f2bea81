package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corrected line that a hint shows, written in place of the wrong one, ends the finding: the parser gets past that line. */
class ShownLinesTest {
    private static final Pattern SHOWN =
            Pattern.compile("(?:Write|[^`]*:) `(.+?)`(?:[.,;].*| with a blank.*| if it is a.*| on line.*)");
    private static final Pattern LINE = Pattern.compile("(?<!as )line (\\d+)");

    private static final String SOUND = """
        governance: {anchors: [Ada, "Bob, the elder"], mode: 'hybrid', scope: {a: [b, c], d: e}}
        memory:
          working: {store: redis, purpose: "Who: what", keys: [
            one,
            "two", {three: 3, four: [5, 6]}
          ], ttl: 1}
          episodic:
            - {name: x, path: /a/b, method: POST}
            - {name: y,
               path: '/b: c',
               method: GET}
        tags: [a,
          b (c), 'd']
        role: "Greets: people"
        list:
          - one
          - two: 2
            three: [3, three]
        end: it's over
        """;

    private record Shown(int line, String text) {}

    static List<Path> fixtures() throws IOException {
        return FixturesTest.fixtures().stream()
                .filter(it -> it.resolveSibling(".").normalize().endsWith("yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void lineThatAHintShowsEndsItsFinding(Path fixture) throws IOException {
        String text = new String(Files.readAllBytes(fixture), StandardCharsets.UTF_8);
        if (text.contains("\ufffd") || text.contains("\r")) {
            return;
        }
        SourceFile file = new SourceFile("a.yaml", text);
        for (Diagnostic finding : findings(file)) {
            shown(finding)
                    .ifPresent(it -> assertThat(findings(with(file, it)))
                            .as("%s, with `%s` on line %s", finding, it.text(), it.line())
                            .noneMatch(other -> isStill(finding, other, it)));
        }
    }

    /** Whoever forgets one of the signs that hold YAML together, writes it twice or another one, or indents a line otherwise. */
    @ParameterizedTest
    @MethodSource("slips")
    void lineThatIsShownForASlipEndsItsFinding(String slip) {
        SourceFile file = new SourceFile("a.yaml", slip);
        for (Diagnostic finding : findings(file)) {
            shown(finding)
                    .ifPresent(it -> assertThat(findings(with(file, it)))
                            .as("%s%n%s, with `%s` on line %s", slip, finding, it.text(), it.line())
                            .noneMatch(other -> isStill(finding, other, it)));
        }
    }

    static List<String> slips() {
        List<String> slips = new ArrayList<>();
        for (int at = 0; at < SOUND.length(); at++) {
            String before = SOUND.substring(0, at);
            String sign = SOUND.substring(at, at + 1);
            String after = SOUND.substring(at + 1);
            int pair = "[]{}\"'".indexOf(sign);
            if ("[]{},:\"'-".contains(sign)) {
                slips.add(before + after);
                slips.add(before + sign + sign + after);
            }
            if (pair >= 0) {
                slips.add(before + "{}[]'\"".charAt(pair) + after);
            }
            if (before.endsWith("\n")) {
                slips.add(before + " " + sign + after);
                slips.add(before + "\t" + sign + after);
                slips.add(before + after);
            }
        }
        return slips;
    }

    @Test
    void manyHintsShowALine() throws IOException {
        int shown = 0;
        for (Path fixture : fixtures()) {
            String text = new String(Files.readAllBytes(fixture), StandardCharsets.UTF_8);
            shown += (int) findings(new SourceFile("a.yaml", text)).stream()
                    .filter(it -> shown(it).isPresent())
                    .count();
        }
        assertThat(shown).isGreaterThan(40);
    }

    private static List<Diagnostic> findings(SourceFile file) {
        return DatumReader.read(file).diagnostics().all();
    }

    /** The finding itself, or another one that stands where it has led to; behind it on its line another mistake may show now. */
    private static boolean isStill(Diagnostic before, Diagnostic after, Shown shown) {
        Position old = before.span().start();
        Position now = after.span().start();
        boolean near = now.line() >= old.line() && now.line() <= Math.max(shown.line(), old.line()) + 1;
        return now.equals(old) || (near && !after.rule().equals(before.rule()));
    }

    private static Optional<Shown> shown(Diagnostic finding) {
        Matcher shown = SHOWN.matcher(finding.hint());
        if (finding.severity() != Severity.ERROR
                || finding.hint().matches(".*(?:begin it on|and below it).*")
                || !shown.matches()) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(finding.hint().substring(0, shown.start(1)));
        int number = finding.span().start().line();
        while (line.find()) {
            number = Integer.parseInt(line.group(1));
        }
        return Optional.of(new Shown(number, shown.group(1)));
    }

    private static SourceFile with(SourceFile file, Shown shown) {
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        String old = lines.get(shown.line() - 1);
        // Where tabs are in the way, the line is shown with the blanks that it needs.
        String indent = old.substring(0, Lines.indent(old)).contains("\t") ? "" : old.substring(0, Lines.indent(old));
        lines.set(shown.line() - 1, shown.text().startsWith(" ") ? shown.text() : indent + shown.text());
        return new SourceFile(file.path(), String.join("\n", lines) + "\n");
    }
}

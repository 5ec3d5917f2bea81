package io.qpf.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of two mistakes is what is found in its example with these two mistakes. */
class ReadmeMistakesTest {
    private static final Pattern BLOCK =
            Pattern.compile("`src/main/qpf/([\\w/-]+\\.yaml)`:\\n\\n```yaml\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder = Path.of("");

    @Test
    void showsMessagesAndHintsAsTheyAre() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String shown = readme.substring(readme.indexOf("### What a mistake looks like"));
        shown = shown.substring(0, shown.indexOf("\n#", 1));
        Path in = folder.resolve("src/main/qpf");
        Matcher block = BLOCK.matcher(readme);
        for (int files = 0; files < 2 && block.find(); files++) {
            Path file = in.resolve(block.group(1));
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(
                    file,
                    block.group(2)
                            .replace("\nmemorytopology:", "\nmemory_topology:")
                            .replace("complaints > 3", "complaints > threshold"));
        }

        List<Diagnostic> found = CatalogueTest.findings(in).all();

        assertThat(found).extracting(Diagnostic::rule).containsExactlyInAnyOrder("QPF-GOV-202", "QPF-STR-002");
        for (Diagnostic it : found) {
            assertThat(shown)
                    .contains("error[" + it.rule() + "] " + it.message() + "\n")
                    .contains(it.span().file().path().replaceFirst("^qpf/", "src/main/qpf/") + ":"
                            + it.span().start())
                    .contains("= hint: " + it.hint() + "\n");
        }
    }
}

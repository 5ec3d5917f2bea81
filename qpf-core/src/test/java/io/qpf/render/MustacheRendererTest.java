package io.qpf.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MustacheRendererTest {
    private static final TemplateSource TEMPLATES = TemplateSource.of(packed());

    private final Renderer renderer = new MustacheRenderer(TEMPLATES);

    private static Map<String, String> packed() {
        Path root = Path.of("src/test/resources/qpf-test/templates");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    record View(SchemaText title, List<PyIdentifier> items, PyExpr count, boolean flag, Optional<SchemaText> missing) {}

    private static View view(String title) {
        return new View(
                SchemaText.of(title),
                List.of(PyIdentifier.snake("a b"), PyIdentifier.snake("c")),
                PyExpr.number(3),
                true,
                Optional.empty());
    }

    @Test
    void indentsPartialsAndPrintsSafeText() {
        assertThat(renderer.render("sample.py", view("{{x}} \"<&\n"), Set.of("L9")))
                .isEqualTo("""
                        class A:
                            x = 1

                            y = '{{x}} "<&\\n'


                        NAME = '{{x}} "<&\\n'  # {{x}} "<&
                        a_b = 3
                        c = 3
                        NONE = None
                        """);
    }

    @Test
    void refusesRawText() {
        record Raw(String raw) {}
        assertThatThrownBy(() -> renderer.render("raw.txt", new Raw("x"), Set.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("'raw.txt.mustache' line 1")
                .hasMessageContaining("`raw` is a word that QPF goes by");
        assertThatThrownBy(() -> renderer.render("dot.txt", "text", Set.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("{{.}} is a word that QPF goes by");
    }

    @Test
    void namesTheMissingVariableAndItsPlace() {
        record Empty() {}
        assertThatThrownBy(() -> renderer.render("raw.txt", new Empty(), Set.of()))
                .hasMessage("template 'raw.txt.mustache' line 1: there is no variable `raw` here");
        assertThatThrownBy(() -> renderer.render("unknown.txt", view("x"), Set.of()))
                .hasMessage("template 'unknown.txt.mustache' line 3: `title` has no `nothing`");
        assertThatThrownBy(() -> renderer.render("nowhere.py", view("x"), Set.of()))
                .hasMessage("the pack has no template 'nowhere.py.mustache'");
    }

    @Test
    void staysInsideThePack() {
        assertThatThrownBy(() -> renderer.render("escape.txt", view("x"), Set.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("'../secret' leaves the pack");
        assertThatThrownBy(() -> renderer.render("/etc/passwd", view("x"), Set.of()))
                .isInstanceOf(RenderException.class);
    }

    @Test
    void prefersTheUsersFileOneByOne(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("part"));
        Files.writeString(folder.resolve("part/body.py.mustache"), "mine = {{count}}\r\n");
        Renderer overridden = new MustacheRenderer(TEMPLATES.overriddenBy(folder));
        assertThat(overridden.render("sample.py", view("x"), Set.of())).startsWith("class A:\n    mine = 3\n");
    }

    @Test
    void refusesOverridesThatLinkOutside(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("raw.txt.mustache"), elsewhere.resolve("secret"));
        Renderer overridden = new MustacheRenderer(TEMPLATES.overriddenBy(folder));
        assertThatThrownBy(() -> overridden.render("raw.txt", view("x"), Set.of()))
                .hasMessageContaining("links to a place outside its folder");
    }
}

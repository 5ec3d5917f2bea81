package io.qpf.pack.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Whatever a schema's prose holds, documents keep their shape and data its value. */
final class HostileTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PROSE = Pattern.compile("\"prose (\\d\\d)\"");
    private static final Pattern NUMBER = Pattern.compile("prose (\\d\\d)");
    private static final List<Integer> FREE_IN_MAP = List.of(3, 21);
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final List<String> HOSTILE = List.of(
            "</td></table><script>alert(1)</script>",
            "-->\n<img src=x onerror=alert(1)>",
            "<!-- a comment",
            "a | b || c \\| d",
            "line one\n\n# not a heading\n\n- not a list",
            "```\nnot code\n```",
            "~~~~ ````` `` ` tick",
            "[click](javascript:alert(1)) ![seen](https://example.org/x.png) <https://example.org>",
            "[ref]: https://example.org \"title\"",
            "*bold* _slant_ __init__ ~gone~ $x^2$ &lt;b&gt; &#60;",
            "{{agent.name}} {{{raw}}} {{> docs/readme.md}} {% x %}",
            "'; rm -rf / #' \"$(reboot)\" `reboot` \\",
            "1. one\n    indented\n===\n---\n+ plus",
            "\u202Eright to left\u202C zero\u200Bwidth \u2028 line",
            "\uD83D\uDE00 emoji, \u00E4\u00F6\u00FC, \u4F60\u597D",
            "yaml: [a, {b: c}] # comment\n? key\n!!python/object");

    @TempDir
    private static Path work;

    private static Map<String, String> plain = Map.of();

    @BeforeAll
    static void extract() throws IOException {
        plain = ExtractedFixture.of("full", work.resolve("plain"), UnaryOperator.identity())
                .documents();
    }

    /** Each run gives every piece of prose another text. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 11})
    void proseIsData(int shift) throws IOException {
        ExtractedFixture extraction =
                ExtractedFixture.of("full", work.resolve("hostile" + shift), it -> poisoned(it, shift));

        plain.forEach((path, text) -> {
            String poisoned = extraction.file(path);
            assertThat(Shape.of(poisoned)).as(path).isEqualTo(Shape.of(text));
            assertThat(poisoned.codePoints().filter(HostileTextTest::hidden))
                    .as(path)
                    .isEmpty();
        });
        Map<?, ?> configuration = new Yaml().load(extraction.file("full_config.yaml"));
        assertThat(configuration.get("communication"))
                .isEqualTo(
                        Map.of("primary", prose(11, shift), "protocol", prose(22, shift), "word_12", prose(23, shift)));
        assertThat(JSON.readTree(extraction.file("acme/manifests/full/server.json"))
                        .get("title")
                        .asText())
                .isEqualTo(prose(33, shift));
    }

    /** Controls, directions and line separators never stand raw in a file. */
    private static boolean hidden(int point) {
        int type = Character.getType(point);
        boolean control = type == Character.CONTROL && point != '\n';
        return control
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String prose(int number, int shift) {
        String hostile = HOSTILE.get((number + shift) % HOSTILE.size());
        // Where the lines of a value decide on its block, a single one keeps the shape.
        String text = FREE_IN_MAP.contains(number) ? hostile.replace('\n', ' ') : hostile;
        return String.format(Locale.ROOT, "prose %02d %s", number, text);
    }

    private static String poisoned(String yaml, int shift) {
        // Tests of the agent would only take time here.
        return PROSE.matcher(yaml.replace("generatetests: true", "generatetests: false"))
                .replaceAll(match -> Matcher.quoteReplacement(quoted(prose(Integer.parseInt(match.group(1)), shift))));
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A document as a reader's program sees it: its blocks in order, its links, and which prose stands in which block. */
    private static final class Shape extends AbstractVisitor {
        private final List<String> blocks = new ArrayList<>();

        static List<String> of(String markdown) {
            Shape shape = new Shape();
            Node document = MARKDOWN.parse(markdown);
            assertThat(document).isInstanceOf(Document.class);
            document.accept(shape);
            return shape.blocks;
        }

        @Override
        public void visit(Heading heading) {
            add("heading " + heading.getLevel(), heading);
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            add("item", item);
            visitChildren(item);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            blocks.add("code " + code.getInfo() + prose(code.getLiteral()));
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell cell) {
                add("cell", cell);
            }
            visitChildren(node);
        }

        @Override
        public void visit(Link link) {
            blocks.add("link " + link.getDestination());
        }

        @Override
        public void visit(Image image) {
            blocks.add("image " + image.getDestination());
        }

        @Override
        public void visit(HtmlBlock html) {
            blocks.add("html" + prose(html.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            blocks.add("inline html " + html.getLiteral());
        }

        private void add(String kind, Node node) {
            StringBuilder text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text literal) {
                    text.append(literal.getLiteral());
                }

                @Override
                public void visit(Code literal) {
                    text.append(literal.getLiteral());
                }
            });
            blocks.add(kind + prose(text.toString()));
        }

        private static String prose(String text) {
            Map<String, Integer> numbers = new TreeMap<>();
            NUMBER.matcher(text).results().forEach(it -> numbers.merge(it.group(1), 1, Integer::sum));
            return " " + numbers;
        }
    }
}

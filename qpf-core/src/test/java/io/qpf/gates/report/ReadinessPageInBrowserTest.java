package io.qpf.gates.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qpf.gates.Samples;
import io.qpf.testing.Chromium;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser: axe finds nothing, and nothing is wider than a phone. */
class ReadinessPageInBrowserTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Pattern CSP = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final Pattern RESULT = Pattern.compile("<pre id=\"result\">([^<]+)</pre>");

    /** A browser has no window as narrow as a phone, so that the page stands in a frame and tells the page around it. */
    private static final String FRAME = """
            <!DOCTYPE html><html lang="en"><head><meta name="color-scheme" content="light dark"><title>frame</title></head>
            <body style="margin:0"><iframe src="page.html" style="border:0;display:block;width:%dpx;height:%dpx"></iframe>
            <pre id="result"></pre><script>
            addEventListener("message", e => { document.getElementById("result").textContent = encodeURIComponent(e.data); });
            </script></body></html>
            """;

    private static final String CHECK = """
            <script src="axe.min.js"></script><script>
            document.querySelectorAll("details").forEach(it => { it.open = true; });
            const said = it => ({rule: it.id, where: it.nodes.map(node => node.html)});
            // axe judges neither a lone symbol, which stands beside a word of its colour, nor text upon the shapes of a picture.
            const beyond = node => node.html.startsWith("<text")
              || node.any.some(it => it.data && ["nonBmp", "shortTextContent"].includes(it.data.messageKey));
            axe.run().then(found => parent.postMessage(JSON.stringify({
              width: innerWidth, dark: matchMedia("(prefers-color-scheme: dark)").matches,
              needed: document.documentElement.scrollWidth, passes: found.passes.map(it => it.id),
              undecided: found.incomplete.map(it => ({...it, nodes: it.nodes.filter(node => !beyond(node))})).map(said)
                .filter(it => it.where.length > 0), violations: found.violations.map(said)}), "*"));
            </script></body>""";

    private static Optional<Chromium> browser = Optional.empty();

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void find() {
        browser = Optional.of(Chromium.get());
    }

    private static String page() {
        History history = History.NONE
                .with(Instant.EPOCH, List.of(Samples.ready(Samples.TROUBLED)))
                .with(Instant.EPOCH, List.of(Samples.troubled()));
        return new HtmlReadiness(history, Optional.of(Instant.EPOCH), Optional.of("readiness-report.json"))
                .format(new ReadinessReport("6.0.0", "out", List.of(Samples.troubled(), Samples.ready())));
    }

    private void prepare(String page, int width, int height, boolean checked) throws IOException {
        Files.writeString(folder.resolve("frame.html"), FRAME.formatted(width, height));
        Files.writeString(
                folder.resolve("page.html"),
                checked ? CSP.matcher(page).replaceFirst("").replace("</body>", CHECK) : page);
        try (InputStream axe = ReadinessPageInBrowserTest.class.getResourceAsStream(AXE)) {
            Files.write(
                    folder.resolve("axe.min.js"),
                    Optional.ofNullable(axe).orElseThrow().readAllBytes());
        }
    }

    private JsonNode checked(String page, int width, boolean dark) throws IOException {
        prepare(page, width, 900, true);
        String dom = browser.orElseThrow().dom(folder.resolve("frame.html"), 1400, dark);
        Matcher result = RESULT.matcher(dom);
        assertThat(result.find()).as("axe has run: %s", dom).isTrue();
        JsonNode found = new ObjectMapper().readTree(URLDecoder.decode(result.group(1), StandardCharsets.UTF_8));
        assertThat(found.path("width").asInt()).isEqualTo(width);
        assertThat(found.path("dark").asBoolean()).isEqualTo(dark);
        return found;
    }

    @ParameterizedTest
    @CsvSource({"360, false", "360, true", "1280, false", "1280, true"})
    void everybodyCanReadIt(int width, boolean dark) throws IOException {
        JsonNode found = checked(page(), width, dark);

        assertThat(found.path("violations")).isEmpty();
        assertThat(found.path("undecided")).isEmpty();
        assertThat(found.path("passes").toString()).contains("color-contrast", "landmark-one-main", "region");
        assertThat(found.path("needed").asInt()).as("no scrolling to the side").isLessThanOrEqualTo(width);
    }

    /** What the other tests hold the page against is in force. */
    @Test
    void badPageIsFound() throws IOException {
        JsonNode found = checked(
                "<!DOCTYPE html><html><head></head><body><p style=\"color:#999;background:#fff\">pale</p>"
                        + "<img src=\"x.png\"><p style=\"width:800px\">wide</p></body></html>",
                360,
                false);

        assertThat(found.path("violations").toString())
                .contains("color-contrast", "image-alt", "html-has-lang", "document-title");
        assertThat(found.path("needed").asInt()).isGreaterThan(360);
    }

    /** Pictures for people, in target/readiness-page; that something was painted is all that a test can say of them. */
    @ParameterizedTest
    @CsvSource({"360, 3200, false", "360, 3200, true", "1280, 2400, false", "1280, 2400, true"})
    void picturesAreTaken(int width, int height, boolean dark) throws IOException {
        prepare(page(), width, height, false);
        Path picture = Path.of("target/readiness-page/" + width + (dark ? "-dark" : "-light") + ".png");

        browser.orElseThrow().screenshot(folder.resolve("frame.html"), Math.max(500, width), height, dark, picture);

        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < width; x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(20);
        int corner = image.getRGB(width - 2, height / 2) & 0xFF;
        assertThat(corner < 0x80).as("dark").isEqualTo(dark);
    }
}

package io.qpf.gates.report;

import io.qpf.render.MustacheRenderer;
import io.qpf.render.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One page that needs nothing else: no network, no script, readable without colour and on a phone. It is well-formed XML too,
 * so that any parser may check it.
 *
 * @param history what runs measured, this one included if it is to count
 * @param at when this run ended
 * @param json where the same run says all of it for machines, seen from the page; empty if it does not
 */
public record HtmlReadiness(History history, Optional<Instant> at, Optional<String> json) implements ReadinessFormat {
    private static final List<String> TEMPLATES =
            List.of("page.html", "page.css", "agents.html", "gates.html", "graph.html", "trends.html");

    @Override
    public String format(ReadinessReport report) {
        return new MustacheRenderer(TemplateSource.of(templates()))
                .render("page.html", Page.of(report, history, at, json), Set.of());
    }

    private static Map<String, String> templates() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String it : TEMPLATES) {
            texts.put(it + ".mustache", resource(it + ".mustache"));
        }
        return texts;
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReadiness.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("qpf-core lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.ExtractorMap.Edge;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code dependency_graph}: {@code A -> B (reason)} and {@code A ->> B (reason)}. */
final class EdgeReader {
    private static final String KEY = "edges";
    private static final Pattern EDGE = Pattern.compile(
            "\\s*(\\S.*?)\\s*(->>|->|→)\\s*([^()>→\\s][^()→]*?)\\s*(?:\\((.*)\\)\\s*)?", Pattern.DOTALL);

    private final Fields graph;

    private EdgeReader(Fields graph) {
        this.graph = graph;
    }

    static List<Edge> read(Fields graph) {
        EdgeReader reader = new EdgeReader(graph);
        List<Edge> edges = new ArrayList<>();
        for (Datum item : graph.items(KEY)) {
            Optional<Text> pair = Values.pair(item);
            Optional<Text> text = pair.isPresent() ? pair : graph.values().text(item, graph.pathOf(KEY));
            if (text.isPresent()) {
                Parts.add(reader.edge(text.get()), edges);
            }
        }
        return edges;
    }

    private Optional<Edge> edge(Text text) {
        Matcher parts = EDGE.matcher(text.value());
        Optional<Text> from = parts.matches() ? Parts.group(text, parts, 1) : Optional.empty();
        Optional<Text> to = parts.matches() ? Parts.group(text, parts, 3) : Optional.empty();
        if (from.isEmpty() || to.isEmpty() || to.get().value().contains("->")) {
            graph.findings()
                    .add(
                            LoadRule.BAD_EDGE,
                            text.span(),
                            "`" + Words.excerpt(text.value()) + "` is no edge between two agents",
                            "Write `A -> B (reason)` where A is extracted before B, or `A ->> B (reason)` where A observes B; "
                                    + "one edge a line.");
            return Optional.empty();
        }
        boolean observes = parts.group(2).equals("->>");
        return Optional.of(new Edge(from.get(), to.get(), observes, Parts.group(text, parts, 4), text.span()));
    }
}

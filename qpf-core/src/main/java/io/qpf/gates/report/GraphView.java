package io.qpf.gates.report;

import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Readiness.Edge;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who depends on whom: a picture for wide pages, one for phones, and the same in sentences for whoever sees neither.
 *
 * @param number of the collection on the page
 */
record GraphView(int number, List<Picture> pictures, List<SchemaText> sentences) {
    private static final int WIDE = 4;
    private static final int NARROW = 2;

    /** A drawing with all its coordinates. */
    record Picture(SchemaText kind, int width, int height, List<Band> bands, List<Line> lines, List<Node> nodes) {}

    /** A wave. */
    record Band(int x, int y, int width, int height, int labelX, int labelY, SchemaText label) {}

    /** An edge, and the head of its arrow. */
    record Line(SchemaText path, SchemaText head, SchemaText kind) {}

    /** An agent. */
    record Node(
            int x,
            int y,
            int width,
            int height,
            int middle,
            SchemaText name,
            List<Words> words,
            Badge badge,
            int badgeY) {}

    /** A part of a name on its line. */
    record Words(int y, SchemaText text) {}

    static GraphView of(int number, Readiness readiness) {
        List<List<AgentReadiness>> waves = waves(readiness);
        List<SchemaText> sentences = new ArrayList<>();
        for (Edge it : readiness.edges()) {
            sentences.add(SchemaText.of(
                    it.observes() ? it.from() + " observes " + it.to() : it.to() + " depends on " + it.from()));
        }
        return new GraphView(
                number,
                List.of(
                        new GraphDrawing(waves, readiness.edges(), WIDE).picture("wide"),
                        new GraphDrawing(waves, readiness.edges(), NARROW).picture("narrow")),
                sentences);
    }

    public boolean hasSentences() {
        return !sentences.isEmpty();
    }

    /** Agents by the longest way that leads to them; the order of extraction has who comes first before who depends on it. */
    static List<List<AgentReadiness>> waves(Readiness readiness) {
        Map<String, Integer> depths = new HashMap<>();
        List<List<AgentReadiness>> waves = new ArrayList<>();
        for (AgentReadiness agent : readiness.agents()) {
            int depth = 0;
            for (Edge it : readiness.edges()) {
                if (!it.observes() && it.to().equals(agent.agent())) {
                    depth = Math.max(depth, depths.getOrDefault(it.from(), -1) + 1);
                }
            }
            depths.put(agent.agent(), depth);
            while (waves.size() <= depth) {
                waves.add(new ArrayList<>());
            }
            waves.get(depth).add(agent);
        }
        return waves;
    }
}

package io.qpf.gates.report;

import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Readiness.Edge;
import io.qpf.gates.report.GraphView.Band;
import io.qpf.gates.report.GraphView.Line;
import io.qpf.gates.report.GraphView.Node;
import io.qpf.gates.report.GraphView.Picture;
import io.qpf.gates.report.GraphView.Words;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays agents out in rows, wave below wave, and leads edges at right angles: along a track of its own between two rows, and,
 * where rows lie between, along a lane of its own beside all agents. So no edge ever runs through an agent or upon another.
 */
final class GraphDrawing {
    private static final int WIDTH = 152;
    private static final int HEIGHT = 62;
    private static final int BETWEEN = 14;
    private static final int TRACK = 9;
    private static final int LABEL = 22;
    private static final int PAD = 10;

    /** Rows of agents; a wave takes one or more. */
    private final List<List<AgentReadiness>> rows = new ArrayList<>();

    private final List<Integer> waveOfRow = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Edge> edges;

    /** How many tracks lie above each row, and below the last. */
    private final int[] tracks;

    private final int[] tops;
    private final Map<String, Integer> lefts = new HashMap<>();
    private int leftLanes;
    private int rightLanes;
    private int inner;

    GraphDrawing(List<List<AgentReadiness>> waves, List<Edge> edges, int perRow) {
        for (int wave = 0; wave < waves.size(); wave++) {
            List<AgentReadiness> agents = waves.get(wave);
            for (int from = 0; from < agents.size(); from += perRow) {
                List<AgentReadiness> row = agents.subList(from, Math.min(agents.size(), from + perRow));
                row.forEach(it -> rowOf.put(it.agent(), rows.size()));
                rows.add(row);
                waveOfRow.add(wave);
            }
        }
        this.edges = edges.stream()
                .filter(it -> rowOf.containsKey(it.from()) && rowOf.containsKey(it.to()))
                .toList();
        tracks = new int[rows.size() + 1];
        tops = new int[rows.size() + 1];
        place();
    }

    private int row(String agent) {
        return rowOf.getOrDefault(agent, 0);
    }

    private int left(String agent) {
        return lefts.getOrDefault(agent, 0);
    }

    private boolean isNear(Edge it) {
        return row(it.to()) == row(it.from()) + 1;
    }

    private void place() {
        for (Edge it : edges) {
            tracks[row(it.from()) + 1]++;
            if (!isNear(it)) {
                tracks[row(it.to())]++;
                if (it.observes()) {
                    leftLanes++;
                } else {
                    rightLanes++;
                }
            }
        }
        int widest = rows.stream().mapToInt(List::size).max().orElse(1);
        inner = widest * WIDTH + (widest - 1) * BETWEEN + 2 * PAD;
        int y = 0;
        for (int row = 0; row < rows.size(); row++) {
            y += gap(row) + (startsWave(row) ? LABEL : 0);
            tops[row] = y;
            y += HEIGHT;
            int taken = rows.get(row).size() * (WIDTH + BETWEEN) - BETWEEN;
            int x = leftMargin() + (inner - taken) / 2;
            for (AgentReadiness it : rows.get(row)) {
                lefts.put(it.agent(), x);
                x += WIDTH + BETWEEN;
            }
        }
        tops[rows.size()] = y + gap(rows.size());
    }

    private boolean startsWave(int row) {
        return row == 0 || !waveOfRow.get(row).equals(waveOfRow.get(row - 1));
    }

    /** The room between two rows, or at either end. */
    private int gap(int above) {
        int least = above == 0 || above == rows.size() ? PAD : 2 * PAD + BETWEEN;
        return least + (tracks[above] + 1) * TRACK;
    }

    private int leftMargin() {
        return leftLanes == 0 ? 0 : (leftLanes + 1) * TRACK;
    }

    private int totalWidth() {
        return leftMargin() + inner + (rightLanes == 0 ? 0 : (rightLanes + 1) * TRACK);
    }

    Picture picture(String kind) {
        List<Node> nodes = new ArrayList<>();
        rows.forEach(row -> row.forEach(it -> nodes.add(node(it))));
        return new Picture(SchemaText.of(kind), totalWidth(), tops[rows.size()], bands(), lines(), nodes);
    }

    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (startsWave(row)) {
                int last = row;
                while (last + 1 < rows.size() && !startsWave(last + 1)) {
                    last++;
                }
                int top = tops[row] - LABEL;
                int number = waveOfRow.get(row) + 1;
                bands.add(new Band(
                        leftMargin(),
                        top,
                        inner,
                        tops[last] + HEIGHT + PAD - top,
                        leftMargin() + PAD,
                        top + LABEL - 7,
                        SchemaText.of("wave " + number)));
            }
        }
        return bands;
    }

    private List<Line> lines() {
        Map<String, Integer> out = new HashMap<>();
        Map<String, Integer> in = new HashMap<>();
        edges.forEach(it -> {
            out.merge(it.from(), 1, Integer::sum);
            in.merge(it.to(), 1, Integer::sum);
        });
        Map<String, Integer> left = new HashMap<>();
        Map<String, Integer> entered = new HashMap<>();
        int[] used = new int[tracks.length];
        int onLeft = 0;
        int onRight = 0;
        List<Line> lines = new ArrayList<>();
        for (Edge it : edges) {
            int fromX = left(it.from()) + port(left.merge(it.from(), 1, Integer::sum), out.getOrDefault(it.from(), 1));
            int toX = left(it.to()) + port(entered.merge(it.to(), 1, Integer::sum), in.getOrDefault(it.to(), 1));
            int fromRow = row(it.from());
            int fromY = tops[fromRow] + HEIGHT;
            int toY = tops[row(it.to())];
            int below = fromY + PAD + ++used[fromRow + 1] * TRACK;
            List<int[]> points = new ArrayList<>(List.of(new int[] {fromX, fromY}, new int[] {fromX, below}));
            if (!isNear(it)) {
                int lane = it.observes() ? leftMargin() - ++onLeft * TRACK : leftMargin() + inner + ++onRight * TRACK;
                int above =
                        (row(it.to()) == 0 ? 0 : tops[row(it.to()) - 1] + HEIGHT + PAD) + ++used[row(it.to())] * TRACK;
                points.addAll(List.of(new int[] {lane, below}, new int[] {lane, above}, new int[] {toX, above}));
            } else {
                points.add(new int[] {toX, below});
            }
            points.add(new int[] {toX, toY - 6});
            String head = (toX - 5) + "," + (toY - 9) + " " + (toX + 5) + "," + (toY - 9) + " " + toX + "," + toY;
            lines.add(new Line(
                    SchemaText.of(path(points)),
                    SchemaText.of(head),
                    SchemaText.of(it.observes() ? "observes" : "depends")));
        }
        return lines;
    }

    /** Where the edge of an agent starts or ends, of so many. */
    private static int port(int number, int all) {
        return WIDTH * number / (all + 1);
    }

    private static String path(List<int[]> points) {
        StringBuilder path = new StringBuilder();
        for (int[] it : points) {
            path.append(path.isEmpty() ? "M" : " L").append(it[0]).append(' ').append(it[1]);
        }
        return path.toString();
    }

    private Node node(AgentReadiness it) {
        int x = left(it.agent());
        int y = tops[row(it.agent())];
        List<String> parts = NameLines.of(it.agent());
        List<Words> words = new ArrayList<>();
        int line = y + (parts.size() == 1 ? 27 : 20);
        for (String part : parts) {
            words.add(new Words(line, SchemaText.of(part)));
            line += 16;
        }
        return new Node(
                x,
                y,
                WIDTH,
                HEIGHT,
                x + WIDTH / 2,
                SchemaText.of(it.agent()),
                words,
                Badge.ready(it.deploymentReady(), "ready", "not ready"),
                line + 2);
    }
}

package io.qpf.gates.report;

import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.gates.Threshold;
import io.qpf.gates.Unit;
import io.qpf.gates.report.History.Mark;
import io.qpf.gates.report.History.Run;
import io.qpf.gates.report.History.Standing;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How figures of a collection went, run by run. */
final class Trends {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 36;
    private static final int EDGE = 4;

    private Trends() {}

    /** All that has a trend, and the runs themselves, newest first. */
    record View(List<Trend> trends, List<RunView> runs) {
        public boolean several() {
            return runs.size() > 1;
        }
    }

    /**
     * One line.
     *
     * @param points of a polyline
     * @param bar the height of the threshold
     */
    record Trend(
            SchemaText title,
            SchemaText points,
            int bar,
            int lastX,
            int lastY,
            SchemaText first,
            SchemaText last,
            Badge badge) {}

    record RunView(SchemaText at, int times, SchemaText ready, SchemaText failed) {}

    /** A run in which the collection stood in some way. */
    private record Point(Run run, Standing standing) {}

    static View of(String collection, History history) {
        List<Point> points = new ArrayList<>();
        for (Run run : history.runs()) {
            run.standings().stream()
                    .filter(it -> it.collection().equals(collection))
                    .findFirst()
                    .ifPresent(it -> points.add(new Point(run, it)));
        }
        List<Trend> trends = new ArrayList<>();
        for (Gate gate : Gates.ALL) {
            trend(gate, points).ifPresent(trends::add);
        }
        List<RunView> runs = new ArrayList<>();
        points.forEach(it -> runs.add(run(it)));
        Collections.reverse(runs);
        return new View(trends, runs);
    }

    private static RunView run(Point it) {
        List<String> failed = it.standing().marks().entrySet().stream()
                .filter(mark -> mark.getValue().outcome().equals("FAILED"))
                .map(java.util.Map.Entry::getKey)
                .toList();
        return new RunView(
                Page.time(it.run().at()),
                it.run().times(),
                SchemaText.of(it.standing().ready() + " of " + it.standing().agents()),
                SchemaText.of(failed.isEmpty() ? "none" : String.join(", ", failed)));
    }

    /** A gate that counts findings has a trend only if it had any: twenty lines along the floor say nothing. */
    private static Optional<Trend> trend(Gate gate, List<Point> points) {
        Unit unit = gate.floor().unit();
        List<Double> values = new ArrayList<>();
        for (Point it : points) {
            Mark mark = it.standing().marks().get(gate.id());
            if (mark != null && mark.all() > 0) {
                values.add(unit.figure(mark.good(), mark.all()));
            }
        }
        boolean flat = unit == Unit.FINDINGS && values.stream().allMatch(it -> it == 0);
        return values.size() < 2 || flat ? Optional.empty() : Optional.of(trend(gate, unit, values));
    }

    private static Trend trend(Gate gate, Unit unit, List<Double> values) {
        Threshold floor = gate.floor();
        double low = Math.min(floor.value(), Collections.min(values));
        double high = unit == Unit.PERCENT ? 100 : unit == Unit.SCORE ? 10 : Math.max(1, Collections.max(values));
        StringBuilder line = new StringBuilder();
        int x = EDGE;
        int y = EDGE;
        for (int i = 0; i < values.size(); i++) {
            x = EDGE + i * (WIDTH - 2 * EDGE) / (values.size() - 1);
            y = height(values.get(i), low, high);
            line.append(i == 0 ? "" : " ").append(x).append(',').append(y);
        }
        double first = values.get(0);
        double last = values.get(values.size() - 1);
        return new Trend(
                SchemaText.of(gate.title()),
                SchemaText.of(line.toString()),
                height(floor.value(), low, high),
                x,
                y,
                SchemaText.of(unit.text(first)),
                SchemaText.of(unit.text(last)),
                badge(direction(unit, first, last)));
    }

    /** Figures that read the same are the same: an arrow between two equal ones would puzzle. */
    private static int direction(Unit unit, double first, double last) {
        if (unit.text(first).equals(unit.text(last))) {
            return 0;
        }
        return unit == Unit.FINDINGS ? Double.compare(first, last) : Double.compare(last, first);
    }

    private static int height(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 1;
        return (int) Math.round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
    }

    private static Badge badge(int direction) {
        if (direction == 0) {
            return new Badge(SchemaText.of("none"), SchemaText.of("="), SchemaText.of("unchanged"));
        }
        return direction > 0
                ? new Badge(SchemaText.of("pass"), SchemaText.of("▲"), SchemaText.of("better"))
                : new Badge(SchemaText.of("fail"), SchemaText.of("▼"), SchemaText.of("worse"));
    }
}

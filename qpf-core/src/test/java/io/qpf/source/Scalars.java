package io.qpf.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Scalars of a YAML text as texts with places, read without the loader. */
final class Scalars {
    private Scalars() {}

    static Text last(String yaml) {
        List<ScalarEvent> scalars = new ArrayList<>();
        for (Event event : new Yaml().parse(new StringReader(yaml))) {
            if (event instanceof ScalarEvent scalar) {
                scalars.add(scalar);
            }
        }
        ScalarEvent last = scalars.get(scalars.size() - 1);
        SourceFile file = new SourceFile("a.yaml", yaml);
        Position start = new Position(
                last.getStartMark().getLine() + 1, last.getStartMark().getColumn() + 1);
        Position end =
                new Position(last.getEndMark().getLine() + 1, last.getEndMark().getColumn() + 1);
        return new Text(last.getValue(), new Span(file, start, end));
    }
}

package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;

/** A free-form value: what a schema may say in its own shape. */
public sealed interface Datum {
    Span span();

    /** A scalar, with the text as people wrote it after unquoting. */
    record Scalar(Text text, Kind kind) implements Datum {
        @Override
        public Span span() {
            return text.span();
        }
    }

    /** A sequence. */
    record Sequence(List<Datum> items, Span span) implements Datum {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order of the file. */
    record Mapping(List<Entry> entries, Span span) implements Datum {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** What the YAML 1.2 core schema makes of a scalar. */
    enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        FLOAT,
        STRING
    }
}

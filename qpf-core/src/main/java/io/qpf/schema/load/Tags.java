package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.source.Span;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tags a file may carry: those of YAML's core schema, and no type of any program. */
final class Tags {
    private static final String NON_SPECIFIC = "!";
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> COLLECTIONS = Set.of(CORE + "seq", CORE + "map", NON_SPECIFIC);
    private static final Map<String, Datum.Kind> SCALARS = Map.of(
            CORE + "str",
            Datum.Kind.STRING,
            CORE + "int",
            Datum.Kind.INTEGER,
            CORE + "float",
            Datum.Kind.FLOAT,
            CORE + "bool",
            Datum.Kind.BOOLEAN,
            CORE + "null",
            Datum.Kind.NULL,
            NON_SPECIFIC,
            Datum.Kind.STRING);

    private Tags() {}

    /** The kind of a scalar: by its tag, or what the plain text says. */
    static Datum.Kind kind(@Nullable String tag, Datum.Kind untagged, String value, Span span, Findings findings) {
        if (tag == null) {
            return untagged;
        }
        Datum.Kind wanted = SCALARS.get(tag);
        if (wanted == null) {
            report(tag, span, findings);
            return untagged;
        }
        Datum.Kind plain = CoreSchema.kind(value);
        boolean fits = wanted == Datum.Kind.STRING
                || wanted == plain
                || (wanted == Datum.Kind.FLOAT && plain == Datum.Kind.INTEGER);
        if (!fits) {
            findings.add(
                    LoadRule.WRONG_TYPE,
                    span,
                    "The tag asks for " + Words.of(wanted) + ", and the value is " + Words.of(plain),
                    "Delete the tag, or correct the value.");
            return untagged;
        }
        return wanted;
    }

    static void checkCollection(@Nullable String tag, Span span, Findings findings) {
        if (tag != null && !COLLECTIONS.contains(tag)) {
            report(tag, span, findings);
        }
    }

    private static void report(String tag, Span span, Findings findings) {
        findings.add(
                LoadRule.CUSTOM_TAG,
                span,
                "The tag `" + tag + "` is not one of YAML's core tags",
                "Delete the tag, or put the value in quotes if the ! is part of it.");
    }
}

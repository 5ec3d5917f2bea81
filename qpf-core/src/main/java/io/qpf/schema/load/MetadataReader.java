package io.qpf.schema.load;

import io.qpf.schema.Metadata;
import java.util.List;

/** Reads {@code metadata}. */
final class MetadataReader {
    static final List<String> STATUSES = List.of(
            "production_ready",
            "production",
            "draft",
            "review",
            "deprecated",
            "development",
            "staging",
            "experimental",
            "archived");

    private MetadataReader() {}

    static Metadata read(Fields section) {
        section.keep("version", "created", "updated");
        return new Metadata(
                section.span(),
                section.text("author"),
                section.text("owner"),
                section.text("versionhash"),
                section.text("generated"),
                section.oneOf("status", STATUSES),
                section.texts("tags"),
                section.extras());
    }
}

package io.qpf.extract;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.load.DatumReader;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.List;
import java.util.Optional;

/** Reads the front matter of an extractor. */
final class ExtractorGuides {
    static final String FILE = "Universal-Schema-Extractor-v6.0.md";

    private ExtractorGuides() {}

    /** The guide, if its front matter can be read and it is written for the pack. */
    static Result<ExtractorGuide> read(SourceFile file, String pack) {
        Result<Datum> matter = DatumReader.frontMatter(file);
        if (matter.value().isEmpty()) {
            return Result.none(matter.diagnostics());
        }
        if (!(matter.value().get() instanceof Datum.Mapping mapping)) {
            return Result.none(matter.diagnostics()
                    .plus(error(
                            ExtractRule.NO_MAPPING,
                            file.start(),
                            "the front matter is no mapping",
                            "write `pack: " + pack + "`")));
        }
        ExtractorGuide guide = new ExtractorGuide(
                file,
                text(mapping, "pack").orElse(pack),
                text(mapping, "strategy").orElse(ExtractorGuide.ALL),
                texts(mapping, "phases"),
                texts(mapping, "constraints"));
        return guide.pack().equals(pack)
                ? Result.of(guide, matter.diagnostics())
                : Result.none(matter.diagnostics()
                        .plus(error(
                                ExtractRule.OTHER_PACK,
                                mapping.span(),
                                "the extractor is written for the pack " + guide.pack() + ", not for " + pack,
                                "write `pack: " + pack + "`, or put that pack on the plugin's class path")));
    }

    private static Diagnostics error(ExtractRule rule, Span span, String message, String hint) {
        return new Diagnostics(List.of(rule.at(span, message, hint)));
    }

    private static Optional<String> text(Datum.Mapping mapping, String key) {
        return value(mapping, key)
                .filter(Datum.Scalar.class::isInstance)
                .map(it -> ((Datum.Scalar) it).text().value());
    }

    private static List<String> texts(Datum.Mapping mapping, String key) {
        return value(mapping, key)
                .filter(Datum.Sequence.class::isInstance)
                .map(it -> ((Datum.Sequence) it).items())
                .orElse(List.of())
                .stream()
                .filter(Datum.Scalar.class::isInstance)
                .map(it -> ((Datum.Scalar) it).text().value())
                .toList();
    }

    private static Optional<Datum> value(Datum.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(it -> it.key().value().equals(key))
                .map(Entry::value)
                .findFirst();
    }
}

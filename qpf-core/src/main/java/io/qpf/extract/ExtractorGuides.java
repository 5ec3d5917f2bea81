package io.qpf.extract;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.load.DatumReader;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.ArrayList;
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
        Optional<Datum> value = value(mapping, key);
        return value.isPresent() && value.get() instanceof Datum.Scalar scalar
                ? Optional.of(scalar.text().value())
                : Optional.empty();
    }

    private static List<String> texts(Datum.Mapping mapping, String key) {
        Optional<Datum> value = value(mapping, key);
        List<String> texts = new ArrayList<>();
        if (value.isPresent() && value.get() instanceof Datum.Sequence sequence) {
            for (Datum item : sequence.items()) {
                if (item instanceof Datum.Scalar scalar) {
                    texts.add(scalar.text().value());
                }
            }
        }
        return texts;
    }

    private static Optional<Datum> value(Datum.Mapping mapping, String key) {
        for (Entry entry : mapping.entries()) {
            if (entry.key().value().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }
}

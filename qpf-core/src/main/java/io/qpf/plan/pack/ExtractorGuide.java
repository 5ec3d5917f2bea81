package io.qpf.plan.pack;

import io.qpf.source.SourceFile;
import java.util.List;

/**
 * What the front matter of an extractor ({@code Universal-Schema-Extractor-v6.0.md}) settles; the rest of it is for people.
 *
 * @param pack the pack that it is written for
 * @param strategy {@code all} keeps every strategy mode of a schema, a mode's name extracts that one alone where a schema
 *     offers it
 * @param phases the steps of an extraction, as the author names them
 * @param constraints what must hold, as the author writes it
 */
public record ExtractorGuide(
        SourceFile source, String pack, String strategy, List<String> phases, List<String> constraints) {
    public static final String ALL = "all";

    public ExtractorGuide {
        phases = List.copyOf(phases);
        constraints = List.copyOf(constraints);
    }

    /** Whether a strategy mode is extracted from a schema that offers these modes. */
    public boolean keeps(String mode, List<String> offered) {
        return strategy.equals(ALL) || !offered.contains(strategy) || strategy.equals(mode);
    }
}

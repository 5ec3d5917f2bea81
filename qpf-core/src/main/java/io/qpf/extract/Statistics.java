package io.qpf.extract;

import io.qpf.render.RenderedFile;
import java.util.Collection;

/** How much was made. */
public record Statistics(int modules, int tests, int documents, int others, int lines) {
    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0);

    static Statistics of(Collection<RenderedFile> files) {
        return files.stream().map(Statistics::of).reduce(NONE, Statistics::plus);
    }

    private static Statistics of(RenderedFile file) {
        int lines = (int) file.content().lines().count();
        return switch (file.planned().kind()) {
            case MODULE -> new Statistics(1, 0, 0, 0, lines);
            case TEST -> new Statistics(0, 1, 0, 0, lines);
            case DOCUMENT -> new Statistics(0, 0, 1, 0, lines);
            case FOUNDATION, DOMAIN, MANIFEST, COLLECTION -> new Statistics(0, 0, 0, 1, lines);
        };
    }

    Statistics plus(Statistics other) {
        return new Statistics(
                modules + other.modules,
                tests + other.tests,
                documents + other.documents,
                others + other.others,
                lines + other.lines);
    }

    /** All files. */
    public int files() {
        return modules + tests + documents + others;
    }
}

package io.qpf.plan;

import java.util.List;
import java.util.Optional;

/** A file that the output will have. */
public sealed interface PlannedFile {
    /** Below the output folder, with forward slashes. */
    String path();

    /** The agent that it belongs to; empty for files of the collection. */
    Optional<String> agent();

    /** The dotted schema keys that it comes from. */
    List<String> keys();

    /** What it is. */
    Kind kind();

    /**
     * A file made from a template.
     *
     * @param template its name in the pack
     * @param view what the template shows
     */
    record Templated(String path, Optional<String> agent, List<String> keys, Kind kind, String template, Object view)
            implements PlannedFile {
        public Templated {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A file copied as it is: foundation, domain code, or data that is laid out already.
     *
     * @param origin where it comes from, for the lock
     */
    record Copied(String path, Optional<String> agent, List<String> keys, Kind kind, String origin, String content)
            implements PlannedFile {
        public Copied {
            keys = List.copyOf(keys);
        }
    }

    /** Kinds of files, as summaries and manifests count them. */
    enum Kind {
        FOUNDATION,
        DOMAIN,
        MODULE,
        TEST,
        DOCUMENT,
        MANIFEST,
        COLLECTION
    }
}

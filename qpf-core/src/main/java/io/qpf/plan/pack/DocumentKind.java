package io.qpf.plan.pack;

import java.util.List;

/**
 * A kind of document.
 *
 * @param names file names without ending, in lower case without underscores; an empty list is the kind for all others
 */
public record DocumentKind(String name, List<String> names, String template, List<String> keys) {
    public DocumentKind {
        names = List.copyOf(names);
        keys = List.copyOf(keys);
    }
}

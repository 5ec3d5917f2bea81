package io.qpf.python;

import io.qpf.python.layout.CodeLayout;
import java.util.Set;

/**
 * Lays Python files out as black and isort would, so that generated code needs no tool behind it.
 *
 * <p>Files that it lays out one after the other, or at once, share what they have in common; what comes out does not depend
 * on it.
 */
public final class PyLayout {
    private final CodeLayout layout = new CodeLayout();

    /**
     * The source in its one layout; laying it out again changes nothing.
     *
     * @param source Python, however broken over lines
     * @param firstParty the root packages that isort shall take for the project's own
     * @throws IllegalArgumentException naming the line that is no Python
     */
    public String format(String source, Set<String> firstParty) {
        return layout.format(source, firstParty);
    }
}

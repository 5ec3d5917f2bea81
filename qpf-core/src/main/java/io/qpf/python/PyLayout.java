package io.qpf.python;

import io.qpf.python.layout.CodeLayout;
import java.util.Set;

/** Lays a Python file out as black and isort would, so that generated code needs no tool behind it. */
public final class PyLayout {
    private PyLayout() {}

    /**
     * The source in its one layout; laying it out again changes nothing.
     *
     * @param source Python, however broken over lines
     * @param firstParty the root packages that isort shall take for the project's own
     */
    public static String format(String source, Set<String> firstParty) {
        return CodeLayout.format(source, firstParty);
    }
}

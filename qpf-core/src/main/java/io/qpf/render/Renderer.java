package io.qpf.render;

import java.util.Set;

/** Turns templates into text. Safe to share between threads; the same input gives the same bytes on each. */
public interface Renderer {
    /**
     * Renders one template; Python is laid out as black and isort would.
     *
     * @param template its name in the pack, such as {@code agent/controller.py}
     * @param view what the template's variables name; a value that is printed must be safe
     * @param firstParty the root packages of the generated code, for the order of imports
     * @throws RenderException the template is missing or broken, names what the view lacks, or prints raw text
     */
    String render(String template, Object view, Set<String> firstParty);
}

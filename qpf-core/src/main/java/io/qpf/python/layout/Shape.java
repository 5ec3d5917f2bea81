package io.qpf.python.layout;

/**
 * What the empty lines around a line depend on.
 *
 * @param single whether it is one token
 * @param word its first token
 */
record Shape(
        int depth,
        boolean comment,
        boolean single,
        boolean decorator,
        boolean imports,
        boolean type,
        boolean function,
        boolean stub,
        boolean opensBlock,
        String word) {
    static Shape of(Line line) {
        return new Shape(
                line.depth,
                line.isComment(),
                line.leaves.size() == 1,
                line.isDecorator(),
                line.isImport(),
                line.isClass(),
                line.isDef(),
                line.isStubDef(),
                line.opensBlock(),
                line.first().text);
    }

    boolean defines() {
        return type || function;
    }
}

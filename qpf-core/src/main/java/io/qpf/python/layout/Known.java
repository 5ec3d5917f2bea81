package io.qpf.python.layout;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has been read before: generated files have many lines in common, and each is laid out once. */
final class Known {
    private final Map<Key, List<Laid>> lines = new ConcurrentHashMap<>();

    private record Key(String source, int depth, boolean documents) {}

    /** The statements of a logical line, as {@link Laid#of} reads them. */
    List<Laid> read(String source, int depth, boolean documents, int number) {
        Key key = new Key(source, depth, documents);
        List<Laid> known = lines.get(key);
        if (known == null) {
            known = Laid.of(source, depth, documents, number);
            lines.put(key, known);
        }
        return known;
    }
}

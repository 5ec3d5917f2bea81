package io.qpf.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settles the one overlap that is meant: an agent's own init file stands for that of the foundation or collection. */
final class Precedence {
    private Precedence() {}

    static List<PlannedFile> of(List<PlannedFile> files) {
        Map<String, PlannedFile> byPath = new LinkedHashMap<>();
        for (PlannedFile file : files) {
            byPath.merge(file.path(), file, (one, other) -> one.kind() == PlannedFile.Kind.MODULE ? one : other);
        }
        return List.copyOf(byPath.values());
    }
}

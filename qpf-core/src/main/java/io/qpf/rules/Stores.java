package io.qpf.rules;

import io.qpf.collection.Names;
import java.util.List;

/** Which stores are the same one under several names. */
final class Stores {
    private static final List<String> KINDS = List.of("redis", "postgres", "neo4j", "hypergraph", "s3");

    private Stores() {}

    /** The kind of a store: {@code redis} for {@code redis_cluster}, the first of {@code postgres + pgvector}. */
    static String kind(String storageType) {
        String name = Names.fold(storageType);
        String first = "";
        int at = name.length();
        for (String kind : KINDS) {
            int place = name.indexOf(kind);
            if (place >= 0 && place < at) {
                first = kind;
                at = place;
            }
        }
        return first.isEmpty() ? name : first;
    }
}

package io.qpf.plan.pack;

import io.qpf.source.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The extraction pack.
 *
 * @param extractor the text of the pack's own extractor
 * @param project files that stand beside the root package as they are, such as locked requirements
 * @param foundation the plain Python files that every agent shares, by path below the root package
 */
public record Pack(
        String name,
        List<Archetype> archetypes,
        List<TestKind> tests,
        List<DocumentKind> documents,
        List<CollectionFile> collectionFiles,
        Reserved reserved,
        SourceFile extractor,
        Map<String, String> project,
        Map<String, String> foundation) {
    public Pack {
        archetypes = List.copyOf(archetypes);
        tests = List.copyOf(tests);
        documents = List.copyOf(documents);
        collectionFiles = List.copyOf(collectionFiles);
        project = Collections.unmodifiableMap(new TreeMap<>(project));
        foundation = Collections.unmodifiableMap(new TreeMap<>(foundation));
    }

    /** The archetype of that name. */
    public Optional<Archetype> archetype(String wanted) {
        return archetypes.stream().filter(it -> it.name().equals(wanted)).findFirst();
    }

    /** The archetype of a module by its file name; the last row of the table matches every name. */
    public Archetype archetypeOf(String fileName) {
        String compact = Glob.compact(fileName);
        for (Archetype archetype : archetypes) {
            if (archetype.matches(compact)) {
                return archetype;
            }
        }
        throw new IllegalStateException("pack.yaml has no archetype for any name");
    }

    /** The kind of a document by its file name. */
    public DocumentKind documentOf(String fileName) {
        String compact = Glob.compact(fileName);
        return documents.stream()
                .filter(it -> it.names().isEmpty() || it.names().contains(compact))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("pack.yaml has no document for any name"));
    }
}

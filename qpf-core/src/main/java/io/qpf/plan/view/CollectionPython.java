package io.qpf.plan.view;

import io.qpf.collection.Collection;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.stream.Stream;

/** Makes what the Python files of a collection show. */
public final class CollectionPython {
    private CollectionPython() {}

    /**
     * What the collection's Python shows.
     *
     * @param domain the top-level packages of bound domain code
     */
    public static CollectionView of(Collection collection, List<AgentView> agents, List<String> domain) {
        String file = collection.nameOf(collection.map().source());
        Banner banner = new Banner(
                SchemaText.of("The agents of " + collection.name() + "."),
                SchemaText.of("Starts the collection on embedded backends."),
                SchemaText.of(file),
                SchemaText.of("extraction_sequence, shared_configuration"));
        List<SchemaText> firstParty = Stream.concat(Stream.of(collection.root()), domain.stream())
                .distinct()
                .map(SchemaText::of)
                .toList();
        return new CollectionView(
                banner, SchemaText.of(collection.name()), PyExpr.dotted(collection.root()), agents, firstParty);
    }
}

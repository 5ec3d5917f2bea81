package io.qpf.collection;

import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.schema.SharedConfiguration;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * A collection with everything linked.
 *
 * @param name an identifier for the ecosystem, such as {@code tensoraios_ecosystem}
 * @param root the first segment of every rootpath, such as {@code L9}
 * @param agents in the order of extraction
 * @param backends harmonized: the glue wins over the map
 * @param anchors everyone whom the schemas, map and glue name, with all channels that lead to them
 */
public record Collection(
        String name,
        String root,
        ExtractorMap map,
        Optional<Glue> glue,
        List<Agent> agents,
        List<Wiring> wirings,
        List<HardEdge> hardEdges,
        List<SharedConfiguration.Backend> backends,
        List<AnchorContact> anchors) {
    /** Somebody to ask, and how: an empty channel list means nobody said how. */
    public record AnchorContact(String name, Optional<String> role, List<String> channels) {}

    /**
     * {@code before} is extracted before {@code after}.
     *
     * @param origin where that was said
     */
    public record HardEdge(Agent before, Agent after, Span origin) {}

    /** How extracted files name an input file: below the folder of the map, wherever that folder lies. */
    public String nameOf(SourceFile file) {
        String own = map.source().path();
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        return file.path().startsWith(folder) ? file.path().substring(folder.length()) : file.path();
    }

    public Collection {
        agents = List.copyOf(agents);
        wirings = List.copyOf(wirings);
        hardEdges = List.copyOf(hardEdges);
        backends = List.copyOf(backends);
        anchors = List.copyOf(anchors);
    }

    /** How to reach an anchor that a schema names, in whatever case and with whatever channels behind it. */
    public Optional<AnchorContact> contact(Text anchor) {
        String wanted = Names.fold(AnchorHarmony.nameOf(anchor));
        return anchors.stream()
                .filter(it -> Names.fold(it.name()).equals(wanted))
                .findFirst();
    }
}

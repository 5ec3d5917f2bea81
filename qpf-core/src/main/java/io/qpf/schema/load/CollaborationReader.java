package io.qpf.schema.load;

import io.qpf.schema.Collaboration;
import io.qpf.schema.Collaboration.Partner;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code collaborationnetwork}. */
final class CollaborationReader {
    private final Fields section;

    private CollaborationReader(Fields section) {
        this.section = section;
    }

    static Collaboration read(Fields section) {
        CollaborationReader reader = new CollaborationReader(section);
        List<Partner> partners = new ArrayList<>(reader.partners("partners"));
        partners.addAll(reader.partners("collaborators"));
        List<Entry> protocol = new ArrayList<>(section.free("interactionprotocol"));
        protocol.addAll(section.free("protocol"));
        List<Entry> autonomy = section.free("autonomyscope");
        return new Collaboration(section.span(), partners, protocol, autonomy, section.extras());
    }

    private List<Partner> partners(String key) {
        List<Partner> partners = new ArrayList<>();
        for (Datum item : section.items(key)) {
            if (item instanceof Datum.Mapping mapping) {
                Parts.add(fromMapping(section.item(key, mapping)), partners);
            } else {
                Optional<Text> name = section.values().text(item, section.pathOf(key));
                if (name.isPresent()) {
                    partners.add(new Partner(name.get(), Optional.empty(), Optional.empty()));
                }
            }
        }
        return partners;
    }

    private static Optional<Partner> fromMapping(Fields fields) {
        Optional<Text> role = fields.text("role");
        Optional<Text> interaction = fields.text("interaction");
        Optional<Text> path = fields.text("path");
        return fields.text("name")
                .or(() -> path)
                .or(() -> fields.required("name", "Name the agent or its path."))
                .map(it -> new Partner(it, role, interaction));
    }
}

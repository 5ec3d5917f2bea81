package io.qpf.schema.load;

import io.qpf.schema.Contract;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.PacketRouting;
import io.qpf.schema.PacketRouting.Inbound;
import io.qpf.schema.PacketRouting.Outbound;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code packetrouting}. */
final class PacketRoutingReader {

    private static final Pattern ARROW = Pattern.compile("→|->");

    private final Fields section;

    private PacketRoutingReader(Fields section) {
        this.section = section;
    }

    static PacketRouting read(Fields section) {
        PacketRoutingReader reader = new PacketRoutingReader(section);
        return new PacketRouting(reader.inbound(), reader.outbound());
    }

    private List<Inbound> inbound() {
        List<Inbound> routes = new ArrayList<>();
        for (Fields route : routes("inbound")) {
            Optional<Text> source = route.text("source");
            List<Text> actions = actions(route);
            packetType(route).ifPresent(it -> routes.add(new Inbound(source, it, actions)));
        }
        return routes;
    }

    private List<Outbound> outbound() {
        List<Outbound> routes = new ArrayList<>();
        for (Fields route : routes("outbound")) {
            Optional<Text> destination = route.text("destination");
            List<Entry> typed = route.isMapping("fields") ? route.free("fields") : List.of();
            List<Text> fields = typed.isEmpty()
                    ? route.texts("fields")
                    : typed.stream().map(Entry::key).toList();
            List<Contract.Field> types = types(typed);
            packetType(route).ifPresent(it -> routes.add(new Outbound(destination, it, fields, types)));
        }
        return routes;
    }

    private static List<Contract.Field> types(List<Entry> fields) {
        List<Contract.Field> types = new ArrayList<>();
        for (Entry field : fields) {
            if (field.value() instanceof Datum.Scalar scalar) {
                types.add(new Contract.Field(field.key(), scalar.text()));
            }
        }
        return types;
    }

    private List<Fields> routes(String key) {
        List<Fields> routes = new ArrayList<>();
        for (Datum item : section.items(key)) {
            section.values().mapping(item, section.pathOf(key)).ifPresent(it -> routes.add(section.item(key, it)));
        }
        return routes;
    }

    private static Optional<Text> packetType(Fields route) {
        return route.text("packet_type").or(() -> route.required("packettype", "Name the type of the packet."));
    }

    /** {@code a → b → c}, {@code a -> b} or a list. */
    private static List<Text> actions(Fields route) {
        Optional<Datum> given = route.datum("action");
        if (given.isPresent() && given.get() instanceof Datum.Sequence) {
            return route.texts("action");
        }
        return route.text("action").map(it -> Parts.split(it, ARROW)).orElse(List.of());
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Suggest;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Datum;
import io.qpf.schema.Glue.Wire;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code wirings}. */
final class WireReader {
    private static final String KEY = "wirings";
    static final List<String> TYPES =
            Arrays.stream(ConnectionType.values()).map(ConnectionType::word).toList();

    private final Fields root;

    WireReader(Fields root) {
        this.root = root;
    }

    List<Wire> read() {
        List<Wire> wirings = new ArrayList<>();
        for (Datum item : root.items(KEY)) {
            Optional<Datum.Mapping> mapping = root.values().mapping(item, KEY);
            if (mapping.isPresent()) {
                Parts.add(wire(root.item(KEY, mapping.get())), wirings);
            }
        }
        return wirings;
    }

    private Optional<Wire> wire(Fields wire) {
        // The two are near enough to be taken for each other where one is missing.
        wire.has("from_agent");
        wire.has("to_agent");
        Optional<Text> from = wire.required("from_agent", "Name the agent that the wiring starts from.");
        Optional<Text> to = wire.required("to_agent", "Name the agent that the wiring leads to.");
        Optional<Located<ConnectionType>> type = type(wire);
        Optional<Text> importPath = wire.text("import_path");
        Located<ConnectionType> meant = type.orElseGet(() -> new Located<>(meant(wire), wire.span()));
        List<Text> names = type.isPresent() ? names(wire, meant.value()) : wire.texts(namesKey(meant.value()));
        if (type.isEmpty() || from.isEmpty() || to.isEmpty()) {
            ignoreNames(wire);
        }
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wire(wire.span(), from.get(), to.get(), meant, importPath, names));
    }

    private Optional<Located<ConnectionType>> type(Fields wire) {
        Optional<Text> word = wire.required("connection_type", "Write one of: " + String.join(", ", TYPES) + ".");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (ConnectionType type : ConnectionType.values()) {
            if (type.word().equals(word.get().value())) {
                return Optional.of(new Located<>(type, word.get().span()));
            }
        }
        wire.values().reportNotIn(word.get(), wire.pathOf("connection_type"), TYPES, byNames(wire));
        return Optional.empty();
    }

    /**
     * What an unreadable type probably meant, by its letters or by the names beside it. The error stands; what else is wrong
     * with the wiring shall not hide behind it. A packet makes nothing depend on anything.
     */
    private static ConnectionType meant(Fields wire) {
        Optional<String> near = wire.text("connection_type")
                .flatMap(it -> Suggest.nearest(it.value(), TYPES.stream()))
                .or(() -> byNames(wire));
        for (ConnectionType type : ConnectionType.values()) {
            if (near.filter(type.word()::equals).isPresent()) {
                return type;
            }
        }
        return ConnectionType.PACKET_SEND;
    }

    /** The first type whose names stand there. */
    private static Optional<String> byNames(Fields wire) {
        return Arrays.stream(ConnectionType.values())
                .filter(it -> wire.entry(namesKey(it)).isPresent())
                .map(ConnectionType::word)
                .findFirst();
    }

    private static List<Text> names(Fields wire, ConnectionType type) {
        String key = namesKey(type);
        List<Text> names = wire.texts(key);
        // One cause, one finding: a value of another form has been told of as such.
        if (names.isEmpty() && isEmpty(wire.datum(key)) && !wire.isMisspelt(key)) {
            wire.findings()
                    .add(
                            LoadRule.NAMES_NOTHING,
                            wire.span(),
                            "This " + type.word() + " gives no `" + key + "`, so it wires nothing",
                            "Add `" + key + ":` with at least one name.");
        }
        return names;
    }

    private static boolean isEmpty(Optional<Datum> given) {
        return given.isEmpty()
                || (given.get() instanceof Datum.Sequence list
                        && list.items().stream().allMatch(Values::isNothing));
    }

    private static String namesKey(ConnectionType type) {
        return switch (type) {
            case API_CALL -> "method_names";
            case PACKET_SEND -> "packet_types";
            case EVENT_OBSERVE -> "event_subscriptions";
        };
    }

    private static void ignoreNames(Fields wire) {
        Arrays.stream(ConnectionType.values()).map(WireReader::namesKey).forEach(wire::has);
    }
}

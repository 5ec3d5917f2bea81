package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Contract;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that a packet carries beside those that the operation behind it takes. */
record PacketSides(
        RuleInfo info,
        Text packet,
        Agent sender,
        PacketRouting.Outbound route,
        Agent receiver,
        Contract.Operation operation) {
    List<Diagnostic> findings() {
        List<String> carried = route.fields().stream().map(PacketSides::bare).toList();
        List<Contract.Field> taken = operation.request().orElse(List.of());
        List<Contract.Field> lacking = taken.stream()
                .filter(it -> !carried.contains(it.name().value()))
                .toList();
        List<Diagnostic> found = new ArrayList<>();
        if (!lacking.isEmpty()) {
            found.add(lacks(carried, lacking));
        }
        for (Contract.Field field : taken) {
            route.types().stream()
                    .filter(it -> it.name().value().equals(field.name().value()))
                    .filter(it -> !TypesFit.fits(it.type().value(), field.type().value()))
                    .map(it -> differs(it, field))
                    .forEach(found::add);
        }
        return found;
    }

    /** A field without what people say about it in brackets: {@code role (buyer, supplier)}. */
    private static String bare(Text field) {
        int open = field.value().indexOf('(');
        return (open < 0 ? field.value() : field.value().substring(0, open)).strip();
    }

    private Diagnostic lacks(List<String> carried, List<Contract.Field> lacking) {
        List<String> names = lacking.stream().map(it -> it.name().value()).toList();
        return info.at(
                        packet.span(),
                        "the packet `" + packet + "` carries " + String.join(", ", carried) + ", and "
                                + operation.name() + " of " + receiver.name() + " takes " + String.join(", ", names)
                                + " as well",
                        "write `" + line(carried, lacking) + "` in the outbound route of " + sender.name()
                                + ", or leave " + String.join(", ", names) + " out of the request of "
                                + operation.name(),
                        new Diagnostic.Related(route.fields().get(0).span(), "what " + sender.name() + " sends"))
                .with(new Diagnostic.Related(lacking.get(0).name().span(), "what " + receiver.name() + " takes"));
    }

    /** The fields as they would be right, a misspelt one in its place. */
    private String line(List<String> carried, List<Contract.Field> lacking) {
        Set<String> fields = new LinkedHashSet<>();
        for (String name : carried) {
            boolean taken = operation.request().orElse(List.of()).stream()
                    .anyMatch(it -> it.name().value().equals(name));
            fields.add(
                    taken
                            ? name
                            : Suggest.sure(
                                            name,
                                            lacking.stream().map(it -> it.name().value()))
                                    .orElse(name));
        }
        lacking.forEach(it -> fields.add(it.name().value()));
        if (route.types().isEmpty()) {
            return "fields: [" + String.join(", ", fields) + "]";
        }
        return fields.stream().map(it -> it + ": " + type(it)).collect(Collectors.joining(", ", "fields: {", "}"));
    }

    private String type(String field) {
        List<Contract.Field> all = new ArrayList<>(route.types());
        all.addAll(operation.request().orElse(List.of()));
        return all.stream()
                .filter(it -> it.name().value().equals(field))
                .findFirst()
                .map(PacketSides::type)
                .orElse("any");
    }

    private Diagnostic differs(Contract.Field sent, Contract.Field taken) {
        return info.at(
                        packet.span(),
                        "the packet `" + packet + "` carries " + sent.name() + " as " + sent.type() + ", and "
                                + operation.name() + " of " + receiver.name() + " takes " + taken.type(),
                        "write `" + taken.name() + ": " + type(taken) + "` at the one that is wrong",
                        new Diagnostic.Related(sent.type().span(), "what " + sender.name() + " sends"))
                .with(new Diagnostic.Related(taken.type().span(), "what " + receiver.name() + " takes"));
    }

    private static String type(Contract.Field field) {
        String type = field.type().value();
        return type.contains("[") ? "\"" + type + "\"" : type;
    }
}

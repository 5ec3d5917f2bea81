package io.qpf.schema.load;

import io.qpf.schema.Communication;
import io.qpf.schema.Communication.Channel;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code communicationstack}. */
final class CommunicationReader {
    private CommunicationReader() {}

    static Communication read(Fields section) {
        return new Communication(section.span(), section.texts("input"), section.texts("output"), channels(section));
    }

    /** A free map of booleans, or a list of those that are on. */
    private static List<Channel> channels(Fields section) {
        Optional<Datum> given = section.datum("channels");
        if (given.isPresent() && given.get() instanceof Datum.Sequence) {
            return section.texts("channels").stream()
                    .map(it -> new Channel(it, true))
                    .toList();
        }
        List<Channel> channels = new ArrayList<>();
        Fields free = section.child("channels");
        for (Entry entry : free.entries()) {
            Text name = entry.key();
            free.flag(name.value()).ifPresent(it -> channels.add(new Channel(name, it.value())));
        }
        return channels;
    }
}

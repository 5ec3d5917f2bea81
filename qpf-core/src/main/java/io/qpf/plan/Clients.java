package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shares what an agent calls of a peer among clients, none of which has more methods than a class should. */
public final class Clients {
    private Clients() {}

    /** The operations of the peer that each client calls; the methods of a slice of a wiring stand in one of them. */
    static List<List<String>> shares(Collection collection, Agent agent, String peer) {
        List<Set<String>> shares = new ArrayList<>();
        shares.add(new LinkedHashSet<>());
        for (Wiring wiring : Peers.calls(collection, agent)) {
            if (wiring.to().name().equals(peer)) {
                slices(wiring).forEach(it -> share(it, shares));
            }
        }
        return shares.stream().map(List::copyOf).toList();
    }

    private static void share(List<String> slice, List<Set<String>> shares) {
        for (Set<String> share : shares) {
            Set<String> both = new LinkedHashSet<>(share);
            both.addAll(slice);
            if (both.size() <= Overflow.MOST) {
                share.addAll(slice);
                return;
            }
        }
        shares.add(new LinkedHashSet<>(slice));
    }

    /** The names of a wiring, each once, in lists that one client can take whole. */
    public static List<List<String>> slices(Wiring wiring) {
        List<String> names = wiring.names().stream().map(Text::value).distinct().toList();
        List<List<String>> slices = new ArrayList<>();
        for (int from = 0; from < names.size(); from += Overflow.MOST) {
            slices.add(names.subList(from, Math.min(from + Overflow.MOST, names.size())));
        }
        return slices;
    }
}

package io.qpf.rules;

import io.qpf.collection.Collection;
import io.qpf.collection.Collection.HardEdge;
import io.qpf.schema.ExtractorMap;

/** How people wrote an edge, and how they write what they may have meant. */
record EdgeWords(Collection collection) {
    /** Whether a call of the glue wants the order, and no edge of the map. */
    boolean isCall(HardEdge edge) {
        return !edge.origin().file().path().equals(collection.map().source().path());
    }

    /** What the edge says, for the place where it stands. */
    String says(HardEdge edge) {
        String first =
                edge.before().name() + " is extracted before " + edge.after().name();
        return isCall(edge) ? edge.after().name() + " calls " + edge.before().name() + ", so " + first : first;
    }

    /** The edge of the map the other way round. */
    String turned(HardEdge edge) {
        return written(edge, true, " -> ");
    }

    /** The edge of the map as an observation, which waits for nobody. */
    String softened(HardEdge edge) {
        return written(edge, false, " ->> ");
    }

    private String written(HardEdge edge, boolean turned, String arrow) {
        String from = edge.before().name();
        String to = edge.after().name();
        String reason = "";
        for (ExtractorMap.Edge it : collection.map().edges()) {
            if (it.span().equals(edge.origin())) {
                from = it.from().value();
                to = it.to().value();
                reason = it.reason().map(why -> " (" + why + ")").orElse("");
            }
        }
        return "`" + (turned ? to + arrow + from : from + arrow + to) + reason + "`";
    }
}

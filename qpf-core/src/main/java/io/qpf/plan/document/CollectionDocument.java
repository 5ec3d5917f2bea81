package io.qpf.plan.document;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.Optional;

/**
 * What the documents and data of a collection may show: all that map and glue say, and its agents side by side.
 *
 * @param waves agents that may be extracted side by side, wave by wave
 * @param arrows the hard edges, for a picture
 */
public record CollectionDocument(
        Banner banner,
        CollectionFacts collection,
        PyExpr root,
        Optional<SchemaText> title,
        Optional<SchemaText> purpose,
        Optional<SchemaText> version,
        Group<MemberFacts> agents,
        Group<WaveFacts> waves,
        Group<WiringFacts> wirings,
        Group<ArrowFacts> arrows,
        Group<EdgeFacts> edges,
        SharedFacts shared,
        GuideFacts guide) {
    /** An agent, seen from its collection. */
    public record MemberFacts(
            int order,
            PyIdentifier node,
            SchemaText name,
            SchemaText title,
            SchemaText dotted,
            SchemaText port,
            SchemaText url,
            SchemaText statusUrl,
            SchemaText schemaFile,
            Optional<SchemaText> reason,
            Optional<LinkFacts> readme,
            Group<SchemaText> artifacts,
            Group<SchemaText> checklist,
            Group<SchemaText> links,
            Group<RouteFacts> routes,
            Group<SchemaText> unbound) {
        /** Whether the map says more of the agent than its place. */
        public boolean annotated() {
            return reason.isPresent() || links.some() || artifacts.some() || checklist.some();
        }
    }

    /** A route in the registry. */
    public record RouteFacts(SchemaText operation, SchemaText route) {}

    /** A wave and who is in it. */
    public record WaveFacts(int number, Group<SchemaText> agents) {}

    /** A wiring, seen from outside. */
    public record WiringFacts(
            int number,
            SchemaText from,
            SchemaText to,
            SchemaText type,
            Group<SchemaText> names,
            Optional<SchemaText> importPath) {}

    /** A hard edge between two nodes of the picture. */
    public record ArrowFacts(PyIdentifier from, PyIdentifier to) {}

    /** An edge of the map as the author wrote it. */
    public record EdgeFacts(SchemaText from, SchemaText to, boolean observes, Optional<SchemaText> reason) {}

    /** Whether the map says more of some agent than its place. */
    public boolean annotated() {
        return agents.all().stream().anyMatch(MemberFacts::annotated);
    }

    /** Whether some agent has an operation or a strategy without code. */
    public boolean incomplete() {
        return agents.all().stream().anyMatch(it -> it.unbound().some());
    }
}

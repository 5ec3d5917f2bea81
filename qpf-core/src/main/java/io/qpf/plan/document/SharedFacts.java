package io.qpf.plan.document;

import io.qpf.collection.Collection;
import io.qpf.python.SchemaText;
import io.qpf.schema.Glue;
import io.qpf.schema.SharedConfiguration;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the agents of a collection share.
 *
 * @param further what map and glue say beyond the known keys of what is shared
 */
public record SharedFacts(
        Group<MemoryFacts.BackendFacts> backends,
        Group<ContactFacts> anchors,
        Group<FreeFact> communication,
        Group<FreeFact> folders,
        Group<SchemaText> triggers,
        Group<SchemaText> externals,
        Optional<RetryFacts> retry,
        Group<FreeFact> further) {
    /** A person or body that decides. */
    public record ContactFacts(
            SchemaText name, Optional<SchemaText> role, Group<SchemaText> members, Group<SchemaText> channels) {}

    /** How often and how patiently a call is tried again. */
    public record RetryFacts(SchemaText maxRetries, SchemaText backoffMultiplier, SchemaText initialDelayMs) {
        static RetryFacts of(Glue.RetryPolicy retry) {
            return new RetryFacts(
                    Show.text(retry.maxRetries()),
                    SchemaText.of(TunableFacts.plain(retry.backoffMultiplier())),
                    Show.text(retry.initialDelayMs()));
        }
    }

    static SharedFacts of(Collection collection) {
        SharedConfiguration shared = collection.map().shared();
        Optional<Glue> glue = collection.glue();
        List<FreeFact> communication =
                new ArrayList<>(Show.entries(shared.protocol()).all());
        glue.ifPresent(
                it -> communication.addAll(Show.entries(it.communication()).all()));
        List<FreeFact> further = new ArrayList<>(Show.entries(shared.extras()).all());
        glue.ifPresent(it -> further.addAll(Show.entries(it.extras()).all()));
        return new SharedFacts(
                Group.of(collection.backends(), MemoryFacts.BackendFacts::of),
                Group.of(collection.anchors(), it -> contact(it, collection)),
                new Group<>(communication),
                folders(shared),
                Show.texts(glue.map(Glue::sharedTriggers).orElse(List.of())),
                Show.texts(glue.map(Glue::externals).orElse(List.of())),
                glue.flatMap(Glue::retryPolicy).map(RetryFacts::of),
                new Group<>(further));
    }

    private static Group<FreeFact> folders(SharedConfiguration shared) {
        List<FreeFact> folders = new ArrayList<>();
        folder("logging", shared.loggingRoot(), folders);
        folder("manifests", shared.manifestsRoot(), folders);
        folder("monitoring", shared.monitoringRoot(), folders);
        return new Group<>(folders);
    }

    private static void folder(String name, Optional<Text> path, List<FreeFact> folders) {
        path.ifPresent(it -> folders.add(new FreeFact(SchemaText.of(name), Show.text(it))));
    }

    private static ContactFacts contact(Collection.AnchorContact contact, Collection collection) {
        List<Text> members = collection.map().shared().anchors().stream()
                .filter(it -> collection.contact(it.name()).equals(Optional.of(contact)))
                .flatMap(it -> it.members().stream())
                .toList();
        return new ContactFacts(
                SchemaText.of(contact.name()),
                contact.role().map(SchemaText::of),
                Show.texts(members),
                Show.words(contact.channels()));
    }

    /** The addresses of those backends that have one. */
    public Group<FreeFact> addresses() {
        return new Group<>(backends.all().stream()
                .flatMap(it -> it.address().stream().map(address -> new FreeFact(it.name(), address)))
                .toList());
    }

    /** The backends that say more than their address. */
    public Group<MemoryFacts.BackendFacts> settled() {
        return new Group<>(
                backends.all().stream().filter(it -> it.settings().some()).toList());
    }

    /** The communication with each key once: what the glue says wins over the map. */
    public Group<FreeFact> protocol() {
        Map<String, FreeFact> facts = new LinkedHashMap<>();
        communication.all().forEach(it -> facts.put(it.key().raw(), it));
        return new Group<>(List.copyOf(facts.values()));
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Result;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.Identity;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes to an agent schema in the normal form.
 *
 * <p>The value is there as soon as the agent has a name and a rootpath, even where other parts are in error, so that what
 * links schemas can find its own errors as well; whoever writes files looks at the diagnostics first.
 */
public final class SchemaLoader {
    private static final List<String> EXTENSIONS = List.of("strategies", "superposition");

    private SchemaLoader() {}

    /**
     * Loads a schema.
     *
     * @param path how messages name the file
     */
    public static Result<AgentSchema> load(String path, byte[] bytes) {
        Result<SourceFile> file = SourceReader.read(path, bytes);
        return file.value().isPresent() ? load(file.value().get()) : Result.none(file.diagnostics());
    }

    /** Loads a schema that is decoded already. */
    public static Result<AgentSchema> load(SourceFile file) {
        return Recovery.read(file, reader(file));
    }

    /** What can be read of a broken schema, so that what is wrong with others shows all the same; nothing of one that is whole. */
    public static Optional<AgentSchema> remains(String path, byte[] bytes) {
        return SourceReader.read(path, bytes).value().flatMap(it -> Recovery.remains(it, reader(it)));
    }

    private static Recovery.Reader<AgentSchema> reader(SourceFile file) {
        return (datum, findings) -> Roots.mapping(datum, "an agent schema", findings)
                .flatMap(it -> read(file, Fields.root(it, findings, KnownElsewhere.Home.SCHEMA.adviser(it)), it));
    }

    static Optional<AgentSchema> read(SourceFile file, Fields root, Datum.Mapping mapping) {
        Sections.check(root);
        Optional<Identity> identity = IdentityReader.read(root);
        Identity known = identity.isPresent() ? identity.get() : IdentityReader.nobody(file);
        String name = known.name().value();
        AgentSchema schema = new AgentSchema(
                file,
                known,
                IntegrationReader.read(root.child("integration")),
                GovernanceReader.read(root.child("governance")),
                MemoryReader.read(root.child("memorytopology"), name),
                CommunicationReader.read(root.child("communicationstack")),
                ReasoningReader.read(root.child("reasoningengine")),
                CollaborationReader.read(root.child("collaborationnetwork")),
                LearningReader.read(root.child("learningsystem")),
                WorldModelReader.read(root.child("worldmodelintegration")),
                FilesReader.read(root.child("cursorinstructions")),
                DeploymentReader.read(root.child("deployment")),
                MetadataReader.read(root.child("metadata")),
                PacketRoutingReader.read(root.child("packetrouting")),
                ReasoningPipelineReader.read(root),
                feedbackCycle(root),
                BindingsReader.read(root.child("bindings")),
                ContractsReader.read(root.child("contracts")),
                extras(root),
                SchemaKeys.of(mapping),
                SchemaKeys.empty(mapping));
        Sections.checkSilent(root);
        return identity.isPresent() ? Optional.of(schema) : Optional.empty();
    }

    private static Optional<Entry> feedbackCycle(Fields root) {
        return root.datum("governancefeedbackcycle").isPresent()
                ? root.entry("governancefeedbackcycle")
                : Optional.empty();
    }

    /** Misspelt sections have their own error, so that they are extras without a second finding. */
    private static List<Entry> extras(Fields root) {
        Sections.misspellings(root).forEach(root::keep);
        return new ArrayList<>(root.keep(EXTENSIONS.toArray(String[]::new)).extras());
    }
}

package io.qpf.rules;

import io.qpf.collection.Collection;
import io.qpf.diagnostics.Diagnostics;
import java.util.List;

/** All rules, and what they find. */
public final class Rules {
    /** Every rule, sorted by id. */
    public static final List<Rule> ALL = List.of(
            new SharedRootPath(),
            new SharedPort(),
            new SharedManifest(),
            new SharedName(),
            new MeetingFiles(),
            new MeetingIds(),
            new SharedRoute(),
            new ArtifactCount(),
            new OutputRootDiffers(),
            new SharedKeyspace(),
            new KeyspaceOfTwoLayers(),
            new CopiedSchema(),
            new MapVersion(),
            new RouteVersion(),
            new WiredTwice(),
            new EdgeTwice(),
            new SimilarModules(),
            new WorldModelOff(),
            new ForgottenScope(),
            new HardCycle(),
            new EdgeAgainstSequence(),
            new ImplicitWiring(),
            new LinkedAndGenerated(),
            new UnroutedPacket(),
            new UnwiredOutbound(),
            new UnknownPeer(),
            new UnpublishedEvent(),
            new ProductionOnDraft(),
            new DeprecatedPeer(),
            new MemorySilo(),
            new UnusedBackend(),
            new ChannelOff(),
            new UnreachableOperation(),
            new UnusedContract(),
            new LonelyAgent(),
            new UnusedModel(),
            new SharedLayerMissing(),
            new PacketLacksField(),
            new UnreachableAnchor(),
            new MetricInTwoStyles(),
            new UnusedThreshold(),
            new UntestedProduction(),
            new OpaqueReasoning(),
            new AlertWithoutReceiver(),
            new ForgottenHumans(),
            new NobodyOwns(),
            new OpenPrivateApi(),
            new ModesDisagree(),
            new NoWayBack(),
            new LatencyBudget(),
            new CallerGivesUp(),
            new PatientRetries(),
            new UnlimitedTasks(),
            new EndlessCache(),
            new PathOutsideRoot(),
            new UnportablePath(),
            new ModuleNotImportable(),
            new StandardLibraryName(),
            new RootNotImportable(),
            new RootHidesLibrary(),
            new ModuleListedTwice(),
            new RepeatedItem(),
            new PlaceholderWord(),
            new UnknownContractType(),
            new UnmakeableType());

    private Rules() {}

    /** What all rules find in a collection. */
    public static Diagnostics check(Collection collection) {
        Subject subject = Subject.of(collection);
        return new Diagnostics(
                ALL.stream().flatMap(it -> it.check(subject).stream()).toList());
    }
}

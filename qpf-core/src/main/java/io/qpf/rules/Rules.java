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
            new HardCycle(),
            new EdgeAgainstSequence(),
            new ImplicitWiring(),
            new LinkedAndGenerated(),
            new UnroutedPacket(),
            new UnwiredOutbound(),
            new UnknownPeer(),
            new UnreachableAnchor(),
            new MetricInTwoStyles(),
            new UnusedThreshold(),
            new PathOutsideRoot(),
            new UnportablePath(),
            new ModuleNotImportable(),
            new StandardLibraryName(),
            new RootNotImportable(),
            new RootHidesLibrary(),
            new ModuleListedTwice());

    private Rules() {}

    /** What all rules find in a collection. */
    public static Diagnostics check(Collection collection) {
        Subject subject = Subject.of(collection);
        return new Diagnostics(
                ALL.stream().flatMap(it -> it.check(subject).stream()).toList());
    }
}

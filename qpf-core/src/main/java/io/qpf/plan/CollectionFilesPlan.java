package io.qpf.plan;

import io.qpf.collection.Collection;
import io.qpf.plan.document.CollectionViews;
import io.qpf.plan.pack.CollectionFile;
import io.qpf.plan.pack.Pack;
import io.qpf.plan.view.AgentView;
import io.qpf.plan.view.CollectionPython;
import io.qpf.schema.Bindings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the collection as a whole: foundation, domain code, entry point, configuration, manifests. */
final class CollectionFilesPlan {
    private final Pack pack;
    private final Collection collection;
    private final DomainCode code;
    private final List<AgentPlan> agents;
    private final List<AgentView> views;

    CollectionFilesPlan(
            Pack pack, Collection collection, DomainCode code, List<AgentPlan> agents, List<AgentView> views) {
        this.pack = pack;
        this.collection = collection;
        this.code = code;
        this.agents = agents;
        this.views = List.copyOf(views);
    }

    List<PlannedFile> files() {
        List<PlannedFile> files = new ArrayList<>();
        pack.foundation()
                .forEach((path, content) -> files.add(copied(
                        collection.root() + "/" + path, PlannedFile.Kind.FOUNDATION, "foundation/" + path, content)));
        pack.project()
                .forEach((path, content) ->
                        files.add(copied(path, PlannedFile.Kind.COLLECTION, "project/" + path, content)));
        domainFiles()
                .forEach(
                        (path, content) -> files.add(copied(path, PlannedFile.Kind.DOMAIN, "domain/" + path, content)));
        pack.collectionFiles().forEach(it -> files.add(templated(it)));
        return files;
    }

    /** Bound code comes whole, package by package, so that the tree runs on its own. */
    private Map<String, String> domainFiles() {
        Set<String> tops = new LinkedHashSet<>();
        for (AgentPlan plan : agents) {
            Bindings bindings = plan.agent().schema().bindings();
            Stream.concat(bindings.operations().stream(), bindings.strategies().stream())
                    .map(it -> it.module().replaceFirst("\\..*$", ""))
                    .forEach(tops::add);
        }
        Map<String, String> wanted = new TreeMap<>(code.files());
        wanted.keySet().removeIf(path -> !tops.contains(path.replaceFirst("(/.*|\\.py)$", "")));
        return wanted;
    }

    private PlannedFile templated(CollectionFile file) {
        String path = file.path().replace("{root}", collection.root()).replace("{ecosystem}", collection.name());
        PlannedFile.Kind kind = path.contains("/tests/") ? PlannedFile.Kind.TEST : PlannedFile.Kind.COLLECTION;
        return new PlannedFile.Templated(
                path, Optional.empty(), List.of("map", "glue"), kind, file.template(), view(file.template()));
    }

    /** Python and its configuration show what the code needs; documents and data what people read. */
    private Object view(String template) {
        return template.endsWith(".md") || template.endsWith(".yaml")
                ? CollectionViews.of(collection, agents)
                : CollectionPython.of(collection, views, domainTops());
    }

    private List<String> domainTops() {
        return domainFiles().keySet().stream()
                .map(path -> path.replaceFirst("(/.*|\\.py)$", ""))
                .distinct()
                .toList();
    }

    private static PlannedFile copied(String path, PlannedFile.Kind kind, String origin, String content) {
        return new PlannedFile.Copied(path, Optional.empty(), List.of(), kind, origin, content);
    }
}

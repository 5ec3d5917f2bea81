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
    private final Map<String, String> domainFiles;
    private final Object python;
    private final Object texts;

    CollectionFilesPlan(
            Pack pack, Collection collection, DomainCode code, List<AgentPlan> agents, List<AgentView> views) {
        this.pack = pack;
        this.collection = collection;
        this.code = code;
        this.agents = agents;
        domainFiles = domainFiles();
        python = CollectionPython.of(collection, views, domainTops());
        texts = CollectionViews.of(collection, agents);
    }

    List<PlannedFile> files() {
        List<PlannedFile> files = new ArrayList<>();
        pack.foundation()
                .forEach((path, content) -> files.add(copied(
                        collection.root() + "/" + path, PlannedFile.Kind.FOUNDATION, "foundation/" + path, content)));
        pack.project()
                .forEach((path, content) ->
                        files.add(copied(path, PlannedFile.Kind.COLLECTION, "project/" + path, content)));
        domainFiles.forEach(
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
                    .map(it -> top(it.module().replace('.', '/')))
                    .forEach(tops::add);
        }
        Map<String, String> wanted = new TreeMap<>(code.files());
        wanted.keySet().removeIf(path -> !tops.contains(top(path)));
        return wanted;
    }

    /** The package or module that a path of domain code lies in. */
    private static String top(String path) {
        int slash = path.indexOf('/');
        if (slash >= 0) {
            return path.substring(0, slash);
        }
        return path.endsWith(".py") ? path.substring(0, path.length() - ".py".length()) : path;
    }

    private PlannedFile templated(CollectionFile file) {
        String path = file.path().replace("{root}", collection.root()).replace("{ecosystem}", collection.name());
        PlannedFile.Kind kind = path.contains("/tests/") ? PlannedFile.Kind.TEST : PlannedFile.Kind.COLLECTION;
        return new PlannedFile.Templated(
                path, Optional.empty(), List.of("map", "glue"), kind, file.template(), view(file.template()));
    }

    /** Python and its configuration show what the code needs; documents and data what people read. */
    private Object view(String template) {
        return template.endsWith(".md") || template.endsWith(".yaml") ? texts : python;
    }

    private List<String> domainTops() {
        return domainFiles.keySet().stream()
                .map(CollectionFilesPlan::top)
                .distinct()
                .toList();
    }

    private static PlannedFile copied(String path, PlannedFile.Kind kind, String origin, String content) {
        return new PlannedFile.Copied(path, Optional.empty(), List.of(), kind, origin, content);
    }
}

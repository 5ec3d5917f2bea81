package io.qpf.plan;

import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.plan.document.AgentDocument;
import io.qpf.plan.document.Documents;
import io.qpf.plan.document.Manifest;
import io.qpf.plan.document.Origin;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.plan.pack.Pack;
import io.qpf.plan.pack.TestKind;
import io.qpf.plan.view.AgentView;
import io.qpf.plan.view.AgentViews;
import io.qpf.plan.view.TestView;
import io.qpf.plan.view.WiringTestView;
import io.qpf.plan.view.WiringViews;
import io.qpf.python.PyIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the agents: modules, tests, documents, manifests. */
final class AgentFiles {
    private final Pack pack;
    private final Collection collection;
    private final List<AgentPlan> agents;
    private final ExtractorGuide guide;
    private final Map<String, AgentViews> views;

    AgentFiles(Pack pack, Collection collection, DomainCode code, List<AgentPlan> agents, ExtractorGuide guide) {
        this.pack = pack;
        this.collection = collection;
        this.agents = agents;
        this.guide = guide;
        this.views = AgentViews.all(agents, collection, pack, code);
    }

    /** What the templates show of each agent, in the order of extraction. */
    List<AgentView> views() {
        return views.values().stream().map(AgentViews::agent).toList();
    }

    List<PlannedFile> files() {
        List<PlannedFile> files = new ArrayList<>();
        for (AgentPlan plan : agents) {
            Optional.ofNullable(views.get(plan.agent().name())).ifPresent(it -> {
                modules(plan, it, files);
                tests(plan, it, files);
            });
            List<String> tests = files.stream()
                    .filter(it -> it.kind() == PlannedFile.Kind.TEST
                            && it.agent().equals(Optional.of(plan.agent().name())))
                    .map(PlannedFile::path)
                    .toList();
            documents(plan, files);
            files.add(manifest(plan, tests));
        }
        collection.wirings().forEach(it -> wiringTests(it, files));
        return files;
    }

    private static void modules(AgentPlan plan, AgentViews view, List<PlannedFile> files) {
        for (ModulePlan module : plan.modules()) {
            files.add(new PlannedFile.Templated(
                    module.path(),
                    Optional.of(plan.agent().name()),
                    view.keys(module),
                    PlannedFile.Kind.MODULE,
                    module.archetype().template(),
                    view.module(module)));
        }
    }

    private void tests(AgentPlan plan, AgentViews view, List<PlannedFile> files) {
        for (TestKind kind : tests(plan)) {
            int number = 1;
            for (TestView test : view.tests(kind)) {
                files.add(new PlannedFile.Templated(
                        plan.testFolder() + "/" + kind.name(number++),
                        Optional.of(plan.agent().name()),
                        kind.keys(),
                        PlannedFile.Kind.TEST,
                        kind.template(),
                        test));
            }
        }
    }

    private List<TestKind> tests(AgentPlan plan) {
        if (!plan.agent().schema().files().generateTests()) {
            return List.of();
        }
        return pack.tests().stream()
                .filter(kind -> kind.archetypes().isEmpty()
                        || kind.archetypes().stream()
                                .anyMatch(it -> plan.module(it).isPresent()))
                .toList();
    }

    private void documents(AgentPlan plan, List<PlannedFile> files) {
        List<AgentDocument> views = Documents.of(plan, collection);
        for (int index = 0; index < views.size(); index++) {
            DocumentPlan document = plan.documents().get(index);
            files.add(new PlannedFile.Templated(
                    document.path(),
                    Optional.of(plan.agent().name()),
                    document.kind().keys(),
                    PlannedFile.Kind.DOCUMENT,
                    document.kind().template(),
                    views.get(index)));
        }
    }

    private PlannedFile manifest(AgentPlan plan, List<String> tests) {
        String json = Manifest.of(plan, tests, collection, new Origin(pack.name(), guide.source()));
        return new PlannedFile.Copied(
                plan.manifest(),
                Optional.of(plan.agent().name()),
                List.of("cursorinstructions.postgeneration"),
                PlannedFile.Kind.MANIFEST,
                "manifest",
                json);
    }

    private void wiringTests(Wiring wiring, List<PlannedFile> files) {
        String number = wiring.number() < 10 ? "0" + wiring.number() : Integer.toString(wiring.number());
        String ends = PyIdentifier.snake(wiring.from().name())
                + "_"
                + PyIdentifier.snake(wiring.to().name());
        int file = 1;
        for (WiringTestView view : new WiringViews(collection, views).of(wiring)) {
            String name = "test_" + number + "_" + ends + (file == 1 ? "" : "_" + file) + ".py";
            files.add(new PlannedFile.Templated(
                    collection.root() + "/tests/integration/" + name,
                    Optional.empty(),
                    List.of("wirings." + wiring.number()),
                    PlannedFile.Kind.TEST,
                    "tests/integration_wiring.py",
                    view));
            file++;
        }
    }
}

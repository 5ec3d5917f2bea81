package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.plan.pack.Pack;
import java.util.ArrayList;
import java.util.List;

/** Decides which files a collection becomes, and what each shows. */
public final class Planner {
    private final Pack pack;
    private final Collection collection;
    private final DomainCode code;
    private final ExtractorGuide guide;

    private Planner(Pack pack, Collection collection, DomainCode code, ExtractorGuide guide) {
        this.pack = pack;
        this.collection = collection;
        this.code = code;
        this.guide = guide;
    }

    /** The plan of a collection; findings are about what only shows once everything is laid side by side. */
    public static Result<Plan> plan(Collection collection, Pack pack, DomainCode code, ExtractorGuide guide) {
        return new Planner(pack, collection, code, guide).plan();
    }

    private Result<Plan> plan() {
        List<AgentPlan> agents =
                collection.agents().stream().map(this::agentPlan).toList();
        PlanFindings findings = new PlanFindings(collection, agents, pack, code);
        List<PlannedFile> files = new ArrayList<>();
        AgentFiles agentFiles = new AgentFiles(pack, collection, code, agents, guide);
        files.addAll(agentFiles.files());
        files.addAll(new CollectionFilesPlan(pack, collection, code, agents, agentFiles.views()).files());
        files.addAll(PackageFiles.missing(files));
        Diagnostics diagnostics = findings.diagnostics().plus(PathFindings.of(files, agents));
        return diagnostics.hasErrors()
                ? Result.none(diagnostics)
                : Result.of(new Plan(collection, agents, Precedence.of(files)), diagnostics);
    }

    private AgentPlan agentPlan(Agent agent) {
        List<ModulePlan> modules = new ModulePlanner(pack, collection, agent, guide).modules();
        List<OperationPlan> operations = new OperationPlanner(collection, agent, modules).operations();
        List<DocumentPlan> documents = agent.schema().files().generateDocs().stream()
                .map(it -> OutputPaths.document(collection, agent, it.value()))
                .distinct()
                .map(path -> new DocumentPlan(path, pack.documentOf(path)))
                .toList();
        AgentPlan plan = new AgentPlan(
                agent,
                modules,
                operations,
                documents,
                OutputPaths.tests(collection, agent),
                OutputPaths.manifest(collection, agent));
        return Overflow.relieved(plan, pack);
    }
}

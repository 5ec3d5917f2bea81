package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.graph.DependencyGraph;
import io.qpf.plan.DomainCode;
import io.qpf.plan.Plan;
import io.qpf.plan.Planner;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.plan.pack.Pack;
import io.qpf.review.Allowances;
import io.qpf.rules.Rules;
import io.qpf.schema.load.CollectionFiles;
import io.qpf.schema.load.CommentReader;
import io.qpf.source.SourceFile;
import io.qpf.write.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from folders to plans: one collection goes all of it before the next one is read. */
final class Preparation {
    /** A byte order mark, which is no part of a text. */
    private static final String MARK = "\ufeff";

    private final Request request;
    private final Inputs inputs;
    private final Aim aim;
    private final PackOnItsWay pack;
    private final Stopwatch watch;
    private final Found found = new Found();
    private final Allowances allowances = Allowances.of(List.of());
    private final List<Linked> collections = new ArrayList<>();
    private final List<Plan> planned = new ArrayList<>();
    private Outcome.Size size = Outcome.Size.NONE;
    private Reach reach = Reach.ALL;

    Preparation(Request request, Inputs inputs, Aim aim, PackOnItsWay pack, Stopwatch watch) {
        this.request = request;
        this.inputs = inputs;
        this.aim = aim;
        this.pack = pack;
        this.watch = watch;
    }

    /** What a run is for, and so what must stay in memory of a collection that is through. */
    enum Aim {
        /** The findings, with the lines that they show: a thousand collections take little more than one. */
        FINDINGS,
        /** Findings with the files that they are about, which are to be mended. */
        FIXES,
        /** All collections, which become one tree. */
        TREE
    }

    /** Looks at a plan before it is let go. */
    interface Planned {
        void take(Plan plan) throws IOException;
    }

    /** How much there was. */
    Outcome.Size size() {
        return size;
    }

    /** How far the run came with all collections. */
    Reach reach() {
        return reach;
    }

    /** What the files say about findings. */
    Allowances allowances() {
        return allowances;
    }

    /** All collections that could be linked, if they are to become a tree. */
    List<Linked> collections() {
        return collections;
    }

    /** What each collection becomes, if all could be planned. */
    List<Plan> plans() {
        return found.hasErrors() ? List.of() : planned;
    }

    /** Loads, links, checks and plans one collection after the other. */
    Diagnostics all(Planned planned) throws IOException {
        String input = request.display(request.input());
        Result<List<CollectionFiles>> folders = CollectionFiles.find(request.input());
        found.add(Rebase.below(input, folders.diagnostics()));
        reach = folders.diagnostics().hasErrors() ? Reach.PARTS : Reach.ALL;
        Result<DomainCode> domain = DomainFolder.read(request.domain(), request.display(request.domain()));
        found.add(domain.diagnostics());
        DomainCode code = domain.value().orElse(DomainCode.NONE);
        WorkspaceFiles own = WorkspaceFiles.of(request.output());
        List<CollectionFiles> collectionFiles = folders.value().orElse(List.of());
        for (CollectionFiles files : collectionFiles) {
            String folder = collectionFiles.size() > 1 ? files.name() : "";
            Found ofOne = new Found();
            Loaded loaded = Loaded.of(files, input, this::read, ofOne::add);
            reach = ofOne.hasErrors() ? reach.and(Reach.ofLoading(ofOne.sorted())) : reach;
            watch.lap(Stage.LOAD);
            Workspace workspace = new ProjectWorkspace(code, pack.get().pack(), own.below(folder));
            Optional<Collection> linked = linked(loaded, workspace, ofOne);
            if (linked.isPresent()) {
                // Nobody knows what domain code holds that could not be read.
                boolean plannable = !ofOne.hasErrors() && !domain.diagnostics().hasErrors();
                plan(loaded, linked.get(), folder, plannable ? Optional.of(code) : Optional.empty(), ofOne, planned);
            }
            found.add(placed(loaded.place(), ofOne.sorted()));
        }
        return found.sorted();
    }

    private Diagnostics placed(String place, Diagnostics ofOne) {
        return aim == Aim.FINDINGS ? Rebase.excerpts(place, ofOne) : Rebase.below(place, ofOne);
    }

    private Optional<Collection> linked(Loaded loaded, Workspace workspace, Found ofOne) {
        Result<Collection> linked = loaded.link(workspace);
        ofOne.add(linked.diagnostics());
        watch.lap(Stage.LINK);
        reach = reach.and(linked.value().isPresent() ? Reach.ALL : Reach.READ);
        if (linked.value().isPresent()) {
            size = size.with(linked.value().get());
            ofOne.add(Rules.check(linked.value().get()));
            watch.lap(Stage.CHECK);
        }
        return linked.value();
    }

    /** Plans one collection, if there is code to plan it with. */
    private void plan(
            Loaded loaded, Collection collection, String folder, Optional<DomainCode> code, Found ofOne, Planned plans)
            throws IOException {
        if (aim == Aim.TREE) {
            collections.add(
                    new Linked(folder, loaded.place(), collection, DependencyGraph.of(collection), loaded.extractor()));
        }
        Pack recipes = pack.get().pack();
        boolean whole = false;
        if (code.isPresent()) {
            Result<ExtractorGuide> guide =
                    ExtractorGuides.read(loaded.extractor().orElse(recipes.extractor()), recipes.name());
            ofOne.add(guide.diagnostics());
            if (guide.value().isPresent()) {
                Result<Plan> plan = Planner.plan(
                        collection, recipes, code.get(), guide.value().get());
                ofOne.add(plan.diagnostics());
                whole = plan.value().isPresent();
                if (plan.value().isPresent()) {
                    plans.take(plan.value().get());
                }
                if (aim == Aim.TREE && plan.value().isPresent()) {
                    planned.add(plan.value().get());
                }
            }
        }
        reach = reach.and(whole ? Reach.ALL : Reach.LINKED);
        watch.lap(Stage.PLAN);
    }

    private byte[] read(Path file) throws IOException {
        byte[] bytes = inputs.read(file);
        if (CommentReader.isWorthReading(bytes)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String folder = request.display(request.input()).equals(".") ? "./" : "";
            String whole = text.startsWith(MARK) ? text.substring(1) : text;
            allowances.add(CommentReader.read(new SourceFile(folder + request.display(file), whole)));
        }
        return bytes;
    }
}

package io.qpf.extract;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.graph.DependencyGraph;
import io.qpf.plan.DomainCode;
import io.qpf.plan.Plan;
import io.qpf.plan.Planner;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.plan.pack.Pack;
import io.qpf.render.MustacheRenderer;
import io.qpf.render.RenderException;
import io.qpf.render.RenderedFile;
import io.qpf.review.Review;
import io.qpf.rules.Rules;
import io.qpf.schema.load.CommentReader;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import io.qpf.write.TreeWriter;
import io.qpf.write.WorkspaceFiles;
import io.qpf.write.WriteOptions;
import io.qpf.write.WriteReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pipeline: each stage starts only if those before it found nothing that stops it. */
public final class Extractor {
    /** A byte order mark, which is no part of a text. */
    private static final String MARK = "\ufeff";

    private final Request request;
    private final Inputs inputs;
    private final Progress progress;
    private final PackOnItsWay pack;
    private final Stopwatch watch = new Stopwatch();
    private final List<Linked> collections = new ArrayList<>();
    private final List<Outcome.Made> made = new ArrayList<>();
    private List<Plan> planned = List.of();
    private final List<Text> allowances = new ArrayList<>();
    private Diagnostics diagnostics = Diagnostics.NONE;
    private Statistics everything = Statistics.NONE;

    private Extractor(Request request, Inputs inputs, Progress progress, boolean render) {
        this.request = request;
        this.inputs = inputs;
        this.progress = progress;
        this.pack = PackOnItsWay.start(request.templates(), render);
    }

    /** The last thing to do with what was rendered. */
    private interface LastStep {
        Result<WriteReport> take(TreeWriter writer, List<RenderedFile> files) throws IOException;
    }

    /** Finds all that is wrong with the schemas, and changes nothing. */
    public static Outcome validate(Request request) throws IOException {
        return validate(request, Files::readAllBytes);
    }

    /** The same with other contents of the files. */
    static Outcome validate(Request request, Inputs inputs) throws IOException {
        Extractor extractor = new Extractor(request, inputs, Progress.SILENT, false);
        List<Plan> plans = extractor.plans();
        if (!extractor.diagnostics.hasErrors()) {
            extractor.tryOwnTemplates(plans);
        }
        Review.Reviewed reviewed = extractor.reviewed();
        return extractor.outcome(reviewed, Optional.empty(), extractor.failsBuild(reviewed));
    }

    /** Does everything but the last step: says what an extraction would change. */
    public static Outcome preview(Request request) throws IOException {
        return new Extractor(request, Files::readAllBytes, Progress.SILENT, true).run(TreeWriter::preview);
    }

    /** The whole way to the written tree. */
    public static Outcome extract(Request request, Progress progress) throws IOException {
        return new Extractor(request, Files::readAllBytes, progress, true).run(TreeWriter::write);
    }

    private Outcome run(LastStep last) throws IOException {
        List<Plan> plans = plans();
        Review.Reviewed reviewed = reviewed();
        // Errors always stop: there is nothing true to write.
        if (reviewed.counting().hasErrors() || failsBuild(reviewed)) {
            return outcome(reviewed, Optional.empty(), true);
        }
        List<RenderedFile> files = render(plans);
        watch.lap(Stage.RENDER);
        if (diagnostics.hasErrors()) {
            return outcome(reviewed(), Optional.empty(), true);
        }
        WriteOptions options =
                new WriteOptions(request.display(request.output()), request.overwrite(), Contracts::check);
        Result<WriteReport> report = last.take(TreeWriter.to(request.output(), options), files);
        add(report.diagnostics());
        watch.lap(Stage.WRITE);
        // A warning of the write itself comes too late to stop it.
        return outcome(reviewed(), report.value(), report.diagnostics().hasErrors());
    }

    private List<Plan> plans() throws IOException {
        List<Loaded> loaded = Loaded.all(request, this::read, this::add);
        Result<DomainCode> domain = DomainFolder.read(request.domain(), request.display(request.domain()));
        add(domain.diagnostics());
        watch.lap(Stage.LOAD);
        DomainCode code = domain.value().orElse(DomainCode.NONE);
        for (Loaded it : loaded) {
            String folder = loaded.size() > 1 ? it.folder() : "";
            link(
                    it,
                    folder,
                    new ProjectWorkspace(code, pack.get().pack(), WorkspaceFiles.of(request.output(), folder)));
        }
        watch.lap(Stage.LINK);
        collections.forEach(it -> add(Rebase.below(it.place(), Rules.check(it.collection()))));
        watch.lap(Stage.CHECK);
        List<Plan> plans =
                diagnostics.hasErrors() ? List.of() : plans(pack.get().pack(), code);
        planned = plans;
        if (Files.isDirectory(request.templates())) {
            lookAtOwnTemplates();
        }
        watch.lap(Stage.PLAN);
        return plans;
    }

    private OwnTemplates ownTemplates() throws IOException {
        Path folder = request.templates();
        return new OwnTemplates(folder, request.display(folder), pack.templates(folder));
    }

    /** What needs no schema to be wrong: names that nothing uses, and templates that are none. */
    private void lookAtOwnTemplates() throws IOException {
        OwnTemplates own = ownTemplates();
        List<Diagnostic> found = new ArrayList<>(own.idle());
        pack.renderer().faults().forEach(it -> found.add(own.finding(it)));
        add(new Diagnostics(found));
    }

    /** Renders what people's own templates have a part in, and throws it away: only a view shows what a variable names. */
    private void tryOwnTemplates(List<Plan> plans) throws IOException {
        if (!Files.isDirectory(request.templates())) {
            return;
        }
        Set<String> own = new HashSet<>(pack.templates(request.templates()).own());
        own.retainAll(pack.get().templates().names());
        if (own.isEmpty()) {
            return;
        }
        List<RenderException> faults = new ArrayList<>();
        for (Plan plan : plans) {
            Rendering.Rendered tried = Rendering.of(plan, pack.renderer(), request.threads(), (agent, files) -> {});
            faults.addAll(tried.faults());
        }
        addFaults(faults);
    }

    private void addFaults(List<RenderException> faults) throws IOException {
        if (!faults.isEmpty() && !Files.isDirectory(request.templates())) {
            throw faults.get(0);
        }
        if (!faults.isEmpty()) {
            OwnTemplates own = ownTemplates();
            add(new Diagnostics(faults.stream().map(own::finding).toList()));
        }
    }

    private void link(Loaded loaded, String folder, Workspace workspace) {
        Result<Collection> collection = loaded.link(workspace);
        add(Rebase.below(loaded.place(), collection.diagnostics()));
        collection
                .value()
                .ifPresent(it -> collections.add(
                        new Linked(folder, loaded.place(), it, DependencyGraph.of(it), loaded.extractor())));
    }

    private List<Plan> plans(Pack recipes, DomainCode code) {
        List<Plan> plans = new ArrayList<>();
        for (Linked it : collections) {
            Result<ExtractorGuide> guide =
                    ExtractorGuides.read(it.extractor().orElse(recipes.extractor()), recipes.name());
            add(Rebase.below(it.place(), guide.diagnostics()));
            if (guide.value().isPresent()) {
                Result<Plan> plan = Planner.plan(
                        it.collection(), recipes, code, guide.value().get());
                add(Rebase.below(it.place(), plan.diagnostics()));
                plan.value().ifPresent(plans::add);
            }
        }
        return plans;
    }

    private List<RenderedFile> render(List<Plan> plans) throws IOException {
        MustacheRenderer renderer = pack.renderer();
        List<RenderedFile> files = new ArrayList<>();
        List<RenderException> faults = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Linked linked = collections.get(i);
            Rendering.Rendered rendered = render(plans.get(i), linked, renderer);
            rendered.files().forEach(it -> files.add(it.under(linked.folder())));
            faults.addAll(rendered.faults());
        }
        addFaults(faults);
        return files;
    }

    private Rendering.Rendered render(Plan plan, Linked linked, MustacheRenderer renderer) {
        List<Agent> agents = linked.collection().agents();
        progress.collectionStarted(linked);
        return Rendering.of(plan, renderer, request.threads(), (name, files) -> {
            Statistics statistics = Statistics.of(files);
            everything = everything.plus(statistics);
            agents.stream().filter(it -> name.equals(Optional.of(it.name()))).forEach(agent -> {
                made.add(new Outcome.Made(agent, statistics));
                progress.agentFinished(agent, agents.size(), statistics);
            });
        });
    }

    private byte[] read(Path file) throws IOException {
        byte[] bytes = inputs.read(file);
        if (CommentReader.isWorthReading(bytes)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String folder = request.display(request.input()).equals(".") ? "./" : "";
            String whole = text.startsWith(MARK) ? text.substring(1) : text;
            allowances.addAll(CommentReader.read(new SourceFile(folder + request.display(file), whole)));
        }
        return bytes;
    }

    private void add(Diagnostics found) {
        diagnostics = diagnostics.plus(found);
    }

    private Review.Reviewed reviewed() {
        return Review.of(diagnostics, allowances, request.settings(), Catalogue::ids);
    }

    private boolean failsBuild(Review.Reviewed reviewed) {
        return request.settings().failOn().isReachedBy(reviewed.counting());
    }

    private Outcome outcome(Review.Reviewed reviewed, Optional<WriteReport> report, boolean failed) {
        return new Outcome(
                reviewed.counting(),
                collections,
                planned,
                made,
                everything,
                report,
                watch.timings(),
                failed,
                reviewed.allowed());
    }
}

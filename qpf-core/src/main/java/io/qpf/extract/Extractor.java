package io.qpf.extract;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.extract.Preparation.Aim;
import io.qpf.plan.Plan;
import io.qpf.render.MustacheRenderer;
import io.qpf.render.RenderException;
import io.qpf.render.RenderedFile;
import io.qpf.review.Review;
import io.qpf.write.TreeWriter;
import io.qpf.write.WriteOptions;
import io.qpf.write.WriteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pipeline: each stage starts only if those before it found nothing that stops it. */
public final class Extractor {
    private final Request request;
    private final Progress progress;
    private final PackOnItsWay pack;
    private final Stopwatch watch = new Stopwatch();
    private final Preparation prepared;
    private final Found found = new Found();
    private final List<Outcome.Made> made = new ArrayList<>();
    private Statistics everything = Statistics.NONE;

    private Extractor(Request request, Inputs inputs, Progress progress, Aim aim) {
        this.request = request;
        this.progress = progress;
        this.pack = PackOnItsWay.start(request.templates(), aim == Aim.TREE);
        this.prepared = new Preparation(request, inputs, aim, pack, watch);
    }

    /** The last thing to do with what was rendered. */
    private interface LastStep {
        Result<WriteReport> take(TreeWriter writer, List<RenderedFile> files) throws IOException;
    }

    /** Finds all that is wrong with the schemas, and changes nothing. */
    public static Outcome validate(Request request) throws IOException {
        return new Extractor(request, Files::readAllBytes, Progress.SILENT, Aim.FINDINGS).validate();
    }

    /** The same with other contents of the files, which the findings keep, so that they can be mended. */
    static Outcome validate(Request request, Inputs inputs) throws IOException {
        return new Extractor(request, inputs, Progress.SILENT, Aim.FIXES).validate();
    }

    /** Does everything but the last step: says what an extraction would change. */
    public static Outcome preview(Request request) throws IOException {
        return new Extractor(request, Files::readAllBytes, Progress.SILENT, Aim.TREE).run(TreeWriter::preview);
    }

    /** The whole way to the written tree. */
    public static Outcome extract(Request request, Progress progress) throws IOException {
        return new Extractor(request, Files::readAllBytes, progress, Aim.TREE).run(TreeWriter::write);
    }

    private Outcome validate() throws IOException {
        prepare(this::tryOwnTemplates);
        Review.Reviewed reviewed = reviewed();
        return outcome(reviewed, Optional.empty(), failsBuild(reviewed));
    }

    private void prepare(Preparation.Planned planned) throws IOException {
        if (Files.isDirectory(request.templates())) {
            lookAtOwnTemplates();
        }
        found.add(prepared.all(planned));
        watch.lap(Stage.PLAN);
    }

    private Outcome run(LastStep last) throws IOException {
        // What one template lacks must not hide what another one names wrongly; without faults, all is rendered anyway.
        prepare(plan -> {
            if (found.hasErrors()) {
                tryOwnTemplates(plan);
            }
        });
        Review.Reviewed reviewed = reviewed();
        // Errors always stop: there is nothing true to write.
        if (reviewed.counting().hasErrors() || failsBuild(reviewed)) {
            return outcome(reviewed, Optional.empty(), true);
        }
        List<RenderedFile> files = render();
        watch.lap(Stage.RENDER);
        if (found.hasErrors()) {
            return outcome(reviewed(), Optional.empty(), true);
        }
        WriteOptions options =
                new WriteOptions(request.display(request.output()), request.overwrite(), Contracts::check);
        Result<WriteReport> report = last.take(TreeWriter.to(request.output(), options), files);
        found.add(report.diagnostics());
        watch.lap(Stage.WRITE);
        // A warning of the write itself comes too late to stop it.
        return outcome(reviewed(), report.value(), report.diagnostics().hasErrors());
    }

    private OwnTemplates ownTemplates() throws IOException {
        Path folder = request.templates();
        return new OwnTemplates(folder, request.display(folder), pack.templates(folder));
    }

    /** What needs no schema to be wrong: names that nothing uses, and templates that are none. */
    private void lookAtOwnTemplates() throws IOException {
        OwnTemplates own = ownTemplates();
        List<Diagnostic> wrong = new ArrayList<>(own.idle());
        pack.renderer().faults().forEach(it -> wrong.add(own.finding(it)));
        found.add(new Diagnostics(wrong));
    }

    /** Renders what people's own templates have a part in, and throws it away: only a view shows what a variable names. */
    private void tryOwnTemplates(Plan plan) throws IOException {
        if (!Files.isDirectory(request.templates())) {
            return;
        }
        Set<String> own = new HashSet<>(pack.templates(request.templates()).own());
        own.retainAll(pack.get().templates().names());
        if (own.isEmpty()) {
            return;
        }
        addFaults(Rendering.of(plan, pack.renderer(), request.threads(), (agent, files) -> {})
                .faults());
    }

    private void addFaults(List<RenderException> faults) throws IOException {
        if (!faults.isEmpty() && !Files.isDirectory(request.templates())) {
            throw faults.get(0);
        }
        if (!faults.isEmpty()) {
            OwnTemplates own = ownTemplates();
            found.add(new Diagnostics(faults.stream().map(own::finding).toList()));
        }
    }

    private List<RenderedFile> render() throws IOException {
        MustacheRenderer renderer = pack.renderer();
        List<Plan> plans = prepared.plans();
        List<RenderedFile> files = new ArrayList<>();
        List<RenderException> faults = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Linked linked = prepared.collections().get(i);
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

    private Review.Reviewed reviewed() {
        return Review.of(found.sorted(), prepared.allowances(), request.settings(), Catalogue::ids);
    }

    private boolean failsBuild(Review.Reviewed reviewed) {
        return request.settings().failOn().isReachedBy(reviewed.counting());
    }

    private Outcome outcome(Review.Reviewed reviewed, Optional<WriteReport> report, boolean failed) {
        return new Outcome(
                reviewed.counting(),
                prepared.size(),
                prepared.collections(),
                prepared.plans(),
                made,
                everything,
                report,
                watch.timings(),
                prepared.reach(),
                failed,
                reviewed.allowed());
    }
}

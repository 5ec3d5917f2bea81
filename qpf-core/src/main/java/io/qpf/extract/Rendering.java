package io.qpf.extract;

import io.qpf.plan.Plan;
import io.qpf.plan.PlannedFile;
import io.qpf.render.RenderException;
import io.qpf.render.RenderedFile;
import io.qpf.render.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a plan on several threads. Which thread renders what shows nowhere: the results keep the plan's order. */
final class Rendering {
    private final Renderer renderer;
    private final Set<String> firstParty;

    private Rendering(Renderer renderer, Set<String> firstParty) {
        this.renderer = renderer;
        this.firstParty = firstParty;
    }

    /** What came out, and each template that gave nothing. */
    record Rendered(List<RenderedFile> files, List<RenderException> faults) {
        Rendered {
            files = List.copyOf(files);
            faults = List.copyOf(faults);
        }
    }

    /** Called for each agent, in the order of the plan, and at last for the files of no agent; not for what has faults. */
    interface Listener {
        void rendered(Optional<String> agent, List<RenderedFile> files);
    }

    static Rendered of(Plan plan, Renderer renderer, int threads, Listener listener) {
        Rendering rendering = new Rendering(renderer, firstParty(plan));
        ExecutorService pool = Executors.newFixedThreadPool(threads, Rendering::daemon);
        try {
            return rendering.render(plan, pool, listener);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "qpf-render");
        thread.setDaemon(true);
        return thread;
    }

    /** The root package and the packages of domain code, which isort must know. */
    private static Set<String> firstParty(Plan plan) {
        Stream<String> domain = plan.files().stream()
                .filter(it -> it.kind() == PlannedFile.Kind.DOMAIN)
                .map(it -> it.path().contains("/")
                        ? it.path().substring(0, it.path().indexOf('/'))
                        : it.path().replaceFirst("\\.py$", ""));
        return Stream.concat(Stream.of(plan.collection().root()), domain).collect(Collectors.toUnmodifiableSet());
    }

    private Rendered render(Plan plan, ExecutorService pool, Listener listener) {
        List<Batch> batches = new ArrayList<>();
        for (Optional<String> agent : owners(plan)) {
            List<Future<RenderedFile>> files = plan.files().stream()
                    .filter(it -> it.agent().equals(agent))
                    .map(it -> pool.submit(() -> render(it)))
                    .toList();
            batches.add(new Batch(agent, files));
        }
        List<RenderedFile> all = new ArrayList<>();
        List<RenderException> faults = new ArrayList<>();
        for (Batch batch : batches) {
            List<RenderedFile> files = new ArrayList<>();
            for (Future<RenderedFile> it : batch.files) {
                try {
                    files.add(result(it));
                } catch (RenderException e) {
                    faults.add(e);
                }
            }
            if (faults.isEmpty()) {
                listener.rendered(batch.agent, files);
            }
            all.addAll(files);
        }
        return new Rendered(all, faults);
    }

    /** The agents in the order of extraction, then whoever else has files. */
    private static List<Optional<String>> owners(Plan plan) {
        Stream<Optional<String>> agents = plan.collection().agents().stream().map(it -> Optional.of(it.name()));
        Stream<Optional<String>> files = plan.files().stream().map(PlannedFile::agent);
        return Stream.concat(agents, files).distinct().toList();
    }

    private RenderedFile render(PlannedFile file) {
        if (file instanceof PlannedFile.Templated it) {
            return new RenderedFile(file, renderer.render(it.template(), it.view(), firstParty));
        }
        return new RenderedFile(file, ((PlannedFile.Copied) file).content());
    }

    private static RenderedFile result(Future<RenderedFile> file) {
        try {
            return file.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering", e);
        }
    }

    /** The files of one agent, on their way. */
    private record Batch(Optional<String> agent, List<Future<RenderedFile>> files) {}
}

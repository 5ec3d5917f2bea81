package io.qpf.extract;

import io.qpf.render.MustacheRenderer;
import io.qpf.render.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The pack, which is read on a thread of its own while the schemas are loaded. */
final class PackOnItsWay {
    private final FutureTask<PackFiles> files =
            new FutureTask<>(() -> PackFiles.read(PackOnItsWay.class.getClassLoader()));
    private final FutureTask<MustacheRenderer> renderer;

    private PackOnItsWay(Path overrides) {
        renderer = new FutureTask<>(() -> {
            TemplateSource templates = get().templates();
            return new MustacheRenderer(Files.isDirectory(overrides) ? templates.overriddenBy(overrides) : templates);
        });
    }

    /** Starts to read; for a render, starts to compile the templates as well. */
    static PackOnItsWay start(Path overrides, boolean render) {
        PackOnItsWay pack = new PackOnItsWay(overrides);
        Thread thread = new Thread(() -> pack.read(render), "qpf-pack");
        thread.setDaemon(true);
        thread.start();
        return pack;
    }

    private void read(boolean render) {
        files.run();
        if (render) {
            renderer.run();
            try {
                renderer.get().compile();
            } catch (ExecutionException | InterruptedException e) {
                // Whoever asks for the renderer gets to hear it.
                Thread.currentThread().interrupt();
            }
        }
    }

    PackFiles get() throws IOException {
        return result(files);
    }

    /** The templates of the user, with the pack's behind them. */
    TemplateSource templates(Path overrides) throws IOException {
        return get().templates().overriddenBy(overrides);
    }

    /** With the templates of the user in place of the pack's. */
    MustacheRenderer renderer() throws IOException {
        renderer.run();
        return result(renderer);
    }

    private static <T> T result(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the pack", e);
        }
    }
}

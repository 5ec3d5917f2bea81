package io.qpf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real browser, without a screen. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE_SECONDS = 180;

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    /**
     * The browser on the PATH. Where there is none, a build on CI fails, and any other says so on standard error and counts
     * its tests as aborted.
     */
    public static Chromium get() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : List.of(path.split(File.pathSeparator, -1))) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return new Chromium(program);
                }
            }
        }
        String message = "THE READINESS PAGE WAS NOT SEEN BY A BROWSER: there is no chromium on the PATH;"
                + " scripts/install-chromium installs it";
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        System.err.println(message);
        return Assumptions.abort(message);
    }

    /** The document as it is once its scripts have run. */
    public String dom(Path page, int width, boolean dark) throws IOException {
        Path out = page.resolveSibling("dom.txt");
        run(page, width, dark, out, List.of("--virtual-time-budget=60000", "--dump-dom"));
        return Files.readString(out);
    }

    /** A picture of the document. */
    public void screenshot(Path page, int width, int height, boolean dark, Path picture) throws IOException {
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.deleteIfExists(picture);
        run(
                page,
                width,
                dark,
                page.resolveSibling("screenshot.txt"),
                List.of("--window-size=" + width + "," + height, "--screenshot=" + picture.toAbsolutePath()));
        assertThat(picture).isNotEmptyFile();
    }

    private void run(Path page, int width, boolean dark, Path out, List<String> wishes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--user-data-dir=" + page.resolveSibling("profile"),
                "--window-size=" + width + ",900"));
        if (dark) {
            command.add("--force-dark-mode");
        }
        command.addAll(wishes);
        command.add(page.toUri().toString());
        Path errors = page.resolveSibling("errors.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                fail("the browser took longer than " + PATIENCE_SECONDS + " s: " + Files.readString(errors));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("%s", Files.readString(errors)).isZero();
    }
}

package io.qpf.gates.measure;

import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.Toolchain;
import io.qpf.gates.toolchain.ToolchainException;
import io.qpf.gates.toolchain.ToolchainRequest;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.plan.Plan;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A whole run, kept: while nothing has changed that it depends on, its result stands, and not even the schemas need to be read.
 *
 * <p>Only a run that measured everything and found nothing is kept, and only where the tools have an environment of their own,
 * which never changes. A kept run that reads other reports than those it wrote does not stand any more.
 */
public final class KeptRun {
    private static final String FILE = "kept-run.properties";
    private static final String KEY = "key";
    private static final String REQUIREMENTS = "requirements";
    private static final String TOOLS = "tools";
    private static final String REPORTS = "reports";
    private static final String TEXT = "text";
    private static final String TESTS_READ = "tests-read";

    private final Path file;
    private final Options options;
    private final List<Path> reports;
    private final String key;

    private KeptRun(Path file, Options options, List<Path> reports, String key) {
        this.file = file;
        this.options = options;
        this.reports = List.copyOf(reports);
        this.key = key;
    }

    /**
     * The run that is to be done, with all that its result depends on as it lies now.
     *
     * @param tree what was extracted; what no gate looks at there, such as a tool's cache, changes nothing
     * @param read other files and folders that are read; they need not exist
     * @param asked what else was asked for
     * @param reports what it writes
     */
    public static KeptRun of(Options options, Path tree, List<Path> read, List<String> asked, List<Path> reports)
            throws IOException {
        Digest lookedAt = new Digest();
        add(lookedAt, tree.toAbsolutePath().normalize(), Contents::isLookedAt);
        String key = new Digest()
                .addAll(asked)
                .addAll(asked(options))
                .add(lookedAt.hex())
                .add(digest(read))
                .hex();
        return new KeptRun(options.work().resolve(FILE), options, reports, key);
    }

    private static List<String> asked(Options options) {
        return List.of(
                new TreeMap<>(options.thresholds()).toString(),
                new TreeSet<>(options.allowNotRun()).toString(),
                new TreeSet<>(options.only()).toString(),
                options.mode().toString(),
                options.python().toString(),
                options.wheels().toString());
    }

    private static void add(Digest digest, Path start, Predicate<Path> counts) throws IOException {
        digest.add(start.toString());
        if (!Files.exists(start)) {
            digest.add("absent");
            return;
        }
        try (Stream<Path> walk = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
            for (Path it : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path path = start.relativize(it);
                if (counts.test(path)) {
                    digest.add(path.toString()).add(Digest.of(it));
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileSystemLoopException) {
                // A link that leads round in a circle: no end, no fingerprint, and so nothing that could be kept.
                digest.add(Long.toString(System.nanoTime()));
                return;
            }
            throw new IOException(start + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What an equal run printed; empty if there was none, or something has changed since. */
    public Optional<String> text() {
        if (options.fresh() || !keepsItsTools() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
            boolean stands = key.equals(kept.getProperty(KEY))
                    && digest(reports).equals(kept.getProperty(REPORTS))
                    && stand(kept.getProperty(TESTS_READ, ""))
                    && tools(kept.getProperty(REQUIREMENTS, "")).equals(kept.getProperty(TOOLS));
            return stands ? Optional.ofNullable(kept.getProperty(TEXT)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | ToolchainException e) {
            // Whatever is wrong with it, measuring anew tells it better.
            return Optional.empty();
        }
    }

    /**
     * Keeps this run if its result is good for others: everything was measured and passed. Its reports are written by now.
     *
     * @param text what to print in its place
     */
    public void keep(List<Plan> plans, List<Readiness> all, String text) throws IOException {
        Files.deleteIfExists(file);
        if (!keepsItsTools() || plans.isEmpty() || !all.stream().allMatch(KeptRun::isWhole)) {
            return;
        }
        Properties kept = new Properties();
        String requirements = Expectations.toolRequirements(plans.get(0));
        try {
            kept.setProperty(TOOLS, tools(requirements));
        } catch (ToolchainException e) {
            return;
        }
        kept.setProperty(KEY, key);
        kept.setProperty(REQUIREMENTS, requirements);
        kept.setProperty(REPORTS, digest(reports));
        List<String> reads = new ArrayList<>();
        for (Readiness it : all) {
            reads.add(Reads.text(options.work().resolve(it.folder())));
        }
        kept.setProperty(TESTS_READ, String.join("\n", reads));
        kept.setProperty(TEXT, text);
        Files.createDirectories(file.resolveSibling("."));
        Path draft = Files.createTempFile(file.resolveSibling("."), "draft", ".tmp");
        try (Writer out = Files.newBufferedWriter(draft)) {
            kept.store(out, null);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a threshold or the build allows not to run may run the next time. */
    private static boolean isWhole(Readiness readiness) {
        return readiness.results().stream()
                .allMatch(
                        it -> it.outcome() instanceof Outcome.Passed || it.outcome() instanceof Outcome.NotApplicable);
    }

    private boolean keepsItsTools() {
        return options.mode() == Mode.AUTO || options.mode() == Mode.VENV;
    }

    /** Which tools there are, made now if they are gone. */
    private String tools(String requirements) throws IOException, ToolchainException {
        return Toolchain.of(new ToolchainRequest(
                        requirements,
                        options.environments(),
                        options.mode(),
                        options.python(),
                        options.offline(),
                        options.wheels()))
                .identity();
    }

    private static boolean stand(String reads) throws IOException {
        for (String it : reads.lines().toList()) {
            if (!Reads.of(it).stand()) {
                return false;
            }
        }
        return true;
    }

    private static String digest(List<Path> files) throws IOException {
        Digest digest = new Digest();
        for (Path it : files) {
            add(digest, it.toAbsolutePath().normalize(), path -> true);
        }
        return digest.hex();
    }
}

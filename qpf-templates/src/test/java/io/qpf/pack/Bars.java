package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bars for one extracted tree, measured with the real tools.
 *
 * <p>pylint, the tests and their coverage look at what was made for the collection. The foundation is the same in every
 * tree, and the example's test holds it to the same bars.
 */
final class Bars {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RATING = Pattern.compile("rated at (\\d+\\.\\d+)/10");
    private static final Pattern COVERAGE = Pattern.compile("(?m)^TOTAL.*?(\\d+)%");
    private static final double LOWEST_RATING = 9.5;
    private static final int LOWEST_COVERAGE = 90;

    private final RealTools tools;
    private final Path tree;
    private final List<String> modules = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private Bars(RealTools tools, Path tree) throws IOException {
        this.tools = tools;
        this.tree = tree;
        for (JsonNode file :
                JSON.readTree(tree.resolve(".qpf/lock.json").toFile()).get("files")) {
            String kind = file.get("kind").asText();
            String path = file.get("path").asText();
            switch (kind) {
                case "module" -> modules.add(path);
                case "test" -> tests.add(path);
                case "document", "manifest", "collection" -> others.add(path);
                default -> assertThat(kind).isIn("foundation", "domain");
            }
        }
    }

    /** Everything that the example is held to. */
    static void hold(RealTools tools, Path tree) throws IOException {
        Bars bars = new Bars(tools, tree);
        bars.nothingIsLeftOpen();
        bars.isLaidOut();
        bars.atOnce(bars::isTyped, bars::isLinted, bars::isTested);
    }

    /** One look at a tree. */
    private interface Check {
        void run() throws IOException;
    }

    /** The tools are single-threaded and read only, so that a machine of two cores may run two of them. */
    private void atOnce(Check... checks) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> running = new ArrayList<>();
        for (Check check : checks) {
            running.add(pool.submit(() -> {
                check.run();
                return true;
            }));
        }
        pool.shutdown();
        for (Future<Boolean> it : running) {
            try {
                assertThat(it.get()).isTrue();
            } catch (ExecutionException e) {
                throw new AssertionError(tree + " " + String.valueOf(e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while tools were running");
            }
        }
    }

    private void nothingIsLeftOpen() throws IOException {
        assertThat(modules).isNotEmpty();
        assertThat(tests).isNotEmpty();
        for (List<String> files : List.of(modules, tests, others)) {
            for (String file : files) {
                String text = Files.readString(tree.resolve(file));
                assertThat(text).as(file).doesNotContain("TODO", "NotImplementedError");
                assertThat(text.toLowerCase(Locale.ROOT)).as(file).doesNotContain("placeholder");
            }
        }
    }

    private void isLaidOut() throws IOException {
        tools.passes(tree, "compileall", "-q", ".");
        tools.passes(tree, "black", "--check", "--diff", "--quiet", ".");
        tools.passes(tree, "isort", "--check-only", "--diff", "--quiet", ".");
    }

    private void isTyped() throws IOException {
        // What mypy knows of the libraries holds for every tree.
        Path cache = Path.of(System.getProperty("qpf.root", "."), "target", "qpf-venv", "mypy");
        tools.passes(tree, Map.of("MYPY_CACHE_DIR", cache.toAbsolutePath().toString()), "mypy");
    }

    private void isLinted() throws IOException {
        List<String> command = new ArrayList<>(List.of("pylint"));
        command.addAll(modules);
        command.addAll(tests);
        String output =
                tools.run(tree, Map.of(), command.toArray(String[]::new)).output();
        Matcher rating = RATING.matcher(output);
        assertThat(rating.find()).as(output).isTrue();
        assertThat(Double.parseDouble(rating.group(1))).as(output).isGreaterThanOrEqualTo(LOWEST_RATING);
    }

    private void isTested() throws IOException {
        List<String> command = new ArrayList<>(List.of("pytest", "-q", "--cov-report=term"));
        command.add("--ignore-glob=*/tests/foundation/*");
        packages().forEach(it -> command.add("--cov=" + it));
        String output = tools.passes(tree, command.toArray(String[]::new));
        Matcher coverage = COVERAGE.matcher(output);
        assertThat(coverage.find()).as(output).isTrue();
        assertThat(Integer.parseInt(coverage.group(1))).as(output).isGreaterThanOrEqualTo(LOWEST_COVERAGE);
        assertThat(output).contains(" passed").doesNotContainPattern("\\d+ (skipped|failed|error)");
    }

    /** The outermost folders with modules of agents. */
    private Set<String> packages() {
        Set<String> folders = new TreeSet<>();
        modules.forEach(it -> folders.add(it.substring(0, it.lastIndexOf('/'))));
        folders.removeIf(it -> folders.stream().anyMatch(other -> it.startsWith(other + "/")));
        return folders;
    }
}

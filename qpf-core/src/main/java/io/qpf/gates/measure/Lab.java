package io.qpf.gates.measure;

import io.qpf.gates.toolchain.ToolRun;
import io.qpf.gates.toolchain.Toolchain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where instruments work: the tree, the tools, and the folder for what is kept.
 *
 * @param expected the file that tells probes what should be there
 * @param expectedDigest its fingerprint
 * @param versions the versions of the tools
 */
record Lab(
        Subject subject,
        Options options,
        Contents contents,
        Toolchain toolchain,
        ResultStore store,
        Path expected,
        String expectedDigest,
        Map<String, String> versions) {
    private static final List<String> PROBE = List.of(
            "__init__", "tree", "importing", "shape", "wiring", "papers", "static", "running", "journal", "covering");

    /** Puts the probe's modules where Python finds them, and gives their fingerprint. */
    static String unpackProbe(Path work) throws IOException {
        Path folder = work.resolve("probe/qpf_probe");
        Files.createDirectories(folder);
        Digest digest = new Digest();
        for (String module : PROBE) {
            String name = "/qpf/gates/qpf_probe/" + module + ".py";
            try (InputStream in = Lab.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("qpf-core lacks " + name);
                }
                byte[] bytes = in.readAllBytes();
                digest.add(new String(bytes, StandardCharsets.UTF_8));
                Path file = folder.resolve(module + ".py");
                if (!Files.isRegularFile(file) || !java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
                    Files.write(file, bytes);
                }
            }
        }
        return digest.hex();
    }

    /** The beginning of every key: the tools, the tree's place and what it is held against. */
    Digest key(String what) {
        Digest digest = new Digest();
        digest.add(what).add(toolchain.identity()).add(subject.tree().toString());
        new java.util.TreeMap<>(versions)
                .forEach((name, version) -> digest.add(name).add(version));
        return digest.add(contents.hash("pyproject.toml"));
    }

    Path work(String name) throws IOException {
        Path file = options.work().resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return file;
    }

    /**
     * Runs a module of Python in the tree, and keeps its output in full.
     *
     * @param name what its log is called
     * @throws ToolFailure if it is not installed, or was ended at its time limit
     */
    ToolRun run(String name, Map<String, String> variables, List<String> arguments) throws IOException, ToolFailure {
        ToolRun run = runAnyway(name, variables, arguments);
        if (run.exit() == ToolRun.TIMED_OUT) {
            throw new ToolFailure(name + " did not end within "
                    + options.timeout().toSeconds() + " s and was ended with its children; see " + logOf(name)
                    + ", or give more with -Dqpf.timeout");
        }
        return run;
    }

    /** The same, where running out of time is a result. */
    ToolRun runAnyway(String name, Map<String, String> variables, List<String> arguments)
            throws IOException, ToolFailure {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PYTHONPATH", options.work().resolve("probe").toString(),
                "PYTHONPYCACHEPREFIX", options.work().resolve("pycache").toString(),
                "PYTHONHASHSEED", "0",
                "PYTHONUTF8", "1",
                "PYTHONDONTWRITEBYTECODE", ""));
        environment.putAll(variables);
        List<String> command = new ArrayList<>(List.of("-m"));
        command.addAll(arguments);
        ToolRun run = toolchain.run(subject.tree(), options.timeout(), environment, command);
        Path log = work("logs/" + name + ".log");
        Files.writeString(log, String.join(" ", run.command()) + "\n" + run.output(), StandardCharsets.UTF_8);
        String missing = "No module named " + arguments.get(0).replaceFirst("\\..*", "");
        if (!run.passed() && run.output().contains(missing)) {
            throw new ToolFailure(arguments.get(0) + " is not installed for " + toolchain.python()
                    + "; leave -Dqpf.toolchain out, so that it is installed, or install it there");
        }
        return run;
    }

    /** Where the output of a run lies, as reports name it. */
    String logOf(String name) {
        return options.work().resolve("logs/" + name + ".log").toString().replace('\\', '/');
    }

    /** The failure of a tool whose output nobody understands. */
    ToolFailure broke(String name, ToolRun run) {
        String last = run.output().lines().filter(it -> !it.isBlank()).reduce("", (a, b) -> b);
        return new ToolFailure(name + " broke with exit " + run.exit() + ": " + last + "; see " + logOf(name));
    }
}

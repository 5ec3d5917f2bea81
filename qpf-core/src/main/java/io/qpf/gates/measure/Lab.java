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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where instruments work: the tree, the tools, and the folder for what is kept.
 *
 * @param stage the copy of the tree that everything runs in
 * @param expected the file that tells probes what should be there
 * @param expectedDigest its fingerprint
 * @param probe the fingerprint of the probe's own modules
 * @param versions the versions of all that is installed of what the lock names
 */
record Lab(
        Subject subject,
        Options options,
        Contents contents,
        Toolchain toolchain,
        ResultStore store,
        Stage stage,
        Path expected,
        String expectedDigest,
        String probe,
        Map<String, String> versions) {
    private static final String CONFIGURATION = "pyproject.toml";
    private static final List<String> PROBE = List.of(
            "__init__",
            "tree",
            "importing",
            "libraries",
            "shape",
            "silence",
            "meddling",
            "wiring",
            "papers",
            "static",
            "running",
            "reading",
            "journal",
            "covering");

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

    /** The folder that is measured, which is a copy. */
    Path tree() {
        return stage.folder();
    }

    /** The one configuration that tools read, whatever others they would find. */
    String configuration() {
        return tree().resolve(CONFIGURATION).toString();
    }

    /** The beginning of every key: its own tools and what the agents need, the tree's place and its configuration. */
    Digest key(String what, List<String> tools) {
        Digest digest = new Digest();
        digest.add(what).add(probe).add(toolchain.identity()).add(tree().toString());
        new TreeMap<>(versions).forEach((name, version) -> {
            if (!Tools.NAMES.contains(name) || tools.contains(name)) {
                digest.add(name).add(version);
            }
        });
        return digest.add(contents.hash(CONFIGURATION));
    }

    /** The same for what depends on no tool. */
    Digest key(String what) {
        return key(what, List.of());
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
    ToolRun run(RunLogs logs, String name, Map<String, String> variables, List<String> arguments)
            throws IOException, ToolFailure {
        ToolRun run = runAnyway(logs, name, variables, arguments);
        if (run.exit() == ToolRun.TIMED_OUT) {
            throw new ToolFailure(name + " did not end within "
                    + options.timeout().toSeconds() + " s and was ended with its children; see " + logOf(name)
                    + ", or give more with -Dqpf.timeout");
        }
        return run;
    }

    /** The same, where running out of time is a result. */
    ToolRun runAnyway(RunLogs logs, String name, Map<String, String> variables, List<String> arguments)
            throws IOException, ToolFailure {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PYTHONPATH", options.work().resolve("probe").toString(),
                "PYTHONPYCACHEPREFIX", options.work().resolve("bytecode").toString(),
                "PYTHONHASHSEED", "0",
                "PYTHONUTF8", "1",
                "PYTHONDONTWRITEBYTECODE", ""));
        environment.putAll(variables);
        stage.set();
        // -P: no module of the tree, planned or not, is taken for a tool's own.
        List<String> command = new ArrayList<>(List.of("-P", "-m"));
        command.addAll(arguments);
        ToolRun run = toolchain.run(tree(), options.timeout(), environment, command);
        Path log = work("logs/" + name + ".log");
        Files.writeString(log, String.join(" ", run.command()) + "\n" + run.output(), StandardCharsets.UTF_8);
        logs.note(logOf(name), run.passed());
        String missing = "No module named " + arguments.get(0).replaceFirst("\\..*", "");
        if (!run.passed() && run.output().contains(missing)) {
            throw new ToolFailure(notInstalled(arguments.get(0)));
        }
        return run;
    }

    /** Why an instrument cannot measure here; empty if nothing that it needs is missing. */
    Optional<String> lacks(Instrument instrument) {
        return instrument.needs().stream()
                .filter(it -> !versions.containsKey(it))
                .findFirst()
                .map(this::notInstalled);
    }

    private String notInstalled(String name) {
        return name + " is not installed for " + toolchain.python()
                + "; leave -Dqpf.toolchain out, so that it is installed, or install it there";
    }

    /** A tool with all that the agents import: what reads or runs their code is wrong about it without these. */
    List<String> withPackages(String... tools) {
        return Stream.concat(Stream.of(tools), Tools.packages(subject.plan()).stream())
                .toList();
    }

    /** Where the output of a run lies, as reports name it. */
    String logOf(String name) {
        return options.work().resolve("logs/" + name + ".log").toString().replace('\\', '/');
    }

    /** The failure of a tool whose output nobody understands. */
    ToolFailure broke(String name, ToolRun run) {
        List<String> lines = run.output()
                .lines()
                .filter(it -> !it.isBlank())
                .map(String::strip)
                .toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        // The last line may be a count; what a tool calls an error is the cause.
        String cause = lines.stream()
                .filter(it -> it.startsWith("ERROR:") || it.startsWith("error:"))
                .findFirst()
                .orElse(last);
        return new ToolFailure(name + " broke with exit " + run.exit() + ": " + cause + "; see " + logOf(name));
    }
}

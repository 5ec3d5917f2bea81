package io.qpf.gates.measure;

import io.qpf.gates.toolchain.Toolchain;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.plan.Plan;
import io.qpf.plan.PlannedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is installed of what the locked requirements name. */
final class Tools {
    /** What measures, and what no agent imports. */
    static final List<String> NAMES =
            List.of("black", "isort", "mypy", "pylint", "pytest", "pytest-asyncio", "coverage");

    private static final List<String> SHOWN =
            Stream.concat(NAMES.stream(), Stream.of("fastapi", "pydantic")).toList();
    private static final Pattern NAME = Pattern.compile("(?m)^([A-Za-z0-9][A-Za-z0-9._-]*).*$");

    private Tools() {}

    /** The packages that agents import, as requirements.in names them. */
    static List<String> packages(Plan plan) {
        return plan.files().stream()
                .filter(it -> it.path().equals("requirements.in"))
                .filter(PlannedFile.Copied.class::isInstance)
                .flatMap(it -> NAME.matcher(((PlannedFile.Copied) it).content()).results())
                .map(it -> it.group(1).toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** The versions by name. An environment of our own never changes; what a system has installed may. */
    static Map<String, String> versions(Toolchain toolchain, ResultStore store, Plan plan, Mode mode, Path work)
            throws IOException {
        List<String> names = List.copyOf(Expectations.requirements(plan));
        String key = new Digest()
                .add("versions")
                .add(toolchain.identity())
                .addAll(names)
                .hex();
        Map<String, String> versions = new TreeMap<>();
        if (mode == Mode.AUTO || mode == Mode.VENV) {
            store.get(key)
                    .ifPresent(it -> it.properties()
                            .forEach(row ->
                                    versions.put(row.getKey(), row.getValue().asText())));
        }
        if (versions.isEmpty()) {
            versions.putAll(toolchain.versions(work, names));
            store.put(key, ResultStore.JSON.valueToTree(versions));
        }
        return versions;
    }

    /** Those that reports show. */
    static Map<String, String> shown(Map<String, String> versions) {
        Map<String, String> shown = new TreeMap<>(versions);
        shown.keySet().retainAll(SHOWN);
        return shown;
    }
}

package io.qpf.gates.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gates;
import io.qpf.gates.toolchain.ToolRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * pylint. Its messages on a file depend on all that the file imports; its mark is reckoned here by pylint's own formula,
 * since the files of several runs count together.
 */
final class Pylint extends FileTool {
    private static final long WORTH_A_RUN = 3_000;
    private static final int ERROR = 5;

    private final Map<String, List<String>> closures;
    private final Map<String, Long> statements;

    Pylint(Lab lab, Probe probe) {
        super(lab, Gates.PYLINT);
        closures = probe.closures();
        statements = probe.statements();
    }

    @Override
    String keyOf(String file) {
        Digest digest = new Digest();
        for (String it : closures.getOrDefault(file, List.of(file))) {
            digest.add(it).add(lab().contents().hash(it));
        }
        return digest.hex();
    }

    @Override
    List<String> arguments() {
        return List.of(
                "pylint", "--rcfile=" + lab().configuration(), "--output-format=json2", "--persistent=n", "--jobs=1");
    }

    @Override
    long weight(String file) {
        return 1 + statements.getOrDefault(file, 0L) * 4;
    }

    /** Every run reads what the files import once more, and other tools keep the other half of the workers busy. */
    @Override
    int runs(long weight) {
        return (int) Math.max(1, Math.min(lab().options().workers() / 2, 1 + weight / (4 * WORTH_A_RUN)));
    }

    @Override
    boolean keepsFindings() {
        return true;
    }

    @Override
    public List<String> needs() {
        return lab().withPackages("pylint");
    }

    @Override
    Map<String, List<Evidence>> parse(ToolRun run) throws ToolFailure {
        int start = run.output().indexOf('{');
        Map<String, List<Evidence>> found = new HashMap<>();
        try {
            JsonNode document = ResultStore.JSON.readTree(run.output().substring(Math.max(0, start)));
            if (!document.has("messages")) {
                throw lab().broke(name(), run);
            }
            for (JsonNode it : document.path("messages")) {
                String file = it.path("path").asText().replace('\\', '/');
                String message = it.path("symbol").asText() + ": "
                        + it.path("message").asText().lines().findFirst().orElse("");
                found.computeIfAbsent(file, path -> new ArrayList<>())
                        .add(evidence(
                                file,
                                it.path("line").asInt(),
                                it.path("messageId").asText(),
                                message));
            }
        } catch (JsonProcessingException e) {
            throw lab().broke(name(), run);
        }
        return found;
    }

    @Override
    long seen(ToolRun run) {
        try {
            String document = run.output().substring(Math.max(0, run.output().indexOf('{')));
            return ResultStore.JSON
                    .readTree(document)
                    .path("statistics")
                    .path("modulesLinted")
                    .asLong();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    @Override
    public List<Measurement> read() {
        return byAgent(files -> {
            List<Evidence> found = files.stream()
                    .flatMap(it -> findings().getOrDefault(it, List.of()).stream())
                    .toList();
            long all = files.stream()
                    .mapToLong(it -> statements.getOrDefault(it, 0L))
                    .sum();
            long penalty = found.stream().mapToLong(Pylint::penalty).sum();
            return new Measurement(Gates.PYLINT.id(), lab().contents().owner(files.get(0)), all - penalty, all, found);
        });
    }

    private static long penalty(Evidence evidence) {
        char kind = evidence.rule().isEmpty() ? 'C' : evidence.rule().charAt(0);
        return switch (kind) {
            case 'F', 'E' -> ERROR;
            case 'I' -> 0;
            default -> 1;
        };
    }
}

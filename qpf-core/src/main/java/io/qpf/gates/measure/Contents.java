package io.qpf.gates.measure;

import io.qpf.plan.PlannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What lies in a tree: the fingerprint of each file that gates look at, by path.
 *
 * @param owners the agent of each planned file that has one; {@link #DOMAIN} for people's own code
 */
record Contents(Map<String, String> files, Map<String, String> owners) {
    /** Who people's own code belongs to: it must meet the thresholds by itself, however much good code lies beside it. */
    static final String DOMAIN = "domain code";

    Contents {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        owners = Map.copyOf(owners);
    }

    static Contents of(Subject subject) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        for (String name : subject.packages()) {
            add(subject.tree(), subject.tree().resolve(name), files);
            add(subject.tree(), subject.tree().resolve(name + ".py"), files);
        }
        for (PlannedFile it : subject.plan().files()) {
            ownerOf(it).ifPresent(owner -> owners.put(it.path(), owner));
            if (!files.containsKey(it.path())) {
                addPlanned(subject.tree(), it.path(), files);
            }
        }
        return new Contents(files, owners);
    }

    static Optional<String> ownerOf(PlannedFile file) {
        return file.kind() == PlannedFile.Kind.DOMAIN ? Optional.of(DOMAIN) : file.agent();
    }

    /** Whatever its name: what was planned belongs to the tree. */
    private static void addPlanned(Path tree, String path, Map<String, String> files) throws IOException {
        Path file = tree.resolve(path);
        if (Files.isRegularFile(file)) {
            files.put(path, Digest.of(file));
        }
    }

    private static void add(Path tree, Path start, Map<String, String> files) throws IOException {
        if (!Files.exists(start)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> walk = Files.walk(start)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        try {
            found.parallelStream()
                    .filter(it -> isLookedAt(tree.relativize(it)))
                    .map(it -> entry(tree, it))
                    .toList()
                    .forEach(it -> files.put(it.getKey(), it.getValue()));
        } catch (UncheckedIOException e) {
            throw new IOException("a file of the tree cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map.Entry<String, String> entry(Path tree, Path file) {
        try {
            return Map.entry(tree.relativize(file).toString().replace('\\', '/'), Digest.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a path below a tree is no cache and nothing hidden. */
    static boolean isLookedAt(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__pycache__")) {
                return false;
            }
        }
        return true;
    }

    /** One fingerprint over the files that are wanted. */
    String digest(Predicate<String> wanted) {
        Digest digest = new Digest();
        files.forEach((path, hash) -> {
            if (wanted.test(path)) {
                digest.add(path).add(hash);
            }
        });
        return digest.hex();
    }

    String digest() {
        return digest(path -> true);
    }

    /** The Python files, by path. */
    List<String> python() {
        return files.keySet().stream().filter(it -> it.endsWith(".py")).toList();
    }

    String hash(String path) {
        return files.getOrDefault(path, "absent");
    }

    Optional<String> owner(String path) {
        return Optional.ofNullable(owners.get(path));
    }
}

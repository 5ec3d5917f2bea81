package io.qpf.write;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.plan.PlannedFile;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The output folder against the files that it should hold: what to do, and what forbids it. Changes nothing. */
final class Comparison {
    private final OutputFolder out;
    private final Look look;
    private final WriteOptions options;
    private final Lock lock;
    private final Problems problems;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, RenderedFile> owned = new TreeMap<>();
    private final Map<String, String> fingerprints = new TreeMap<>();
    /** Paths of the last lock that are no longer planned. */
    private final Set<String> leaving = new TreeSet<>();

    private final List<String> created = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> linked = new ArrayList<>();
    private final List<Drift> drifted = new ArrayList<>();

    private Comparison(OutputFolder out, WriteOptions options, Lock lock) {
        this.out = out;
        this.look = new Look(out);
        this.options = options;
        this.lock = lock;
        this.problems = new Problems(options.displayName());
    }

    /** A planned file beside what lies at its place. */
    private record Pair(RenderedFile file, String fingerprint, boolean contained, String state) {}

    static Comparison of(OutputFolder out, List<Content> files, WriteOptions options) throws IOException {
        Lock lock;
        try {
            lock = Lock.read(out.own(Lock.NAME));
        } catch (Lock.Unreadable e) {
            Comparison none = new Comparison(out, options, new Lock(Map.of()));
            none.found.add(none.problems.unreadableLock(String.valueOf(e.getMessage())));
            return none;
        }
        Comparison comparison = new Comparison(out, options, lock);
        comparison.compare(files);
        return comparison;
    }

    /** What to do, removals first, so that a file can take the place of a folder, and the lock last. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    WriteReport report() {
        return new WriteReport(created, changed, unchanged, removed, linked, drifted);
    }

    Diagnostics diagnostics() {
        return new Diagnostics(found);
    }

    private void compare(List<Content> files) throws IOException {
        found.addAll(problems.ofPlan(files.stream().map(Content::file).toList()));
        if (!found.isEmpty()) {
            return;
        }
        leaving.addAll(lock.files().keySet());
        files.forEach(it -> leaving.remove(it.file().path()));
        try {
            // Most of the time goes into reading what is there; the order of the list stays.
            files.parallelStream().map(this::pair).toList().forEach(this::place);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (String path : leaving) {
            placeStale(path, lock.files().getOrDefault(path, ""));
        }
        steps.sort(java.util.Comparator.comparing(it -> it instanceof Step.Remove ? 0 : 1));
        placeLock();
    }

    /** A file may take the place of a folder that holds nothing but what goes away. */
    private void placeOverFolder(Pair pair) {
        String path = pair.file.path();
        if (leaving.stream().anyMatch(it -> it.startsWith(path + "/")) && out.holdsOnly(path, leaving)) {
            created.add(path);
            own(pair);
        } else {
            found.add(problems.folderInTheWay(path));
        }
    }

    private Pair pair(Content content) {
        RenderedFile file = content.file();
        try {
            return new Pair(file, content.fingerprint(), look.contains(file.path()), look.state(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(Pair pair) {
        String path = pair.file.path();
        boolean ours = lock.files().containsKey(path);
        fingerprints.put(path, pair.fingerprint);
        if (!pair.contained) {
            found.add(problems.outside(path));
        } else if (pair.state.equals(Look.ABSENT)) {
            created.add(path);
            own(pair);
        } else if (pair.state.equals(Look.FOLDER)) {
            placeOverFolder(pair);
        } else if (!ours) {
            placeForeign(pair);
        } else if (pair.state.equals(pair.fingerprint)) {
            unchanged.add(path);
            owned.put(path, pair.file);
        } else {
            if (!pair.state.equals(lock.files().get(path))) {
                drift(path, pair.file.content());
            }
            changed.add(path);
            own(pair);
        }
    }

    private void own(Pair pair) {
        String path = pair.file.path();
        owned.put(path, pair.file);
        steps.add(new Step.Write(path, pair.state, pair.fingerprint, pair.file.content()));
    }

    /** A file that QPF did not write stays as it is; only the foundation and equal files can stand in for planned ones. */
    private void placeForeign(Pair pair) {
        String path = pair.file.path();
        boolean foundation = pair.file.planned().kind() == PlannedFile.Kind.FOUNDATION;
        if (foundation) {
            found.addAll(options.linkCheck().check(pair.file, problems.source(path, textOf(path))));
        }
        if (foundation || pair.state.equals(pair.fingerprint)) {
            linked.add(path);
        } else {
            found.add(problems.foreign(path));
        }
    }

    private void placeStale(String path, String fingerprint) throws IOException {
        String state = look.state(path);
        if (state.equals(Look.ABSENT) || state.equals(Look.FOLDER)) {
            return;
        }
        if (!look.contains(path)) {
            found.add(problems.outside(path));
            return;
        }
        if (!state.equals(fingerprint)) {
            drift(path, "");
        }
        removed.add(path);
        steps.add(new Step.Remove(path, state));
    }

    private void drift(String path, String planned) {
        String text = textOf(path);
        UnifiedDiff diff = UnifiedDiff.of(planned, text);
        Drift drift = new Drift(path, diff.firstChange(), diff.toString());
        drifted.add(drift);
        found.add(problems.drift(drift, text, options.overwriteDrift()));
    }

    private void placeLock() throws IOException {
        String path = OutputPaths.OWN_FOLDER + "/" + Lock.NAME;
        String state = look.state(path);
        Step.Write write = Step.Write.of(path, state, Lock.json(owned, fingerprints));
        boolean nothing = owned.isEmpty() && state.equals(Look.ABSENT);
        if (!look.contains(path)) {
            found.add(problems.outside(path));
        } else if (!nothing && !write.becomes().equals(state)) {
            steps.add(write);
        }
    }

    /** What lies at a path, as text; what cannot be read or is not UTF-8 shows replacement characters or nothing. */
    private String textOf(String path) {
        try {
            return new String(Files.readAllBytes(out.resolve(path)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

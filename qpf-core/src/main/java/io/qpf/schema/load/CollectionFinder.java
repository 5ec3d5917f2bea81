package io.qpf.schema.load;

import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.load.CollectionFiles.InputFile;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the convention by which collections lie on disk. The order of the file system never shows. */
final class CollectionFinder {
    private static final Pattern MAP = Pattern.compile("(?i).*extractor[_-]?map.*\\.ya?ml");
    private static final Pattern GLUE = Pattern.compile("(?i).*glue.*\\.ya?ml");
    private static final Pattern SCHEMA_BESIDE = Pattern.compile("(?i).*schema.*\\.ya?ml");
    private static final Pattern SCHEMA = Pattern.compile("(?i).*\\.ya?ml");
    private static final Comparator<InputFile> BY_NAME = Comparator.comparing(InputFile::name);
    private static final int MOST_NAMES = 5;
    private static final String AGENTS = "agents";
    private static final String EXTRACTOR = "Universal-Schema-Extractor-v6.0.md";

    private final Path input;
    private final Findings findings;

    CollectionFinder(Path input, Findings findings) {
        this.input = input;
        this.findings = findings;
    }

    List<CollectionFiles> find() throws IOException {
        List<CollectionFiles> found = new ArrayList<>();
        if (!Files.isDirectory(input)) {
            findings.add(
                    LoadRule.NO_MAP,
                    place(""),
                    "The input folder does not exist",
                    "Create it with an extractor-map.yaml and agents/*.yaml, or configure another folder.");
            return found;
        }
        List<Path> folders = new ArrayList<>(List.of(input));
        if (matching(input, MAP).isEmpty()) {
            folders = folders(input);
        }
        for (Path folder : folders) {
            if (!matching(folder, MAP).isEmpty()) {
                collection(folder).ifPresent(found::add);
            } else if (Files.isDirectory(folder.resolve(AGENTS))
                    && !matching(folder.resolve(AGENTS), SCHEMA).isEmpty()) {
                reportNoMap(
                        relative(input, folder),
                        "The folder holds agents and no extractor map, so nothing becomes of them");
            }
        }
        if (found.isEmpty() && !findings.hasErrors()) {
            reportNoMap("", "No extractor map lies in the input folder or in a folder below it; " + inventory(input));
        }
        return found;
    }

    private void reportNoMap(String folder, String message) {
        findings.add(
                LoadRule.NO_MAP,
                place(folder),
                message,
                "Add an extractor-map.yaml that names the agents and their order; any name with `extractor_map` in it and the ending"
                        + " .yaml does.");
    }

    /** What lies there instead. */
    private static String inventory(Path folder) throws IOException {
        List<InputFile> files = matching(folder, SCHEMA);
        if (files.isEmpty()) {
            return "it holds no YAML";
        }
        String names = files.stream().limit(MOST_NAMES).map(InputFile::name).collect(Collectors.joining(", "));
        return "of YAML it holds " + names + (files.size() > MOST_NAMES ? " and more" : "");
    }

    private Optional<CollectionFiles> collection(Path folder) throws IOException {
        String name = relative(input, folder);
        List<InputFile> maps = matching(folder, MAP);
        List<InputFile> glues = new ArrayList<>();
        List<InputFile> schemas = new ArrayList<>();
        for (InputFile file : matching(folder, SCHEMA)) {
            if (!MAP.matcher(file.name()).matches()) {
                if (GLUE.matcher(file.name()).matches()) {
                    glues.add(file);
                } else if (SCHEMA_BESIDE.matcher(file.name()).matches()) {
                    schemas.add(file);
                }
            }
        }
        Path agents = folder.resolve(AGENTS);
        if (Files.isDirectory(agents)) {
            for (InputFile file : matching(agents, SCHEMA)) {
                schemas.add(new InputFile(AGENTS + "/" + file.name(), file.path()));
            }
        }
        schemas.sort(BY_NAME);
        reportSecond(name, maps, LoadRule.TWO_MAPS, "extractor maps");
        reportSecond(name, glues, LoadRule.TWO_GLUES, "glue files");
        Path own = folder.resolve(EXTRACTOR);
        Optional<InputFile> extractor =
                Files.isRegularFile(own) ? Optional.of(new InputFile(EXTRACTOR, own)) : Optional.empty();
        Optional<InputFile> glue = glues.isEmpty() ? Optional.empty() : Optional.of(glues.get(0));
        CollectionFiles found = new CollectionFiles(name, folder, maps.get(0), glue, schemas, extractor);
        reportUnread(found);
        boolean none = schemas.isEmpty() && named(found).isEmpty();
        if (none) {
            findings.add(
                    LoadRule.NO_SCHEMAS,
                    place(child(name, maps.get(0).name())),
                    "The collection has no agent schemas",
                    "Add one YAML file for each agent to " + child(name, AGENTS) + "/.");
        }
        return maps.size() > 1 || glues.size() > 1 || none ? Optional.empty() : Optional.of(found);
    }

    /** What lies beside the map and is neither map, glue nor schema: one letter less in a name, and a whole glue has no effect. */
    private void reportUnread(CollectionFiles files) throws IOException {
        List<InputFile> others = matching(files.folder(), SCHEMA).stream()
                .filter(it -> Stream.of(MAP, GLUE, SCHEMA_BESIDE)
                        .noneMatch(known -> known.matcher(it.name()).matches()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Set<String> named = named(files).stream().map(InputFile::name).collect(Collectors.toSet());
        for (InputFile it : others) {
            if (!named.contains(it.name())) {
                String stem = it.name().substring(0, it.name().lastIndexOf('.'));
                Optional<String> meant = Suggest.nearest(stem, Stream.of("glue", "extractor-map"));
                findings.add(LoadRule.UNREAD_FILE
                        .info()
                        .at(
                                meant.isPresent() ? Severity.WARNING : Severity.INFO,
                                place(child(files.name(), it.name())),
                                it.name() + " is neither map nor glue nor schema, and is not read",
                                meant.map(name -> "Did you mean `" + name + ".yaml`? Rename it.")
                                        .orElse("Put schemas into " + child(files.name(), AGENTS)
                                                + "/, and what is not for QPF elsewhere.")));
            }
        }
    }

    /** What the map names, where nothing lies where the convention says. A map that cannot be read says so when it is loaded. */
    private static List<InputFile> named(CollectionFiles files) throws IOException {
        return MapLoader.load(files.map().name(), Files.readAllBytes(files.map().path()))
                .value()
                .map(files::schemas)
                .orElse(List.of());
    }

    private void reportSecond(String folder, List<InputFile> files, LoadRule rule, String what) {
        if (files.size() > 1) {
            findings.add(
                    rule,
                    place(child(folder, files.get(1).name())),
                    "One folder holds two " + what + ": " + files.get(0).name() + " and "
                            + files.get(1).name(),
                    "Keep one, or give each collection a folder of its own.");
        }
    }

    private static List<InputFile> matching(Path folder, Pattern name) throws IOException {
        List<InputFile> matching = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String own = file.getFileName().toString();
                if (name.matcher(own).matches() && Files.isRegularFile(file)) {
                    matching.add(new InputFile(own, file));
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        matching.sort(BY_NAME);
        return matching;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(it -> it.getFileName().toString()))
                    .toList();
        }
    }

    private static String relative(Path from, Path to) {
        return from.relativize(to).toString().replace('\\', '/');
    }

    private static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static Span place(String path) {
        return new SourceFile(path, "").start();
    }
}

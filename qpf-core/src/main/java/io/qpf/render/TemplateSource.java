package io.qpf.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where templates come from: the pack, and before it, file by file, the user's folder of overrides.
 *
 * <p>A name cannot leave that folder, neither by dots nor through a symbolic link.
 */
public final class TemplateSource {
    private static final String SUFFIX = ".mustache";

    private final Map<String, String> packed;
    private final Optional<Path> overrides;

    private TemplateSource(Map<String, String> packed, Optional<Path> overrides) {
        this.packed = packed;
        this.overrides = overrides;
    }

    /** Templates by their file names below the pack's root, such as {@code module/client.py.mustache}. */
    public static TemplateSource of(Map<String, String> packed) {
        return new TemplateSource(Map.copyOf(packed), Optional.empty());
    }

    /** The same, where a file of equal name in the folder goes first. */
    public TemplateSource overriddenBy(Path folder) {
        return new TemplateSource(packed, Optional.of(folder));
    }

    /** What the pack brings, by name. */
    public Set<String> names() {
        return packed.keySet();
    }

    /** The user's files, whatever they are called, in order. Hidden ones belong to the system. */
    public List<String> own() throws IOException {
        if (overrides.isEmpty()) {
            return List.of();
        }
        Path folder = overrides.get();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(it -> folder.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !it.startsWith(".") && !it.contains("/."))
                    .sorted()
                    .toList();
        }
    }

    /** What one of the user's templates names as partials. */
    public Set<String> partialsIn(String name) {
        Set<String> found = new LinkedHashSet<>();
        Matcher partial = Pattern.compile("\\{\\{>\\s*([^}\\s]+)\\s*}}").matcher(read(name));
        while (partial.find()) {
            found.add(partial.group(1).endsWith(SUFFIX) ? partial.group(1) : partial.group(1) + SUFFIX);
        }
        return found;
    }

    /** Why nothing can be read by this name; empty if it can. */
    Optional<String> refusal(String name) {
        try {
            String file = file(name);
            boolean known = packed.containsKey(file)
                    || (overrides.isPresent()
                            && Files.isRegularFile(overrides.get().resolve(file)));
            return known ? Optional.empty() : Optional.of("there is no template `" + name + "`");
        } catch (RenderException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Every name of the pack that may have been meant, in the way that the name was written. */
    List<String> partials(String name) {
        Stream<String> files = packed.keySet().stream().sorted();
        return name.endsWith(SUFFIX)
                ? files.toList()
                : files.map(it -> it.substring(0, it.length() - SUFFIX.length()))
                        .toList();
    }

    /** The template's text with plain line ends. */
    String read(String name) {
        String file = file(name);
        try {
            Optional<byte[]> own = overriding(file);
            return own.isPresent() ? decode(file, own.get()).replace("\r\n", "\n") : packed(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name below its root: the suffix may be left out. */
    static String file(String name) {
        boolean outside = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
        for (String part : name.split("/", -1)) {
            outside |= part.isEmpty() || part.equals(".") || part.equals("..");
        }
        if (outside) {
            throw new RenderException("template name '" + name + "' leaves the pack; name it from the pack's root");
        }
        return name.endsWith(SUFFIX) ? name : name + SUFFIX;
    }

    private Optional<byte[]> overriding(String file) throws IOException {
        if (overrides.isEmpty() || !Files.isRegularFile(overrides.get().resolve(file))) {
            return Optional.empty();
        }
        Path folder = overrides.get().toRealPath();
        Path path = folder.resolve(file).toRealPath();
        if (!path.startsWith(folder)) {
            throw new RenderException("template override " + overrides.get().resolve(file)
                    + " links to a place outside its folder; put the file itself there");
        }
        return Optional.of(Files.readAllBytes(path));
    }

    private String packed(String file) {
        String text = packed.get(file);
        if (text == null) {
            throw new RenderException("the pack has no template '" + file + "'");
        }
        return text;
    }

    private static String decode(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RenderException("template '" + file + "' is not UTF-8", e);
        }
    }
}

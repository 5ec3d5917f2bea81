package io.qpf.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where templates come from: the pack's root on the class path, and before it, file by file, the user's folder of overrides.
 *
 * <p>A name cannot leave either root, neither by dots nor through a symbolic link.
 */
public final class TemplateSource {
    private static final String SUFFIX = ".mustache";

    private final ClassLoader loader;
    private final String root;
    private final Optional<Path> overrides;

    private TemplateSource(ClassLoader loader, String root, Optional<Path> overrides) {
        this.loader = loader;
        this.root = root;
        this.overrides = overrides;
    }

    /** The templates below a folder of the class path, such as {@code qpf/pack/templates}. */
    public static TemplateSource of(ClassLoader loader, String root) {
        return new TemplateSource(loader, root.endsWith("/") ? root : root + "/", Optional.empty());
    }

    /** The same, where a file of equal name in the folder goes first. */
    public TemplateSource overriddenBy(Path folder) {
        return new TemplateSource(loader, root, Optional.of(folder));
    }

    /** The template's text with plain line ends. */
    String read(String name) {
        String file = file(name);
        try {
            byte[] bytes = overriding(file).orElseGet(() -> packed(file));
            return decode(file, bytes).replace("\r\n", "\n");
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

    private byte[] packed(String file) {
        try (InputStream in = loader.getResourceAsStream(root + file)) {
            if (in == null) {
                throw new RenderException("the pack has no template '" + file + "'");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

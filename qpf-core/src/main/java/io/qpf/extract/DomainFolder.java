package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.plan.DomainCode;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads people's own Python, and the text files beside it. */
final class DomainFolder {
    private DomainFolder() {}

    /**
     * The files of a folder, which need not exist.
     *
     * @param name how messages name it
     */
    static Result<DomainCode> read(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Result.of(DomainCode.NONE, Diagnostics.NONE);
        }
        Map<String, String> texts = new TreeMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Path file : files(folder)) {
            String path = path(folder, file);
            try {
                texts.put(path, text(Files.readAllBytes(file)));
            } catch (CharacterCodingException e) {
                found.add(ExtractRule.DOMAIN_NOT_UTF8.at(
                        new SourceFile(name + "/" + path, "").start(),
                        "the file is not UTF-8 text, and is not copied",
                        "save it as UTF-8, or let the code fetch its data from elsewhere"));
            }
        }
        return Result.of(new DomainCode(texts), new Diagnostics(found));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> isWanted(path(folder, it)))
                    .toList();
        }
    }

    private static boolean isWanted(String path) {
        return Stream.of(path.split("/", -1))
                .noneMatch(it -> it.startsWith(".") || it.equals("__pycache__") || it.endsWith(".egg-info"));
    }

    private static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The output has no carriage returns, whatever a checkout makes of line ends. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import java.util.List;

/**
 * Bytes of any YAML file to one value with its places.
 *
 * <p>Several documents in one file are one mapping. Findings such as a duplicate key leave the value readable, so that
 * the reader of its meaning can report what else is wrong.
 */
public final class DatumReader {
    private static final String FENCE = "---";

    private DatumReader() {}

    /**
     * Reads a YAML file.
     *
     * @param path how messages name the file
     */
    public static Result<Datum> read(String path, byte[] bytes) {
        Result<SourceFile> file = SourceReader.read(path, bytes);
        return file.value().map(DatumReader::read).orElseGet(() -> Result.none(file.diagnostics()));
    }

    /** Reads a YAML file that is decoded already. */
    public static Result<Datum> read(SourceFile file) {
        return read(file, file.text());
    }

    /**
     * Reads the YAML front matter of a Markdown file: what stands between the {@code ---} of the first line and the next
     * one. Places are those of the Markdown file.
     */
    public static Result<Datum> frontMatter(SourceFile file) {
        List<String> lines = file.text().lines().toList();
        int end = lines.isEmpty() || !lines.get(0).strip().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE);
        if (end < 0) {
            return Result.none(new Diagnostics(List.of(LoadRule.NO_FRONT_MATTER.at(
                    file.start(),
                    "The file has no YAML front matter",
                    "Begin it with a line ---, the YAML, and another line ---."))));
        }
        return read(file, String.join("\n", lines.subList(0, end + 1)) + "\n");
    }

    /** Reads what of a file is in the text, whose characters stand where they stand in the file. */
    static Result<Datum> read(SourceFile file, String yaml) {
        Findings findings = new Findings();
        EventSource events = new EventSource(file, yaml);
        DatumBuilder builder = new DatumBuilder(events, findings);
        try {
            List<Datum> documents = builder.documents();
            builder.reportUnknownAliases();
            return Documents.merge(documents, file, findings);
        } catch (EventSource.NotYaml broken) {
            builder.reportUnknownAliases();
            findings.add(broken.diagnostic());
            return Result.none(findings.diagnostics());
        }
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.List;

/** Makes one value of the documents of a file. */
final class Documents {
    private Documents() {}

    static Result<Datum> merge(List<Datum> documents, SourceFile file, Findings findings) {
        List<Datum> said = documents.stream().filter(it -> !isNull(it)).toList();
        if (said.isEmpty()) {
            findings.add(LoadRule.EMPTY_FILE, file.start(), "The file says nothing", "Fill it in, or delete it.");
            return Result.none(findings.diagnostics());
        }
        if (said.size() == 1) {
            return Result.of(said.get(0), findings.diagnostics());
        }
        EntryList entries = new EntryList(findings);
        for (Datum document : said) {
            if (document instanceof Datum.Mapping mapping) {
                mapping.entries().forEach(it -> entries.add(it.key(), it.value()));
            } else {
                findings.add(
                        LoadRule.WRONG_TYPE,
                        document.span(),
                        "This document is no mapping, so it cannot join the others of the file",
                        "Give it keys, or delete the --- before it.");
            }
        }
        Span whole = new Span(
                file,
                said.get(0).span().start(),
                said.get(said.size() - 1).span().end());
        return Result.of(new Datum.Mapping(entries.all(), whole), findings.diagnostics());
    }

    private static boolean isNull(Datum datum) {
        return datum instanceof Datum.Scalar scalar && scalar.kind() == Datum.Kind.NULL;
    }
}

package io.qpf.write;

import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An output folder in an empty one, what is written to it, and what comes of that. */
abstract class OneOutput {
    @TempDir
    Path folder;

    Path out;

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("out");
    }

    Result<WriteReport> write(RenderedFile... files) throws IOException {
        return TreeWriter.to(out, options()).write(List.of(files));
    }

    static WriteReport done(Result<WriteReport> result) {
        assertThat(result.diagnostics().hasErrors())
                .as("%s", result.diagnostics())
                .isFalse();
        return result.value().orElseThrow();
    }

    void assertRefused(Result<WriteReport> result, String rule, String message, Map<String, String> before)
            throws IOException {
        assertThat(result.diagnostics().all())
                .extracting(Diagnostic::rule, Diagnostic::message)
                .anySatisfy(it -> {
                    assertThat(it.toList().get(0)).isEqualTo(rule);
                    assertThat(it.toList().get(1).toString()).contains(message);
                });
        assertThat(tree(folder)).isEqualTo(before);
    }
}

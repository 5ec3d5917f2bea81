package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.diagnostics.format.JunitFormat;
import io.qpf.diagnostics.format.SarifFormat;
import io.qpf.extract.Catalogue;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import io.qpf.source.SourceFile;
import io.qpf.testing.Example;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of many collections none makes the next one more work, and each is let go of once it is through. */
class ManyCollectionsTest {
    private static final int NOTES = 150;

    @TempDir
    Path temp = Path.of("");

    private Request request(String name) {
        Path root = temp.resolve(name);
        Path none = root.resolve("none");
        return new Request(root, root.resolve("in"), root.resolve("out"), none, none, 1, false, false);
    }

    /** Collections of one agent with many notes, an allowance, and files in the lock of the last extraction. */
    private Request many(int collections) throws IOException {
        Request request = request("many" + collections);
        StringBuilder schema = new StringBuilder("# agents/main.yaml\n# qpf:allow QPF-CON-301: tried\nname: Main\n");
        schema.append("domain_notes:\n");
        for (int note = 0; note < NOTES; note++) {
            schema.append("governance_note_").append(note).append(": text\n");
        }
        StringBuilder lock = new StringBuilder("{\"format\": 1, \"files\": [");
        for (int at = 0; at < collections; at++) {
            Example.write(schema.toString(), request.input().resolve("c" + at));
            for (int file = 0; file < NOTES; file++) {
                lock.append(lock.charAt(lock.length() - 1) == '[' ? "" : ",\n");
                lock.append("{\"path\": \"c" + at + "/acme/f" + file + ".py\", \"sha256\": \"0\"}");
            }
        }
        Files.createDirectories(request.output().resolve(".qpf"));
        Files.writeString(request.output().resolve(".qpf/lock.json"), lock.append("]}\n"));
        return request;
    }

    private static long allocated(Request request, int collections) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Outcome outcome = Extractor.validate(request);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(outcome.size()).isEqualTo(new Outcome.Size(collections, collections));
        assertThat(outcome.diagnostics().all()).hasSizeGreaterThan(collections * NOTES);
        return bytes / collections;
    }

    /**
     * Bytes are counted, since no load of the machine changes them: they were the same to a thousandth. That shows lists, texts and
     * locks that are copied or read once more with each collection; one copy of the findings with each makes 8 per cent here. What
     * is only compared once more takes a clock to see: {@code benchmarks/validate}.
     */
    @Test
    void whatACollectionTakesDoesNotDependOnHowManyThereAre() throws IOException {
        Request few = many(8);
        Request many = many(80);
        allocated(few, 8);
        // The compiler saves some bytes as it goes, which must not speak against whoever comes first.
        long before = allocated(few, 8);
        long ofMany = allocated(many, 80);
        long after = allocated(few, 8);

        assertThat(ofMany).isLessThan(Math.max(before, after) * 103 / 100);
    }

    @Test
    void findingsKeepTheLinesThatTheyShowAndNoCollections() throws IOException {
        Outcome outcome = Extractor.validate(many(3));
        Set<SourceFile> files = new HashSet<>();
        outcome.diagnostics().all().stream()
                .map(Diagnostic::span)
                .map(it -> it.file())
                .forEach(files::add);

        assertThat(outcome.collections()).isEmpty();
        assertThat(outcome.plans()).isEmpty();
        assertThat(files).hasSizeBetween(3, 9);
    }

    @Test
    void reportsSayTheSameOfThoseLinesAsOfWholeFiles() throws IOException {
        Request request = request("same");
        Example.write("""
                # agents/main.yaml
                name: Main
                notes: kept as it is
                collaborationnetwork:
                  connectto: [Nobody, L9.core.nothing]
                """, request.input());
        Report excerpts = report(Extractor.validate(request));
        Report whole = report(Extractor.preview(request));

        assertThat(excerpts.findings().all())
                .hasSizeGreaterThan(2)
                .anyMatch(it -> it.span().start().line() > 1);
        assertThat(new FullFormat(false).format(excerpts.findings()))
                .isEqualTo(new FullFormat(false).format(whole.findings()));
        assertThat(new SarifFormat("6").format(excerpts)).isEqualTo(new SarifFormat("6").format(whole));
        assertThat(new JunitFormat().format(excerpts)).isEqualTo(new JunitFormat().format(whole));
    }

    /** Of the rules that both look at. */
    private static Report report(Outcome outcome) {
        return new Report(outcome.diagnostics(), outcome.allowed(), Catalogue.ofSchemas(), Set.of(), FailOn.ERROR);
    }

    @Test
    void whoComesToTheOutputReportsItsRulesToo() throws IOException {
        Request request = request("rules");
        Example.write("# agents/main.yaml\nname: Main\n", request.input());

        assertThat(Extractor.validate(request).report(FailOn.ERROR).rules())
                .noneMatch(it -> it.id().startsWith("QPF-OUT-"));
        assertThat(Extractor.preview(request).report(FailOn.ERROR).rules())
                .anyMatch(it -> it.id().startsWith("QPF-OUT-"));
    }

    @Test
    void planOfASoundCollectionIsLookedAtBesideABrokenOne() throws IOException {
        Request request = request("two");
        Example.write(
                "# agents/main.yaml\nname: Main\ncursorinstructions:\n  generatefiles: [notes.txt]\n",
                request.input().resolve("sound"));
        Example.write(
                "# agents/main.yaml\nname: Main\ngovernance:\n  mode: [x\n",
                request.input().resolve("torn"));

        assertThat(Extractor.validate(request).diagnostics().all())
                .extracting(it -> it.span().file().path() + " " + it.rule())
                .contains("in/sound/agents/main.yaml QPF-STR-102", "in/torn/agents/main.yaml QPF-SYN-009");
    }
}

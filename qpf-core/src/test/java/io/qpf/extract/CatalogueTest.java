package io.qpf.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.Collection;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Layer;
import io.qpf.diagnostics.Result;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.review.Allowances;
import io.qpf.review.Review;
import io.qpf.review.Settings;
import io.qpf.rules.Rules;
import io.qpf.schema.load.CollectionFiles;
import io.qpf.schema.load.CommentReader;
import io.qpf.source.SourceFile;
import io.qpf.testing.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page, and what the page says is what QPF does. */
class CatalogueTest {
    @TempDir
    Path folder = Path.of("");

    static List<RuleInfo> rules() {
        return Catalogue.all();
    }

    /** Planning needs the pack, so that its rules are tried where the pack is. */
    static Stream<RuleInfo> runnable() {
        return rules().stream().filter(it -> !plansOrWrites(it));
    }

    private static boolean plansOrWrites(RuleInfo rule) {
        return rule.id().matches("QPF-(OUT-.*|DEP-10\\d|STR-10\\d|SYN-10\\d|SYN-023|CON-10\\d)");
    }

    @Test
    void holdsMoreThanSeventyRulesOverSevenLayers() {
        assertThat(rules()).hasSizeGreaterThan(70);
        assertThat(rules()).extracting(RuleInfo::layer).contains(Layer.values());
        assertThat(rules())
                .extracting(RuleInfo::id)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("QPF-[A-Z]{3}-\\d{3}"));
        assertThat(rules())
                .extracting(RuleInfo::summary)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.endsWith("."));
    }

    @Test
    void holdsNoPageWithoutARule() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/io/qpf/rules"))) {
            assertThat(pages.map(it -> it.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            rules().stream().map(RuleInfo::id).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhyAndShowsBothExamples(RuleInfo rule) throws IOException {
        RulePage page = RulePage.of(rule).orElseThrow();

        assertThat(page.why()).endsWith(".");
        assertThat(page.bad()).isNotBlank().isNotEqualTo(page.good());
        assertThat(page.good()).isNotBlank();
        assertThat(page.says()).contains(rule.severity().word() + ": ");
        Pages.checkDocument(rule);
    }

    @Test
    void listsThePages() throws IOException {
        Pages.checkIndex(rules());
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void findsWhatThePageSays(RuleInfo rule) throws IOException {
        assertThat(Pages.isRunnable(rule)).isTrue();
        Pages.check(rule, folder, CatalogueTest::findings);
    }

    @Test
    void findsRulesByTheirIds() {
        assertThat(Catalogue.find(" qpf-con-202 "))
                .contains(rules().stream()
                        .filter(it -> it.id().equals("QPF-CON-202"))
                        .findFirst()
                        .orElseThrow());
        for (String it : List.of("CON-202", "con-202", "con_202", "Qpf-Con-202")) {
            assertThat(Catalogue.find(it)).as(it).isEqualTo(Catalogue.find("QPF-CON-202"));
        }
        assertThat(Catalogue.find("QPF-CON-999")).isEmpty();
        assertThat(Catalogue.find("202")).isEmpty();
        assertThat(Catalogue.find("")).isEmpty();
    }

    /** Loads, links, checks and reviews as an extraction does. */
    static Diagnostics findings(Path folder) throws IOException {
        List<Diagnostics> found = new ArrayList<>();
        Allowances allowances = Allowances.of(List.of());
        Request request = new Request(folder.resolveSibling("."), folder, folder, folder, folder, 1, false, false);
        Inputs inputs = file -> {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            allowances.add(CommentReader.read(new SourceFile(request.display(file), text)));
            return bytes;
        };
        String input = request.display(folder);
        Result<List<CollectionFiles>> collections = CollectionFiles.find(folder);
        found.add(Rebase.below(input, collections.diagnostics()));
        for (CollectionFiles files : collections.value().orElse(List.of())) {
            List<Diagnostics> own = new ArrayList<>();
            Loaded it = Loaded.of(files, input, inputs, own::add);
            Result<Collection> linked = it.link(Workspace.EMPTY);
            own.add(linked.diagnostics());
            linked.value().map(Rules::check).ifPresent(own::add);
            own.forEach(all -> found.add(Rebase.below(it.place(), all)));
        }
        Diagnostics all = found.stream().reduce(Diagnostics.NONE, Diagnostics::plus);
        return Review.of(all, allowances, Settings.USUAL, Catalogue::ids).counting();
    }
}

package io.qpf.pack.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine must not do to files, and what it still does beside that. */
class HarmlessMendingTest {
    private static final String MAP = "extractor-map.yaml";
    private static final String GLUE = "glue.yaml";
    private static final String GREETER = "agents/greeter.yaml";

    @TempDir
    Path folder = Path.of("");

    private MendedProject mended(String path, String text) throws IOException {
        return MendedProject.of(folder, Map.of(path, text));
    }

    @Test
    void soundFilesHaveNothingToMend() throws IOException {
        MendedProject mended = MendedProject.of(folder, Map.of());

        assertThat(mended.errors()).isEmpty();
        assertThat(mended.result().fixes()).isEmpty();
        assertThat(mended.after()).isEqualTo(mended.before());
    }

    @Test
    void forgottenColonIsPutInAndNothingIsQuoted() throws IOException {
        MendedProject mended = mended(MAP, MendedProject.sound(MAP).replace("1: {agent", "1 {agent"));

        assertThat(MendedProject.errors(mended.first())).containsExactly("in/extractor-map.yaml:4:6 QPF-SYN-012");
        assertThat(mended.after()).containsEntry(MAP, MendedProject.sound(MAP));
    }

    @Test
    void quotesThatWouldHideABracketAreNotPut() throws IOException {
        String broken = MendedProject.sound(MAP)
                .replace("1: {agent: Diary, schema_file: agents/diary.yaml}", "1 x{agent: Diary");
        MendedProject mended = mended(MAP, broken);

        assertThat(mended.after()).containsEntry(MAP, broken);
        assertThat(mended.errors()).hasSameSizeAs(MendedProject.errors(mended.first()));
    }

    @Test
    void nameWithALineEndIsNoAlias() throws IOException {
        MendedProject mended =
                mended(GLUE, MendedProject.sound(GLUE).replace("to_agent: Diary", "to_agent: \"The\\nDiary\""));

        assertThat(mended.after()).isEqualTo(mended.before());
        assertThat(mended.result().outcome().diagnostics().all())
                .anyMatch(it -> it.rule().equals("QPF-DEP-008"));
    }

    @Test
    void textThatKeepsItsBlankLinesKeepsThem() throws IOException {
        String glue = MendedProject.sound(GLUE).replace("to_agent: Diary", "to_agent: The Diary");
        String map = MendedProject.sound(MAP) + "purpose: |+\n  text\n";
        MendedProject mended = MendedProject.of(folder, Map.of(GLUE, glue, MAP, map));

        assertThat(mended.after()).containsEntry(MAP, map + "aliases:\n  The Diary: Diary\n");
    }

    @Test
    void aliasHasABlankLineBeforeItElsewhere() throws IOException {
        String glue = MendedProject.sound(GLUE).replace("to_agent: Diary", "to_agent: The Diary");
        MendedProject mended = mended(GLUE, glue);

        assertThat(mended.after()).containsEntry(MAP, MendedProject.sound(MAP) + "\naliases:\n  The Diary: Diary\n");
    }

    @Test
    void fixThatCannotBeMadeHidesNoOtherOne() throws IOException {
        String broken = MendedProject.sound(GREETER)
                .replace("role: Greets people.", "role \"x\" y: Greets: people.")
                .replace("humanoverride", "human_override");
        MendedProject mended = mended(GREETER, broken);

        assertThat(mended.after().get(GREETER)).isEqualTo(broken.replace("human_override", "humanoverride"));
    }

    @Test
    void brokenSectionsAreMendedBesideOneThatStaysBroken() throws IOException {
        String broken = MendedProject.sound(GREETER)
                .replace("role: Greets people.", "role: Greets: people.")
                .replace("anchors: [Ada]", "anchors: [Ada")
                .replace("metadata: {status: draft, owner: Ada}", "metadata:\n\tstatus: draft\n\towner: Ada");
        MendedProject mended = mended(GREETER, broken);

        assertThat(mended.after().get(GREETER))
                .contains("role: \"Greets: people.\"   # and nobody else")
                .contains("anchors: [Ada\n")
                .contains("metadata:\n  status: draft\n  owner: Ada");
        assertThat(mended.errors()).containsExactly("in/agents/greeter.yaml:9:12 QPF-SYN-009");
    }
}

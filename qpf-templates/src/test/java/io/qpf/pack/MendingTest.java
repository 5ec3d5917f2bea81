package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.extract.Extractor;
import io.qpf.extract.Mending;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes planted in a sound collection are mended so that every byte is as it was before. */
class MendingTest {
    private static final Path HARBOUR = Path.of("src/test/resources/golden/harbour/input");
    private static final String MASTER = "agents/harbour_master.yaml";
    private static final String CRANE = "agents/crane.yaml";
    private static final String MAP = "extractor-map.yaml";
    private static final String GLUE = "glue.yaml";

    @TempDir
    private Path input;

    private final List<String> planted = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        for (Map.Entry<String, String> it : Extraction.files(HARBOUR).entrySet()) {
            Path file = input.resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
    }

    private void plant(String file, String sound, String mistake) throws IOException {
        String text = Files.readString(input.resolve(file));
        assertThat(text).contains(sound);
        Files.writeString(input.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(sound), mistake));
        planted.add(mistake);
    }

    private Mending.Mended mend() throws IOException {
        Path output = input.resolveSibling("out");
        Path none = input.resolve("none");
        return Mending.mend(new Request(input, input, output, none, none, 1, false, false));
    }

    @Test
    void everyPlantedMistakeIsMendedToTheByte() throws IOException {
        plant(MASTER, "memorytopology:", "memory_topology:");
        plant(MASTER, "workingmemory:", "working_memory:");
        plant(MASTER, "storagetype:", "storage_typ:");
        plant(MASTER, "mode: autonomous", "mode: Autonomus");
        plant(MASTER, "humanoverride: false", "humanoverride: no");
        plant(MASTER, "  strategymodes:", "   strategymodes:");
        plant(MASTER, "  framework:", "\tframework:");
        plant(MASTER, "owner: Station", "owner:Station");
        plant(MASTER, "status: draft", "status: 'draft");
        plant(CRANE, "deployment:", "deploiment:");
        plant(MAP, "Crane ->", "Krane ->");
        plant(GLUE, "to_agent: Crane", "to_agent: Cranee");
        plant(GLUE, "lift_matcher.py", "LiftMatcher.py");

        Mending.Mended mended = mend();

        Map<String, String> sound = Extraction.files(HARBOUR);
        sound.computeIfPresent(MASTER, (path, text) -> text.replace("status: draft", "status: 'draft'"));
        assertThat(Extraction.files(input)).isEqualTo(sound);
        assertThat(mended.fixes()).hasSameSizeAs(planted);
        assertThat(mended.outcome().failed()).isFalse();
        assertThat(mended.files().stream().map(Mending.MendedFile::path))
                .containsExactlyInAnyOrder(MASTER, CRANE, MAP, GLUE);
    }

    @Test
    void mendingAgainChangesNothing() throws IOException {
        plant(MASTER, "learningsystem:", "learning_system:");
        mend();
        Map<String, String> once = Extraction.files(input);

        Mending.Mended again = mend();

        assertThat(again.fixes()).isEmpty();
        assertThat(again.files()).isEmpty();
        assertThat(Extraction.files(input)).isEqualTo(once);
    }

    @Test
    void byteOrderMarkAndLineEndsStay() throws IOException {
        Path file = input.resolve(MASTER);
        String windows = "\ufeff" + Files.readString(file).replace("\n", "\r\n");
        Files.writeString(file, windows.replace("role: Lets", "role: Note: lets"));

        mend();

        assertThat(Files.readString(file))
                .isEqualTo(windows.replace("role: Lets ships in.", "role: \"Note: lets ships in.\""));
    }

    @Test
    void aliasOfGuessedNameGoesIntoTheMap() throws IOException {
        plant(GLUE, "to_agent: HarbourMaster", "to_agent: Master Harbour");
        String map = Files.readString(input.resolve(MAP));

        mend();

        assertThat(Files.readString(input.resolve(MAP)))
                .isEqualTo(map + "\naliases:\n  Master Harbour: HarbourMaster\n");

        plant(GLUE, "from_agent: HarbourMaster", "from_agent: Harbour, the master");
        mend();

        assertThat(Files.readString(input.resolve(MAP)))
                .isEqualTo(
                        map + "\naliases:\n  Master Harbour: HarbourMaster\n  'Harbour, the master': HarbourMaster\n");
    }

    @Test
    void whatPeopleMustDecideStays() throws IOException {
        plant(MASTER, "  anchors: [Port captain]", "  anchor: [Port captain]\n  anchrs: [Harbour board]");
        plant(MASTER, "mode: autonomous", "mode: whatever");
        Map<String, String> before = Extraction.files(input);

        Mending.Mended mended = mend();

        assertThat(mended.fixes()).isEmpty();
        assertThat(mended.outcome().failed()).isTrue();
        assertThat(Extraction.files(input)).isEqualTo(before);
    }

    @Test
    void nothingButTheFilesIsLeftBehind() throws IOException {
        plant(CRANE, "deployment:", "deploiment:");
        mend();
        try (Stream<Path> all = Files.walk(input)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(4);
        }
    }

    @Test
    void offersNoMoreThanIsMended() throws IOException {
        plant(MASTER, "memorytopology:", "memory_topology:");
        plant(MAP, "Crane ->", "Krane ->");
        Map<String, String> before = Extraction.files(input);
        Path none = input.resolve("none");
        Request request = new Request(input, input, input.resolveSibling("out"), none, none, 1, false, false);

        int offered = Mending.mendable(request, Extractor.validate(request).diagnostics());

        assertThat(Extraction.files(input)).isEqualTo(before);
        assertThat(offered).isEqualTo(2).isEqualTo(mend().fixes().size());
    }
}

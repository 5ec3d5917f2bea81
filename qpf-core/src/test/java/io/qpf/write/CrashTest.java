package io.qpf.write;

import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The world stops at each step in turn; the next run must find its way. */
class CrashTest extends TreeChange {
    /** Stands in for the kill: no handler in main code catches an Error. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A disk that does some steps, half of one more, and stops. */
    static final class DyingDisk implements Disk {
        private int left;

        DyingDisk(int steps) {
            left = steps;
        }

        private synchronized void live() {
            if (left-- <= 0) {
                throw new Killed();
            }
        }

        @Override
        public void createFolders(Path target) throws IOException {
            live();
            REAL.createFolders(target);
        }

        @Override
        public synchronized void write(Path file, byte[] bytes) throws IOException {
            if (left == 0) {
                REAL.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            live();
            REAL.write(file, bytes);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            live();
            REAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            live();
            REAL.delete(file);
        }
    }

    /** Kills the write of the new files after some steps; false if it came to its end. */
    private static boolean killed(Path out, int steps) throws IOException {
        try {
            writer(out, new DyingDisk(steps)).write(NEW);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    void killAtAnyStepLeavesTheOldTreeTheNewTreeOrAJournal() throws IOException {
        Map<String, String> before = treeOf(OLD);
        Map<String, String> after = treeOf(NEW);
        int steps = 0;
        boolean committed = false;
        for (Path out = oldTree("o0"); killed(out, steps); out = oldTree("o" + steps)) {
            Map<String, String> left = tree(out);
            boolean journal = left.containsKey(".qpf/journal.json");
            left.keySet().removeIf(it -> it.startsWith(".qpf/staging"));
            committed |= journal;
            if (!journal) {
                assertThat(left).as("after %s steps", steps).isEqualTo(committed ? after : before);
            }
            steps++;
        }
        assertThat(committed).isTrue();
        assertThat(steps).isGreaterThan(15);
    }

    @Test
    void nextRunFinishesAndGoesOnAfterAKillAtAnyStep() throws IOException {
        Map<String, String> after = treeOf(NEW);
        Map<String, String> later = treeOf(NEWER);
        int steps = 0;
        for (Path out = oldTree("o0"); killed(out, steps); out = oldTree("o" + steps)) {
            Path copy = oldTree("copy" + steps);
            assertThat(killed(copy, steps)).isTrue();

            assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all()).isEmpty();
            assertThat(tree(out)).as("after %s steps", steps).isEqualTo(after);
            assertThat(writer(copy, Disk.REAL).write(NEWER).diagnostics().all()).isEmpty();
            assertThat(tree(copy)).as("after %s steps", steps).isEqualTo(later);
            steps++;
        }
    }

    @Test
    void recoveryCanItselfBeKilledAtAnyStep() throws IOException {
        Map<String, String> after = treeOf(NEW);
        for (int first = 0; first < 25; first++) {
            for (int second = 0; second < 12; second += 5) {
                Path out = oldTree("o" + first + "-" + second);
                killed(out, first);
                killed(out, second);
                assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all())
                        .isEmpty();
                assertThat(tree(out)).as("after %s and %s steps", first, second).isEqualTo(after);
            }
        }
    }

    @Test
    void recoveryDoesNotRunOverWhatPeopleDidInTheMeantime() throws IOException {
        Path out = interrupted();
        Files.writeString(out.resolve("L9/changed.py"), "by hand\n");
        Map<String, String> left = tree(out);

        var refused = writer(out, Disk.REAL).write(NEW);

        assertThat(refused.diagnostics().all()).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo("QPF-OUT-008");
            assertThat(it.message()).contains("L9/changed.py was changed in the meantime");
            assertThat(it.hint()).contains("-Dqpf.overwrite=true").contains(".qpf/journal.json");
        });
        assertThat(tree(out)).isEqualTo(left);
        TreeWriter.to(out, Trees.overwriting()).write(NEW);
        assertThat(tree(out)).isEqualTo(treeOf(NEW));
    }

    @Test
    void journalThatPointsOutIsNotFollowed() throws IOException {
        Path out = interrupted();
        Path journal = out.resolve(".qpf/journal.json");
        Files.writeString(journal, Files.readString(journal).replace("L9/changed.py", "../outside.py"));

        assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all())
                .anySatisfy(it -> assertThat(it.message()).contains("../outside.py has an empty, '.' or '..' segment"));
        assertThat(folder.resolve("outside.py")).doesNotExist();
    }

    @Test
    void brokenJournalIsReported() throws IOException {
        Path out = interrupted();
        Files.writeString(out.resolve(".qpf/journal.json"), "{\"format\": 1, \"steps\": [{}]}");

        assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains(".qpf/journal.json cannot be read"));
    }

    @Test
    void failureOfTheDiskIsAnExceptionAndTheOldTreeStays() throws IOException {
        Path out = oldTree("full");
        Map<String, String> before = tree(out);
        Disk full = new Disk() {
            @Override
            public synchronized void write(Path file, byte[] bytes) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> writer(out, full).write(NEW)).hasMessage("No space left on device");
        writer(out, Disk.REAL).write(OLD);
        assertThat(tree(out)).isEqualTo(before);
    }

    /** A tree whose write was killed just behind the journal. */
    private Path interrupted() throws IOException {
        for (int steps = 0; ; steps++) {
            Path out = oldTree("interrupted" + steps);
            killed(out, steps);
            if (Files.exists(out.resolve(".qpf/journal.json"))) {
                return out;
            }
        }
    }
}

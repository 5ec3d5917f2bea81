package io.qpf.write;

import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A disk refuses in the midst of a commit: the tree is as it was, or the next run finds its way, and nothing is lost. */
class RefusalTest extends TreeChange {
    private static final int MORE_THAN_ALL_STEPS = 60;

    /** A disk that refuses some of its steps, counted from the first, and is killed at one. */
    private static final class RefusingDisk implements Disk {
        private final IntPredicate refused;
        private final int killedAt;
        private int step;

        RefusingDisk(IntPredicate refused, int killedAt) {
            this.refused = refused;
            this.killedAt = killedAt;
        }

        private synchronized void live(Path file) throws IOException {
            step++;
            if (killedAt > 0 && step >= killedAt) {
                throw new CrashTest.Killed();
            }
            if (refused.test(step)) {
                throw new AccessDeniedException(file.toString());
            }
        }

        @Override
        public void createFolders(Path target) throws IOException {
            live(target);
            REAL.createFolders(target);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            live(file);
            REAL.write(file, bytes);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            live(to);
            REAL.move(from, to);
        }

        @Override
        public void keep(Path file, Path kept) throws IOException {
            live(file);
            REAL.keep(file, kept);
        }

        @Override
        public void delete(Path file) throws IOException {
            live(file);
            REAL.delete(file);
        }
    }

    /** What a write of the new files finds; an exception before the commit is a finding of no rule. */
    private static List<String> written(Path out, Disk disk) throws IOException {
        try {
            return writer(out, disk).write(NEW).diagnostics().all().stream()
                    .map(Diagnostic::rule)
                    .toList();
        } catch (AccessDeniedException e) {
            return List.of("exception");
        }
    }

    @Test
    void oneStepThatIsRefusedLeavesTheOldTreeOrNoneToDo() throws IOException {
        Map<String, String> before = treeOf(OLD);
        Map<String, String> after = treeOf(NEW);
        int undone = 0;
        for (int step = 1; step < MORE_THAN_ALL_STEPS; step++) {
            int refused = step;
            Path out = oldTree("o" + step);
            List<String> found = written(out, new RefusingDisk(it -> it == refused, 0));
            if (found.equals(List.of("QPF-OUT-011"))) {
                undone++;
                assertThat(tree(out)).as("step %s", step).isEqualTo(before);
            }

            assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all()).isEmpty();
            assertThat(tree(out)).as("step %s, next run", step).isEqualTo(after);
        }
        assertThat(undone).isGreaterThan(8);
    }

    /** Contents are staged side by side: the slow ones too are through when a refusal of one is told. */
    @Test
    void nothingIsWrittenAfterARefusalIsTold() throws Exception {
        Path out = oldTree("slow");
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Disk disk = new Disk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                if (begun.getAndIncrement() == 0) {
                    throw new AccessDeniedException(file.toString());
                }
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                REAL.write(file, bytes);
                ended.incrementAndGet();
            }
        };

        assertThat(written(out, disk)).containsExactly("exception");
        int then = ended.get();
        assertThat(then).isEqualTo(begun.get() - 1).isPositive();
        Thread.sleep(300);
        assertThat(ended).hasValue(then);
    }

    @Test
    void diskThatRefusesFromSomeStepOnIsFollowedByARunThatFinishes() throws IOException {
        Map<String, String> after = treeOf(NEW);
        Map<String, String> later = treeOf(NEWER);
        int stuck = 0;
        for (int step = 1; step < MORE_THAN_ALL_STEPS; step++) {
            int refused = step;
            Path out = oldTree("o" + step);
            Path copy = oldTree("copy" + step);
            List<String> found = written(out, new RefusingDisk(it -> it >= refused, 0));
            stuck += found.equals(List.of("QPF-OUT-008")) ? 1 : 0;
            written(copy, new RefusingDisk(it -> it >= refused, 0));
            written(copy, new RefusingDisk(it -> true, 0));

            assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all()).isEmpty();
            assertThat(tree(out)).as("from step %s on", step).isEqualTo(after);
            assertThat(writer(copy, Disk.REAL).write(NEWER).diagnostics().all()).isEmpty();
            assertThat(tree(copy)).as("from step %s on, twice", step).isEqualTo(later);
        }
        assertThat(stuck).isGreaterThan(8);
    }

    @Test
    void wayBackCanItselfBeKilledAtAnyStep() throws IOException {
        Map<String, String> after = treeOf(NEW);
        int killed = 0;
        for (int refused = 8; refused < 30; refused += 3) {
            for (int kill = refused + 1; kill < MORE_THAN_ALL_STEPS; kill++) {
                int step = refused;
                Path out = oldTree("o" + refused + "-" + kill);
                try {
                    written(out, new RefusingDisk(it -> it == step, kill));
                } catch (CrashTest.Killed e) {
                    killed++;
                }
                assertThat(writer(out, Disk.REAL).write(NEW).diagnostics().all())
                        .isEmpty();
                assertThat(tree(out))
                        .as("%s refused, killed at %s", refused, kill)
                        .isEqualTo(after);
            }
        }
        assertThat(killed).isGreaterThan(50);
    }

    /** Such as a name that this file system does not take: no run can ever finish it. */
    @Test
    void whatIsNeverTakenIsNeitherReplayedNorKept() throws IOException {
        Path out = oldTree("picky");
        Map<String, String> before = tree(out);
        Disk picky = new Disk() {
            @Override
            public void move(Path from, Path to) throws IOException {
                if (to.endsWith("L9/fresh/deep/new.py")) {
                    throw new AccessDeniedException(to.toString());
                }
                REAL.move(from, to);
            }
        };

        Diagnostic refused = writer(out, picky).write(NEW).diagnostics().all().get(0);

        assertThat(refused.rule()).isEqualTo("QPF-OUT-011");
        assertThat(refused.message())
                .isEqualTo("L9/fresh/deep/new.py cannot be written or taken away (access is denied);"
                        + " the output is as it was before");
        assertThat(tree(out)).isEqualTo(before);
        assertThat(out.resolve("L9/fresh")).doesNotExist();
        assertThat(writer(out, picky).write(NEWER).diagnostics().all()).isEmpty();
        assertThat(tree(out)).isEqualTo(treeOf(NEWER));
    }

    @Test
    void journalThatAKilledRunLeftIsTakenBackWhereItCannotBeFinished() throws IOException {
        Disk dies = new Disk() {
            @Override
            public void keep(Path file, Path kept) throws IOException {
                throw new CrashTest.Killed();
            }
        };
        Path out = oldTree("died");
        try {
            writer(out, dies).write(NEW);
        } catch (CrashTest.Killed e) {
            assertThat(out.resolve(".qpf/journal.json")).exists();
        }
        Disk picky = new Disk() {
            @Override
            public void move(Path from, Path to) throws IOException {
                if (to.endsWith("L9/back")) {
                    throw new AccessDeniedException(to.toString());
                }
                REAL.move(from, to);
            }
        };

        assertThat(writer(out, picky).write(NEWER).diagnostics().all()).isEmpty();
        assertThat(tree(out)).isEqualTo(treeOf(NEWER));
    }

    @Test
    void whatWasThereComesBackWithItsTimeStamp() throws IOException {
        Path out = oldTree("stamped");
        var stamp = Files.getLastModifiedTime(out.resolve("L9/changed.py"));
        Disk picky = new Disk() {
            @Override
            public void move(Path from, Path to) throws IOException {
                if (to.endsWith(".qpf/lock.json")) {
                    throw new IOException("No space left on device");
                }
                REAL.move(from, to);
            }
        };

        Diagnostic refused = writer(out, picky).write(NEW).diagnostics().all().get(0);

        assertThat(refused.message()).contains("No space left on device");
        assertThat(Files.readString(out.resolve("L9/changed.py"))).isEqualTo("old\n");
        assertThat(Files.getLastModifiedTime(out.resolve("L9/changed.py"))).isEqualTo(stamp);
    }
}

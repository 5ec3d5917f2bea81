package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way back for a transaction that the disk refuses to go on with.
 *
 * <p>It is a journal itself, so that whoever is killed on it is followed by a run that finishes it.
 */
record WayBack(OutputFolder out) {
    /**
     * The steps back, the last first, from where the tree is now; empty if something that they need was not kept, as on a way
     * that itself leads back.
     */
    Optional<Journal> of(Journal journal) throws IOException {
        Look look = new Look(out);
        List<Journal.Entry> back = new ArrayList<>();
        for (int i = journal.entries().size() - 1; i >= 0; i--) {
            Journal.Entry entry = journal.entries().get(i);
            String state = look.state(entry.path());
            if (entry.staged().startsWith(Journal.KEPT)) {
                return Optional.empty();
            }
            if (!entry.isDone(state) && !state.equals(Look.ABSENT)) {
                continue;
            }
            if (Journal.isFree(entry.was())) {
                // Also where the file never came: the folders for it may have.
                back.add(new Journal.Entry(entry.path(), state, Look.ABSENT, "", ""));
            } else if (isKept(entry)) {
                back.add(new Journal.Entry(entry.path(), state, entry.was(), entry.kept(), ""));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Journal(back));
    }

    private boolean isKept(Journal.Entry entry) {
        return !entry.kept().isEmpty()
                && Files.exists(out.own(Transaction.STAGING).resolve(entry.kept()), LinkOption.NOFOLLOW_LINKS);
    }
}

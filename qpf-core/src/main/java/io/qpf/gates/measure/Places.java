package io.qpf.gates.measure;

import io.qpf.gates.Evidence;
import io.qpf.plan.PlannedFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Where people find what was found: every file from the project's folder, and their own code as the file that they wrote,
 * not as the copy that was extracted and measured. Where the copy is another text by now, its lines are those of the copy.
 */
final class Places {
    private final Subject subject;
    private final Set<String> own = new HashSet<>();

    /** The places of a subject, of which these files are not what they were extracted as. */
    Places(Subject subject, Collection<String> drifted) {
        this.subject = subject;
        own.addAll(subject.domainRoots());
        subject.plan().files().stream()
                .filter(it -> it.kind() == PlannedFile.Kind.DOMAIN)
                .forEach(it -> own.add(it.path()));
        own.removeAll(drifted);
    }

    /** The finding with its file as reports name it; the tree's own path comes in. */
    Evidence shown(Evidence it) {
        Path folder = own.contains(it.file()) ? subject.domain() : subject.tree();
        String file = subject.project().display(folder.resolve(it.file()));
        return new Evidence(
                it.agent().filter(name -> !name.equals(Contents.DOMAIN)), file, it.line(), it.rule(), it.message());
    }
}

package io.qpf.extract;

import io.qpf.collection.Workspace;
import io.qpf.plan.DomainCode;
import io.qpf.plan.pack.Pack;
import io.qpf.write.WorkspaceFiles;
import java.util.Set;

/**
 * The files that stand beside what is extracted.
 *
 * @param own files of the output folder that QPF did not write
 */
record ProjectWorkspace(DomainCode domain, Pack pack, WorkspaceFiles own) implements Workspace {
    @Override
    public boolean exists(String path) {
        String belowRoot = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
        return holds(domain.files().keySet(), path)
                || (!belowRoot.isEmpty() && holds(pack.foundation().keySet(), belowRoot))
                || own.exists(path);
    }

    /** A file of the set, or a folder above one. */
    private static boolean holds(Set<String> files, String path) {
        return files.contains(path) || files.stream().anyMatch(it -> it.startsWith(path + "/"));
    }
}

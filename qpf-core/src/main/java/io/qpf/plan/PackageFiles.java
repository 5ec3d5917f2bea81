package io.qpf.plan;

import io.qpf.plan.view.PackageView;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Init files for folders of Python that would otherwise be no packages. */
final class PackageFiles {
    private PackageFiles() {}

    static List<PlannedFile> missing(List<PlannedFile> files) {
        Set<String> known = files.stream().map(PlannedFile::path).collect(Collectors.toSet());
        Set<String> wanted = new TreeSet<>();
        for (PlannedFile file : files) {
            if (file.path().endsWith(".py") && file.kind() != PlannedFile.Kind.DOMAIN) {
                parents(file.path()).map(it -> it + "/__init__.py").forEach(wanted::add);
            }
        }
        wanted.removeAll(known);
        return wanted.stream().map(PackageFiles::init).toList();
    }

    private static Stream<String> parents(String path) {
        List<String> parents = new ArrayList<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents.stream();
    }

    private static PlannedFile init(String path) {
        String dotted = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        String summary = "The package " + dotted + ".";
        return new PlannedFile.Templated(
                path,
                Optional.empty(),
                List.of(),
                PlannedFile.Kind.COLLECTION,
                "collection/package.py",
                new PackageView(SchemaText.of(summary)));
    }
}

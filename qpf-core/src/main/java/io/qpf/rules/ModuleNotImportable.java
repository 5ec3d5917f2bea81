package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module that no Python statement can import. */
final class ModuleNotImportable implements Rule {
    private static final String ENDING = ".py";
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-203", Severity.ERROR, "A module that no Python statement can import.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        Set<String> taken = subject.files().stream().map(GivenPath::value).collect(Collectors.toSet());
        return subject.files().stream()
                .filter(it -> it.kind() == GivenPath.Kind.MODULE && it.value().endsWith(ENDING))
                .filter(it -> PathProblems.outside(it.value()).isEmpty()
                        && PathProblems.unportable(it.value(), false).isEmpty())
                .flatMap(it -> finding(it, taken))
                .toList();
    }

    private static Stream<Diagnostic> finding(GivenPath path, Set<String> taken) {
        String bare = path.value().substring(0, path.value().length() - ENDING.length());
        Optional<String> wrong = Stream.of(bare.split("/", -1))
                .filter(it -> !PythonNames.isIdentifier(it) || PythonNames.isKeyword(it))
                .findFirst();
        return wrong
                .map(name -> INFO.at(
                        path.written().span(),
                        "`" + name + "` "
                                + (PythonNames.isKeyword(name) ? "is a keyword of Python" : "is no Python name")
                                + ", so " + path.value() + " cannot be imported",
                        "rename it, for example to `" + free(path.value(), name, taken) + "`"))
                .stream();
    }

    /** A name that Python takes, and that no other file of the agent has. */
    private static String free(String path, String name, Set<String> taken) {
        String plain = PythonNames.importable(name);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String free = plain;
        for (int number = 2; path.equals(folder + name + ENDING) && taken.contains(folder + free + ENDING); number++) {
            free = plain + "_" + number;
        }
        return free;
    }
}

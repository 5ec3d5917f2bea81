package io.qpf.schema.load;

import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people may call the gates in a map. The gates themselves stand in {@code io.qpf.gates}; a test compares the two. */
final class GateWords {
    static final List<String> IDS = List.of(
            "imports",
            "unused-imports",
            "cycles",
            "type-hints",
            "docstrings",
            "governance",
            "memory",
            "protocols",
            "endpoints",
            "dora",
            "assertions",
            "manifests",
            "documents",
            "black",
            "isort",
            "mypy",
            "pylint",
            "tests",
            "coverage",
            "integration",
            "health",
            "monitoring",
            "alerting",
            "drift",
            "checklist");

    static final List<String> TITLES = List.of(
            "Imports resolve",
            "No unused imports",
            "No circular imports",
            "Type hints",
            "Docstrings",
            "Governance links wired",
            "Memory backends",
            "Communication protocols",
            "Endpoints served",
            "DORA metrics embedded",
            "Tests assert",
            "Manifests valid",
            "Documents complete",
            "black",
            "isort",
            "mypy --strict",
            "pylint",
            "Tests pass",
            "Coverage",
            "Integration tests",
            "Health checks",
            "Metrics scraped",
            "Alerts fire",
            "No drift",
            "Checklist and success criteria");

    private GateWords() {}

    /** Whether a gate has this id or title, whatever the case, blanks, underscores and hyphens. */
    static boolean isKnown(Text name) {
        String wanted = fold(name.value());
        for (int at = 0; at < IDS.size(); at++) {
            if (fold(IDS.get(at)).equals(wanted) || fold(TITLES.get(at)).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The ids of the gates that no entry names yet: a word that comes twice is for people to merge. */
    static List<String> besides(List<Entry> given) {
        Set<String> named = new HashSet<>();
        for (Entry it : given) {
            named.add(fold(it.key().value()));
        }
        List<String> others = new ArrayList<>();
        for (int at = 0; at < IDS.size(); at++) {
            if (!named.contains(fold(IDS.get(at))) && !named.contains(fold(TITLES.get(at)))) {
                others.add(IDS.get(at));
            }
        }
        return others;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(it -> " _-".indexOf(it) < 0)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}

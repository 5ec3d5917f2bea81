package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.FileDirectives;
import io.qpf.schema.FileDirectives.GeneratedFile;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code cursorinstructions}. */
final class FilesReader {
    private static final String GENERATE = "generatefiles";

    private final Fields section;

    private FilesReader(Fields section) {
        this.section = section;
    }

    static FileDirectives read(Fields section) {
        FilesReader reader = new FilesReader(section);
        if (!section.has(GENERATE)) {
            section.reportMissing(GENERATE, "List the modules of the agent, such as `- controller.py`.");
        }
        Fields after = section.child("postgeneration");
        return new FileDirectives(
                section.span(),
                section.texts("createifmissing"),
                reader.generated(),
                section.texts("linkexisting"),
                documents(section),
                section.texts("logging"),
                after.text("manifest"),
                after.flag("validatedependencies").map(Located::value).orElse(true),
                after.flag("generatetests").map(Located::value).orElse(true),
                section.extras());
    }

    /** Every document is written in Markdown, whatever its name says. */
    private static List<Text> documents(Fields section) {
        List<Text> documents = section.texts("generatedocs");
        for (Text document : documents) {
            String name = document.value().strip();
            int dot = name.lastIndexOf('.');
            if (dot >= 0 && dot == name.lastIndexOf('/') + 1) {
                section.findings()
                        .add(
                                LoadRule.HIDDEN_DOCUMENT,
                                document.span(),
                                "`" + Words.excerpt(name) + "` has an ending and no name, and such a file is hidden",
                                "Put a name in front of the dot, such as `" + name.substring(0, dot) + "GUIDE.md`.");
            } else if (dot > name.lastIndexOf('/') + 1 && !name.substring(dot).equalsIgnoreCase(".md")) {
                section.findings()
                        .add(
                                LoadRule.NO_MARKDOWN,
                                document.span(),
                                "`" + Words.excerpt(name) + "` is generated as Markdown, and its name says otherwise",
                                "Did you mean `" + Words.excerpt(asMarkdown(name.substring(0, dot))) + "`?");
            }
        }
        return documents;
    }

    private static String asMarkdown(String name) {
        String bare = name.toLowerCase(Locale.ROOT).endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        return bare + ".md";
    }

    private List<GeneratedFile> generated() {
        List<GeneratedFile> files = new ArrayList<>();
        for (Datum item : section.items(GENERATE)) {
            if (item instanceof Datum.Mapping mapping) {
                Parts.add(fromMapping(mapping), files);
            } else {
                Optional<Text> path = section.values().text(item, section.pathOf(GENERATE));
                if (path.isPresent()) {
                    files.add(plain(path.get()));
                }
            }
        }
        return files;
    }

    /** {@code {path, archetype, for, purpose}}, or {@code name.py: purpose}. */
    private Optional<GeneratedFile> fromMapping(Datum.Mapping mapping) {
        Entry first = mapping.entries().isEmpty() ? null : mapping.entries().get(0);
        if (first != null
                && mapping.entries().size() == 1
                && first.key().value().endsWith(".py")) {
            Optional<Text> purpose = section.values().text(first.value(), section.pathOf(GENERATE));
            return Optional.of(new GeneratedFile(first.key(), Optional.empty(), Optional.empty(), purpose));
        }
        Fields file = section.item(GENERATE, mapping);
        Optional<Text> archetype = file.text("archetype");
        Optional<Text> peer = file.text("for");
        Optional<Text> purpose = file.text("purpose");
        return file.required("path", "Write `path: name.py`.")
                .map(it -> new GeneratedFile(it, archetype, peer, purpose));
    }

    private static GeneratedFile plain(Text path) {
        return new GeneratedFile(path, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package io.qpf.plan.pack;

import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import java.util.Map;
import java.util.Set;

/** Reads {@code pack.yaml} from its free-form tree. A pack that is wrong is a bug of the pack, not of a schema. */
public final class PackReader {
    private final Datum root;

    private PackReader(Datum root) {
        this.root = root;
    }

    /**
     * Reads a pack.
     *
     * @param yaml the tree of pack.yaml
     * @param extractor the pack's own extractor
     * @param project files beside the root package, by path
     * @param foundation files below the root package, by path
     * @throws IllegalArgumentException if the tree is no pack
     */
    public static Pack read(
            Datum yaml, SourceFile extractor, Map<String, String> project, Map<String, String> foundation) {
        PackReader reader = new PackReader(yaml);
        PackNode top = new PackNode("pack.yaml", reader.root);
        return new Pack(
                top.text("pack"),
                top.nodes("archetypes").stream().map(PackReader::archetype).toList(),
                top.nodes("tests").stream().map(PackReader::test).toList(),
                top.nodes("documents").stream().map(PackReader::document).toList(),
                top.nodes("collection").stream()
                        .map(it -> new CollectionFile(it.text("path"), it.text("template")))
                        .toList(),
                reserved(top.node("reserved")),
                extractor,
                project,
                foundation);
    }

    private static Archetype archetype(PackNode node) {
        return new Archetype(
                node.text("name"),
                node.text("label"),
                node.texts("names"),
                node.text("template"),
                node.text("purpose"),
                node.texts("keys"),
                node.optionalText("standard"),
                node.texts("needed-by"),
                node.flag("part", true),
                node.flag("operations", false));
    }

    private static TestKind test(PackNode node) {
        return new TestKind(
                node.text("name"),
                node.text("template"),
                node.texts("archetypes"),
                node.texts("keys"),
                node.numbers("lines"));
    }

    private static DocumentKind document(PackNode node) {
        return new DocumentKind(node.text("name"), node.texts("names"), node.text("template"), node.texts("keys"));
    }

    private static Reserved reserved(PackNode node) {
        return new Reserved(
                Set.copyOf(node.texts("classes")),
                Set.copyOf(node.texts("tests")),
                Set.copyOf(node.texts("constants")),
                Set.copyOf(node.texts("members")));
    }
}

package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.Entry;
import io.qpf.schema.Identity;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who an agent is: flat beside {@code system: text}, or nested in {@code system: {...}}. */
final class IdentityReader {
    private static final List<String> ABOUT = List.of("title", "purpose", "summary", "description");

    private final Fields root;
    private final Fields nested;

    private IdentityReader(Fields root, Fields nested) {
        this.root = root;
        this.nested = nested;
    }

    /** Empty if the agent has no name or no rootpath. */
    static Optional<Identity> read(Fields root) {
        boolean isNested = root.isMapping("system");
        Fields nested = isNested ? root.child("system") : root.absent(root.key());
        Optional<Text> system = isNested ? nested.text("system") : root.text("system");
        return new IdentityReader(root, nested).identity(system);
    }

    static Identity nobody(SourceFile file) {
        Text nothing = new Text("", file.start());
        return new Identity(
                nothing,
                nothing,
                Optional.empty(),
                Optional.empty(),
                nothing,
                nothing,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Optional<Identity> identity(Optional<Text> system) {
        Optional<Text> name = required("name", "Add `name:` with the name that map and glue call the agent by.");
        Optional<Text> rootPath =
                required("rootpath", "Add `rootpath:` with the folder of the agent's modules, such as L9/core/agent.");
        Optional<Text> version = new VersionReader(root, nested).read();
        Optional<Text> module = either("module");
        Optional<Text> role = either("role");
        Optional<Text> owner = either("owner");
        Optional<Text> created = either("created");
        List<Entry> about = about();
        if (name.isEmpty() || rootPath.isEmpty()) {
            return Optional.empty();
        }
        Text title = system.or(() -> either("title")).orElse(name.get());
        Text stated = version.orElseGet(() -> new Text("", root.span().file().start()));
        return Optional.of(
                new Identity(title, name.get(), module, role, rootPath.get(), stated, owner, created, about));
    }

    private List<Entry> about() {
        List<Entry> about = new ArrayList<>();
        for (String key : ABOUT) {
            if (nested.datum(key).isPresent()) {
                Parts.add(nested.entry(key), about);
            } else if (root.datum(key).isPresent()) {
                Parts.add(root.entry(key), about);
            }
            root.has(key);
        }
        return about;
    }

    private Optional<Text> required(String key, String hint) {
        Optional<Text> given = either(key);
        if (given.isEmpty() && nested.datum(key).isEmpty() && root.datum(key).isEmpty()) {
            (nested.isEmpty() ? root : nested).reportMissing(key, hint);
        }
        return given;
    }

    /** The value of a key that stands at the top or below {@code system}; two that differ are an error. */
    private Optional<Text> either(String key) {
        Optional<Text> inner = nested.text(key);
        Optional<Text> outer = root.text(key);
        if (inner.isPresent()
                && outer.isPresent()
                && !inner.get().value().equals(outer.get().value())) {
            root.findings()
                    .add(LoadRule.TWO_VALUES
                            .at(
                                    inner.get().span(),
                                    "`system." + key + "` and `" + key + "` say different things",
                                    "Keep one of the two.")
                            .with(new Diagnostic.Related(outer.get().span(), "the other one")));
        }
        return inner.isPresent() ? inner : outer;
    }
}

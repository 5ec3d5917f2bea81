package io.qpf.schema.load;

import io.qpf.schema.Bindings;
import io.qpf.schema.Bindings.Binding;
import io.qpf.schema.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code bindings}. */
final class BindingsReader {
    private static final String DOTTED = "[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*";
    private static final Pattern TARGET = Pattern.compile(DOTTED + ":" + DOTTED);

    private BindingsReader() {}

    static Bindings read(Fields section) {
        return new Bindings(bound(section.child("operations")), bound(section.child("strategies")));
    }

    private static List<Binding> bound(Fields bound) {
        List<Binding> bindings = new ArrayList<>();
        for (Entry entry : bound.entries()) {
            String name = entry.key().value();
            bound.required(name, "Write `" + name + ": module:callable`.").ifPresent(target -> {
                if (TARGET.matcher(target.value()).matches()) {
                    bindings.add(new Binding(entry.key(), target));
                } else {
                    bound.findings()
                            .add(
                                    LoadRule.BAD_BINDING,
                                    target.span(),
                                    "`" + Words.excerpt(target.value()) + "` is not module:callable",
                                    "Write the dotted module, a colon without blanks, and the function or class, such as "
                                            + "`my_domain.scoring:score`.");
                }
            });
        }
        return bindings;
    }
}

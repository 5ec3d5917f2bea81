package io.qpf.render;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import io.qpf.python.Safe;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a view's values by the names of its accessors, and refuses what a template must not have: a name that no scope knows,
 * and text that nobody has escaped.
 *
 * <p>The innermost scope that has the first part of a dotted name decides; the other parts are looked up on its value alone.
 */
final class ViewHandler extends ReflectionObjectHandler {
    private final Members members = new Members();

    @Override
    public Binding createBinding(String name, TemplateContext place, Code code) {
        if (!(code instanceof ValueCode)) {
            return scopes -> coerce(value(name, place, scopes));
        }
        return scopes -> {
            Object value = coerce(value(name, place, scopes));
            if (!printable(value)) {
                throw fault(place, name, refusal("`" + name + "`", value), List.of());
            }
            return value;
        };
    }

    /** The last gate before the output; {@code {{.}}} comes here without a binding. */
    @Override
    public String stringify(Object value) {
        if (!printable(value)) {
            throw new RenderException(refusal("{{.}}", value));
        }
        return value instanceof Safe safe ? safe.text() : value.toString();
    }

    private static boolean printable(@Nullable Object value) {
        return value instanceof Safe || value instanceof Integer || value instanceof Long || value instanceof Boolean;
    }

    private static String refusal(String what, @Nullable Object value) {
        if (value instanceof SchemaText) {
            return what + " is text of a schema, which each place escapes in its own way;"
                    + " add the form that belongs here, such as .md, .mdcode, .py, .doc or .yaml";
        }
        if (value == null) {
            return what + " is not given everywhere: print it inside of a section of its name, which is left out there";
        }
        if (value instanceof Iterable) {
            return what + " is a list: print its members inside of a section of its name";
        }
        return value instanceof String
                ? what + " is a word that QPF goes by, and no text to print"
                : what + " is no text but holds several things: print one of them by its own name";
    }

    private @Nullable Object value(String name, TemplateContext place, List<Object> scopes) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Object found = members.find(scopes.get(i), first);
            if (found != null) {
                return dot < 0 ? found : inside(found, name, dot + 1, place);
            }
        }
        Set<String> known = new TreeSet<>();
        scopes.forEach(it -> known.addAll(members.names(it)));
        String rest = dot < 0 ? "" : name.substring(dot);
        throw fault(
                place,
                name,
                "there is no variable `" + first + "` here",
                known.stream().map(it -> it + rest).toList());
    }

    /** The rest of a dotted name; an empty Optional on the way has no rest, and is no fault of the template. */
    private @Nullable Object inside(Object start, String name, int from, TemplateContext place) {
        Object at = coerce(start);
        int length = from;
        for (String part : name.substring(from).split("\\.", -1)) {
            if (at == null) {
                return Optional.empty();
            }
            Object found = members.find(at, part);
            if (found == null) {
                String before = name.substring(0, length);
                throw fault(
                        place,
                        name,
                        "`" + name.substring(0, length - 1) + "` has no `" + part + "`",
                        members.names(at).stream().map(it -> before + it).toList());
            }
            length += part.length() + 1;
            at = coerce(found);
        }
        return at;
    }

    private static RenderException fault(TemplateContext place, String word, String message, List<String> candidates) {
        return new RenderException(new TemplateFault(place.file(), place.line(), word, message, candidates));
    }
}

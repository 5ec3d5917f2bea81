package io.qpf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.plan.document.AgentDocument;
import io.qpf.plan.document.CollectionDocument;
import io.qpf.plan.document.Group;
import io.qpf.plan.view.CollectionView;
import io.qpf.plan.view.ModuleView;
import io.qpf.plan.view.PackageView;
import io.qpf.plan.view.TestView;
import io.qpf.plan.view.WiringTestView;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SafeText;
import io.qpf.python.SchemaText;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of variables for people who write templates is read off the views, so that it cannot say what is not there. */
class TemplateVariablesTest {
    private static final Path PAGE = Path.of("../docs/template-variables.md");
    private static final Map<String, Class<?>> ROOTS = new LinkedHashMap<>();
    private static final Map<Type, String> WORDS = Map.of(
            SchemaText.class,
            "text",
            SafeText.class,
            "printable",
            PyExpr.class,
            "Python",
            PyIdentifier.class,
            "Python name",
            boolean.class,
            "flag",
            int.class,
            "number",
            long.class,
            "number",
            String.class,
            "word");

    static {
        ROOTS.put("docs/*", AgentDocument.class);
        ROOTS.put(
                "collection/readme.md, collection/ecosystem_config.yaml and other documents", CollectionDocument.class);
        ROOTS.put("collection/*.py, collection/pyproject.toml", CollectionView.class);
        ROOTS.put("module/*", ModuleView.class);
        ROOTS.put("module/package.py, collection/package.py", PackageView.class);
        ROOTS.put("tests/*", TestView.class);
        ROOTS.put("tests/integration_wiring.py", WiringTestView.class);
    }

    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();

    @Test
    void pageOfVariablesIsThatOfTheViews() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Variables of templates

                Read off the views by a test (`-Dqpf.updateGoldens=true` writes it anew); [templates.md](templates.md) says how to print them.
                *Text* prints by a form only (`.md`, `.py`, …), *Python*, names, numbers and flags as they are; *if given* is a section that is
                there or not; a *group* has `some`, `none`, `all` and `items` (each with `it` and `more`).

                ## Where to start

                | templates | have |
                |---|---|
                """);
        ROOTS.forEach((templates, view) -> page.append("| `")
                .append(templates)
                .append("` | ")
                .append(word(view))
                .append(" |\n"));
        while (!open.isEmpty()) {
            section(page, open.poll());
        }
        String old = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(seen).hasSizeGreaterThan(ROOTS.size());
        assertThat(old).as("%s; -Dqpf.updateGoldens=true writes it", PAGE).isEqualTo(page.toString());
    }

    private void section(StringBuilder page, Class<?> type) {
        page.append("\n## ").append(name(type)).append("\n\n");
        Set<String> names = new LinkedHashSet<>();
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        }
        Map<String, Method> methods = new LinkedHashMap<>();
        Stream.of(type.getDeclaredMethods())
                .filter(TemplateVariablesTest::isOffered)
                .sorted(Comparator.comparing(Method::getName))
                .forEach(it -> methods.put(it.getName(), it));
        names.addAll(methods.keySet());
        for (String it : names) {
            Optional.ofNullable(methods.get(it))
                    .ifPresent(method -> page.append("- `")
                            .append(it)
                            .append("`: ")
                            .append(word(method.getGenericReturnType()))
                            .append('\n'));
        }
    }

    private static boolean isOffered(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && !List.of("toString", "hashCode").contains(method.getName());
    }

    private String word(Type type) {
        if (WORDS.containsKey(type)) {
            return WORDS.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Type raw = generic.getRawType();
            if (raw == Optional.class) {
                return word(of[0]) + ", if given";
            }
            if (raw == Map.class) {
                return "by name: " + word(of[1]);
            }
            return (raw == Group.class ? "group of " : "list of ") + word(of[0]);
        }
        if (type instanceof Class<?> view && view.getPackageName().startsWith("io.qpf.plan")) {
            if (seen.add(view)) {
                open.add(view);
            }
            return "[" + name(view) + "](#" + name(view).toLowerCase(Locale.ROOT) + ")";
        }
        return type.getTypeName().replaceAll(".*[.$]", "");
    }

    /** Two views of one simple name are told apart by a number. */
    private String name(Class<?> type) {
        String simple = type.getSimpleName();
        long before = seen.stream()
                .takeWhile(it -> it != type)
                .filter(it -> it.getSimpleName().equals(simple))
                .count();
        return before == 0 ? simple : simple + (before + 1);
    }
}

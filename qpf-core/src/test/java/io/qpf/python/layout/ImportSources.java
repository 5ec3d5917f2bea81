package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random import blocks over all sections, and code that uses some of the names. */
final class ImportSources {
    private static final List<String> MODULES = List.of(
            "os",
            "sys",
            "json",
            "typing",
            "dataclasses",
            "collections.abc",
            "os.path",
            "xml.etree.ElementTree",
            "fastapi",
            "pydantic",
            "httpx",
            "jwt",
            "a1",
            "a2",
            "a10",
            "x.b",
            "x_a",
            "xa",
            "X.c",
            "B",
            "b.c",
            "L9.core.context",
            "L9.core.a2",
            "L9.core.a10",
            "L9",
            "l9_domain.scoring",
            "l9_domain",
            "L9.core.Ab",
            "L9.core.ab_c");
    private static final List<String> RELATIVE = List.of(".", "..", ".x", "..y", ".x.z", "...");
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "A",
            "Ab",
            "AB",
            "ABC_D",
            "a1",
            "a2",
            "a10",
            "A2",
            "A10",
            "aB",
            "_x",
            "_X",
            "Foo",
            "foo_bar",
            "POLICY",
            "long_name_of_a_function_that_is_imported",
            "VeryLongClassNameThatIsImportedHere",
            "z9",
            "Z9");
    private static final List<String> BODIES = List.of(
            "x = [%s]",
            "def f() -> None:\n    return [%s]",
            "class K:\n    y = [%s]",
            "# note\nx = [%s]",
            "@a\ndef f(): return [%s]",
            "def f():\n    import os\n    from a import c, b\n    import sys\n    return [%s]",
            "if TYPE_CHECKING:\n    from z import y, b\n    import os\nx = [y, %s]");

    private final Random random;
    private final Set<String> used = new TreeSet<>(Set.of("TYPE_CHECKING"));

    private ImportSources(long seed) {
        this.random = new Random(seed);
    }

    static String source(long seed) {
        return new ImportSources(seed).module();
    }

    private String module() {
        StringBuilder out = new StringBuilder();
        out.append(random.nextBoolean() ? "\"\"\"Doc.\"\"\"\n" : "");
        out.append(random.nextBoolean() ? "from __future__ import annotations\n" : "");
        for (int i = random.nextInt(14); i > 0; i--) {
            out.append(statement()).append(random.nextInt(6) == 0 ? "\n\n" : "\n");
        }
        out.append("\n".repeat(random.nextInt(3)));
        String body = BODIES.get(random.nextInt(BODIES.size()));
        return out.append(body.formatted(String.join(", ", used))).append('\n').toString();
    }

    private String statement() {
        String module = pick(MODULES);
        if (random.nextInt(3) == 0) {
            use(module.contains(".") ? module.substring(0, module.indexOf('.')) : module);
            return "import " + module + (random.nextInt(4) == 0 ? " as " + use("q" + random.nextInt(9)) : "");
        }
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<String> chosen = new ArrayList<>();
        for (String name : names.subList(0, 1 + random.nextInt(5))) {
            chosen.add(random.nextInt(16) == 0 ? name + " as " + use("al" + random.nextInt(9)) : use(name));
        }
        String from = random.nextInt(7) == 0 ? pick(RELATIVE) : module;
        return "from " + from + " import " + String.join(", ", chosen);
    }

    /** Most names are used; the others' imports must go. */
    private String use(String name) {
        if (random.nextInt(10) > 0) {
            used.add(name);
        }
        return name;
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}

package io.qpf.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * People's own Python, as far as the plan must know it.
 *
 * @param files the text of each Python file by its path below the folder of domain code
 */
public record DomainCode(Map<String, String> files) {
    public static final DomainCode NONE = new DomainCode(Map.of());

    public DomainCode {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The file of a dotted module, if it is here. */
    public Optional<String> fileOf(String module) {
        String path = module.replace('.', '/');
        return Stream.of(path + ".py", path + "/__init__.py")
                .filter(files::containsKey)
                .findFirst();
    }

    /** Whether the top-level package or module of a dotted name is here; if not, it must be installed. */
    public boolean holds(String module) {
        String top = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        return files.keySet().stream().anyMatch(it -> it.equals(top + ".py") || it.startsWith(top + "/"));
    }

    /** The names that a module may have; {@link ModuleNames#ANY} stands for all. */
    public List<String> names(String module) {
        return fileOf(module)
                .map(it -> ModuleNames.of(files.getOrDefault(it, "")))
                .orElse(List.of());
    }

    /** Whether a name is a class, so that a strategy is an instance of it. */
    public boolean isClass(String module, String name) {
        Optional<String> file = fileOf(module);
        return file.map(it -> files.getOrDefault(it, "").lines().anyMatch(line -> TopLevel.definesClass(line, name)))
                .orElseGet(() -> Character.isUpperCase(name.charAt(0)));
    }
}

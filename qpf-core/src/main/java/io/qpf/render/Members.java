package io.qpf.render;

import io.qpf.python.Safe;
import io.qpf.python.SchemaText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a template can name on a value: the keys of a map, else the public methods without parameters that its own type declares.
 *
 * <p>Types of the JDK offer nothing (a list's {@code size} must not hide a view's), and safe text is an end, not a scope.
 */
final class Members {
    private static final Set<String> NOT_A_VALUE = Set.of("toString", "hashCode");

    private final Map<Class<?>, Map<String, Method>> methods = new ConcurrentHashMap<>();

    /** The value that a scope has by a name; null if it has no such name. */
    @Nullable
    Object find(Object scope, String name) {
        Object value;
        if (scope instanceof Map<?, ?> map) {
            if (!map.containsKey(name)) {
                return null;
            }
            value = map.get(name);
        } else {
            Method method = of(scope).get(name);
            if (method == null) {
                return null;
            }
            value = call(method, scope, name);
        }
        if (value == null) {
            throw new RenderException(scope.getClass().getName() + "." + name + " is null; a view has no nulls");
        }
        return value;
    }

    /** All names that a scope has, in order. */
    Set<String> names(Object scope) {
        Set<String> names = new TreeSet<>();
        if (scope instanceof Map<?, ?> map) {
            map.keySet().forEach(it -> names.add(String.valueOf(it)));
        } else {
            names.addAll(of(scope).keySet());
        }
        return names;
    }

    private static @Nullable Object call(Method method, Object scope, String name) {
        try {
            return method.invoke(scope);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new RenderException(scope.getClass().getName() + "." + name + " failed: " + e.getCause(), e);
        }
    }

    private Map<String, Method> of(Object scope) {
        Map<String, Method> known = methods.get(scope.getClass());
        return known != null ? known : methods.computeIfAbsent(scope.getClass(), Members::declared);
    }

    private static Map<String, Method> declared(Class<?> type) {
        Map<String, Method> found = new HashMap<>();
        if (Safe.class.isAssignableFrom(type)) {
            return found;
        }
        for (Method method : type.getMethods()) {
            if (offered(method) && (type != SchemaText.class || Safe.class.isAssignableFrom(method.getReturnType()))) {
                method.setAccessible(true);
                found.put(method.getName(), method);
            }
        }
        return found;
    }

    private static boolean offered(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !method.getDeclaringClass().getName().startsWith("java.")
                && !NOT_A_VALUE.contains(method.getName());
    }
}

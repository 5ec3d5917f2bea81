package io.qpf.render;

import io.qpf.python.Safe;
import io.qpf.python.SchemaText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a template can name on a value: the keys of a map, else the public methods without parameters that its own type declares.
 *
 * <p>Types of the JDK offer nothing (a list's {@code size} must not hide a view's), and safe text is an end, not a scope.
 */
final class Members {
    private static final Set<String> NOT_A_VALUE = Set.of("toString", "hashCode");

    private final Map<Class<?>, Map<String, Method>> methods = new ConcurrentHashMap<>();

    boolean has(Object scope, String name) {
        return scope instanceof Map<?, ?> map
                ? map.containsKey(name)
                : of(scope).containsKey(name);
    }

    Object get(Object scope, String name) {
        Object value = scope instanceof Map<?, ?> map ? map.get(name) : call(scope, name);
        if (value == null) {
            throw new RenderException(scope.getClass().getName() + "." + name + " is null; a view has no nulls");
        }
        return value;
    }

    private Object call(Object scope, String name) {
        Method method = of(scope).get(name);
        if (method == null) {
            throw new IllegalStateException(scope.getClass() + " has no " + name);
        }
        try {
            return method.invoke(scope);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new RenderException(scope.getClass().getName() + "." + name + " failed: " + e.getCause(), e);
        }
    }

    private Map<String, Method> of(Object scope) {
        return methods.computeIfAbsent(scope.getClass(), Members::declared);
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

package io.qpf.maven;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Colour where it is wanted, and plain text otherwise.
 *
 * @param colour whether ANSI codes are written
 */
record Style(boolean colour) {
    /**
     * The style that parameters, Maven's own switches and the environment ask for, in this order.
     *
     * @param wish {@code always}, {@code never} or {@code auto}
     * @param mavenColor Maven's own {@code style.color}, of the same words
     * @param interactive false in batch mode
     */
    static Style of(String wish, String mavenColor, boolean interactive) {
        return of(wish, mavenColor, interactive && isTerminal(), System.getenv());
    }

    static Style of(String wish, String mavenColor, boolean terminal, Map<String, String> environment) {
        return new Style(
                switch (wish) {
                    case "always" -> true;
                    case "never" -> false;
                    case "auto" -> auto(mavenColor, terminal, environment);
                    default -> throw new WrongParameter("qpf.color is always, never or auto, and not \"" + wish + "\"");
                });
    }

    private static boolean auto(String mavenColor, boolean terminal, Map<String, String> environment) {
        if (mavenColor.equals("always") || mavenColor.equals("never")) {
            return mavenColor.equals("always");
        }
        return terminal && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
    }

    /** From Java 22 on there is a console without a terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String added(String text) {
        return paint("32", text);
    }

    String changed(String text) {
        return paint("33", text);
    }

    String removed(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

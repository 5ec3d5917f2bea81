package io.qpf.python.layout;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random Python of the constructs that templates use, with names of 1 to 60 characters; the same for the same seed. */
final class PythonSources {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz_";
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "|", "&", "%", "//", "**", "@", "<<", "^");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", ">=", "in", "not in", "is", "is not");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private PythonSources(long seed) {
        this.random = new Random(seed);
    }

    static String source(long seed) {
        PythonSources sources = new PythonSources(seed);
        sources.module();
        return sources.out.toString();
    }

    private void module() {
        if (chance(70)) {
            line(0, "\"\"\"" + words(6) + ".\n\n" + shortWords() + "\n\"\"\"");
        }
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            blanks();
            switch (random.nextInt(5)) {
                case 0 -> function(0);
                case 1 -> type();
                default -> statement(0, 2);
            }
        }
    }

    private void function(int depth) {
        for (int i = random.nextInt(3); i > 1; i--) {
            line(depth, "@" + dotted() + (chance(50) ? arguments(1) : ""));
        }
        String returns = chance(70) ? " -> " + annotation(2) : "";
        line(depth, (chance(30) ? "async " : "") + "def " + name() + "(" + parameters() + ")" + returns + ":");
        if (chance(60)) {
            line(depth + 1, docstring());
        }
        body(depth + 1, 2);
    }

    private String docstring() {
        String rest = chance(40) ? "\n\n        Args:\n            " + shortWords() + "\n        " : "";
        return "\"\"\"" + words(5) + "." + rest + "\"\"\"";
    }

    private void type() {
        line(0, "class " + name() + pick(() -> "", () -> "(" + items(this::dotted, 3) + ")") + ":");
        if (chance(50)) {
            line(1, "\"\"\"" + words(4) + ".\"\"\"");
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (chance(40)) {
                line(1, name() + ": " + annotation(2) + (chance(50) ? " = " + expression(2) : ""));
            } else {
                function(1);
            }
        }
    }

    private void body(int depth, int nesting) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statement(depth, nesting);
            if (chance(20)) {
                out.append("\n");
            }
        }
    }

    private void statement(int depth, int nesting) {
        if (chance(8)) {
            line(depth, "#" + shortWords());
        }
        switch (random.nextInt(nesting > 0 ? 14 : 9)) {
            case 0 -> line(depth, name() + " = " + expression(3) + (chance(10) ? "  # " + name() : ""));
            case 1 -> line(depth, "self." + name() + " = " + expression(3));
            case 2 -> line(depth, name() + ": " + annotation(2) + " = " + expression(3));
            case 3 -> line(depth, "assert " + condition(2) + pick(() -> "", () -> ", " + string()));
            case 4 -> line(depth, "raise " + call(2) + pick(() -> "", () -> " from " + name()));
            case 5 -> line(depth, "del " + items(this::dotted, 4));
            case 6 -> line(depth, items(this::name, 3) + " = " + expression(3));
            case 7 -> line(depth, (chance(50) ? "await " : "") + call(3));
            case 8 ->
                line(depth, name() + "[" + expression(1) + "] " + pick(() -> "+=", () -> "=") + " " + expression(2));
            case 9 -> block(depth, nesting, "if " + condition(3));
            case 10 -> block(depth, nesting, "for " + items(this::name, 2) + " in " + expression(2));
            case 11 -> block(depth, nesting, "with " + items(() -> call(1) + " as " + name(), 2));
            case 12 -> block(depth, nesting, "while " + condition(2));
            default -> tried(depth, nesting);
        }
    }

    private void block(int depth, int nesting, String head) {
        line(depth, head + ":");
        body(depth + 1, nesting - 1);
        if (head.startsWith("if ") && chance(30)) {
            line(depth, "else:");
            body(depth + 1, nesting - 1);
        }
    }

    private void tried(int depth, int nesting) {
        line(depth, "try:");
        body(depth + 1, nesting - 1);
        line(depth, "except " + pick(this::dotted, () -> "(" + dotted() + ", " + dotted() + ")") + " as error:");
        body(depth + 1, nesting - 1);
    }

    private String expression(int depth) {
        if (depth == 0) {
            return atom();
        }
        return switch (random.nextInt(13)) {
            case 0 -> call(depth);
            case 1 -> "[" + entries(depth) + "]";
            case 2 -> "(" + entries(depth) + ",)";
            case 3 -> "{" + items(() -> string() + ": " + expression(depth - 1), 4) + comma() + "}";
            case 4 -> expression(depth - 1) + " " + operator() + " " + atom();
            case 5 -> condition(depth - 1);
            case 6 -> expression(depth - 1) + " if " + condition(depth - 1) + " else " + atom();
            case 7 -> "[" + expression(depth - 1) + " for " + name() + " in " + atom() + optionalIf(depth) + "]";
            case 8 -> dotted() + "[" + pick(() -> expression(depth - 1), () -> atom() + " : " + dotted()) + "]";
            case 9 -> "lambda " + name() + ", *" + name() + ": " + atom();
            case 10 -> "(" + expression(depth - 1) + ")";
            case 11 -> chain(depth);
            default -> atom();
        };
    }

    private String optionalIf(int depth) {
        return chance(40) ? " if " + condition(depth - 1) : "";
    }

    private String chain(int depth) {
        return name()
                + IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(it -> "." + name() + arguments(depth - 1))
                        .collect(Collectors.joining());
    }

    private String condition(int depth) {
        if (depth <= 0) {
            return dotted();
        }
        return switch (random.nextInt(4)) {
            case 0 -> condition(depth - 1) + pick(() -> " and ", () -> " or ") + condition(depth - 1);
            case 1 -> "not " + dotted();
            case 2 -> atom() + " " + COMPARISONS.get(random.nextInt(COMPARISONS.size())) + " " + dotted();
            default -> call(depth - 1);
        };
    }

    private String call(int depth) {
        return dotted() + arguments(depth);
    }

    private String arguments(int depth) {
        if (chance(15)) {
            return "()";
        }
        int inner = Math.max(0, depth - 1);
        String positional = items(() -> pick(() -> "", () -> "*") + "(" + expression(inner) + ")", 3);
        String plain = items(() -> expression(inner), 3);
        String named = items(() -> name() + " = " + expression(inner), 3);
        return "(" + pick(() -> plain, () -> named, () -> plain + ", " + named, () -> positional) + comma() + ")";
    }

    private String annotation(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> dotted() + "[" + items(() -> annotation(depth - 1), 2) + "]";
            case 2 -> annotation(depth - 1) + " | None";
            default -> name();
        };
    }

    private String parameters() {
        String all = items(() -> name() + pick(() -> "", () -> ": " + annotation(2)), 4);
        return pick(
                () -> "self", () -> "self, " + all, () -> "self, *, " + all, () -> "self, " + all + ", **" + name());
    }

    private String atom() {
        return switch (random.nextInt(7)) {
            case 0 -> string();
            case 1 -> String.valueOf(random.nextInt(100000));
            case 2 -> "-" + random.nextInt(9) + "." + random.nextInt(99);
            case 3 -> pick(() -> "None", () -> "True", () -> "()", () -> "[]", () -> "{}");
            default -> dotted();
        };
    }

    private String string() {
        String text = chance(70) ? name() : words(4);
        return switch (random.nextInt(5)) {
            case 0 -> "'" + text + "'";
            case 1 -> "'" + text + "\"'";
            case 2 -> "\"" + text + "\\\"\"";
            case 3 -> "f'{" + name() + "} " + text + "'";
            default -> "\"" + text + "\"";
        };
    }

    private String entries(int depth) {
        return items(() -> expression(depth - 1), 5);
    }

    private String comma() {
        return chance(15) ? "," : "";
    }

    private String items(Supplier<String> item, int most) {
        int count = 1 + random.nextInt(most);
        String between = chance(10) ? ",\\\n  " : ", ";
        return IntStream.range(0, count).mapToObj(it -> item.get()).collect(Collectors.joining(between));
    }

    private String dotted() {
        return chance(50) ? name() : name() + "." + name();
    }

    private String words(int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(it -> name())
                .collect(Collectors.joining(" "))
                .replace('_', '-');
    }

    /** For prose that we wrap and black does not: it must fit. */
    private String shortWords() {
        return "word " + random.nextInt(1000) + ": and another";
    }

    /** Mostly short, at times up to 60 characters; never a keyword, since a digit ends it. */
    private String name() {
        int length = chance(75) ? 1 + random.nextInt(11) : 1 + random.nextInt(58);
        StringBuilder name = new StringBuilder("n");
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.append(random.nextInt(10)).toString();
    }

    private String operator() {
        return OPERATORS.get(random.nextInt(OPERATORS.size()));
    }

    private void blanks() {
        out.append("\n".repeat(random.nextInt(4)));
    }

    private void line(int depth, String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private String pick(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}

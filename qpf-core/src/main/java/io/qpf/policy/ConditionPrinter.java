package io.qpf.policy;

import java.util.stream.Collectors;

/** Prints conditions in the one form that reads back as the same condition. */
final class ConditionPrinter {
    private ConditionPrinter() {}

    static String print(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.metric() + " " + comparison.operator().sign() + " " + quantity(comparison.limit());
        }
        if (condition instanceof Condition.Event event) {
            return event.name();
        }
        String joiner = condition instanceof Condition.All ? " AND " : " OR ";
        return Conditions.parts(condition).stream().map(ConditionPrinter::part).collect(Collectors.joining(joiner));
    }

    /** AND binds tighter than OR, but brackets never hurt a reader of a mixed condition. */
    private static String part(Condition condition) {
        return Conditions.parts(condition).isEmpty() ? print(condition) : "(" + print(condition) + ")";
    }

    private static String quantity(Quantity quantity) {
        return switch (quantity.unit()) {
            case "" -> quantity.value().toPlainString();
            case "ratio" -> quantity.value().movePointRight(2).toPlainString() + "%";
            case "s" -> quantity.value().toPlainString() + "s";
            default -> quantity.value().toPlainString() + " " + quantity.unit();
        };
    }
}

package io.qpf.policy;

import io.qpf.policy.Condition.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether some reading can make a condition true. */
final class Satisfiability {
    /** Beyond this many combinations a condition counts as satisfiable. */
    private static final int MOST = 512;

    private Satisfiability() {}

    /** Whether every conjunction in the condition can hold. */
    static boolean everyBranch(Condition condition) {
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().allMatch(Satisfiability::everyBranch);
        }
        return combinations(condition)
                .map(all -> all.stream().anyMatch(Satisfiability::holds))
                .orElse(true);
    }

    /** Every way to make the condition true, as lists of comparisons; empty if there are too many. */
    private static Optional<List<List<Comparison>>> combinations(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return Optional.of(List.of(List.of(comparison)));
        }
        if (condition instanceof Condition.Event) {
            return Optional.of(List.of(List.of()));
        }
        boolean product = condition instanceof Condition.All;
        List<List<Comparison>> ways = product ? List.of(List.of()) : List.of();
        for (Condition part : Conditions.parts(condition)) {
            Optional<List<List<Comparison>>> more = combinations(part);
            if (more.isEmpty() || ways.size() * (product ? more.get().size() : 1) > MOST) {
                return Optional.empty();
            }
            ways = product ? times(ways, more.get()) : plus(ways, more.get());
        }
        return Optional.of(ways);
    }

    private static List<List<Comparison>> plus(List<List<Comparison>> ones, List<List<Comparison>> others) {
        List<List<Comparison>> sum = new ArrayList<>(ones);
        sum.addAll(others);
        return sum;
    }

    private static List<List<Comparison>> times(List<List<Comparison>> ones, List<List<Comparison>> others) {
        List<List<Comparison>> product = new ArrayList<>();
        for (List<Comparison> one : ones) {
            for (List<Comparison> other : others) {
                List<Comparison> both = new ArrayList<>(one);
                both.addAll(other);
                product.add(both);
            }
        }
        return product;
    }

    private static boolean holds(List<Comparison> all) {
        return all.stream().allMatch(one -> all.stream().allMatch(other -> compatible(one, other)))
                && all.stream().allMatch(one -> leavesSomething(one, all));
    }

    /** Two bounds on one metric leave room between them. On a line it is enough to compare them in pairs. */
    private static boolean compatible(Comparison one, Comparison other) {
        if (!sameScale(one, other) || !isLower(one) || !isUpper(other)) {
            return true;
        }
        int order = value(one).compareTo(value(other));
        return order < 0 || (order == 0 && includes(one) && includes(other));
    }

    /** {@code x == 5 AND x != 5}, also where two bounds leave only the 5. */
    private static boolean leavesSomething(Comparison excluded, List<Comparison> all) {
        return excluded.operator() != Condition.Operator.NOT_EQUAL
                || all.stream().noneMatch(it -> touches(it, excluded) && isLower(it))
                || all.stream().noneMatch(it -> touches(it, excluded) && isUpper(it));
    }

    private static boolean touches(Comparison bound, Comparison excluded) {
        return sameScale(bound, excluded) && includes(bound) && value(bound).compareTo(value(excluded)) == 0;
    }

    private static boolean sameScale(Comparison one, Comparison other) {
        return one.metric().equals(other.metric())
                && scale(one.limit().unit()).equals(scale(other.limit().unit()));
    }

    /** A ratio and a plain number compare: 5 % is 0.05. */
    private static String scale(String unit) {
        return unit.equals("ratio") ? "" : unit;
    }

    private static boolean isLower(Comparison it) {
        return switch (it.operator()) {
            case ABOVE, AT_LEAST, EQUAL -> true;
            case BELOW, AT_MOST, NOT_EQUAL -> false;
        };
    }

    private static boolean isUpper(Comparison it) {
        return switch (it.operator()) {
            case BELOW, AT_MOST, EQUAL -> true;
            case ABOVE, AT_LEAST, NOT_EQUAL -> false;
        };
    }

    private static boolean includes(Comparison it) {
        return switch (it.operator()) {
            case AT_LEAST, AT_MOST, EQUAL -> true;
            case ABOVE, BELOW, NOT_EQUAL -> false;
        };
    }

    private static BigDecimal value(Comparison it) {
        return it.limit().value();
    }
}

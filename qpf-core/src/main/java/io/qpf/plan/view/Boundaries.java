package io.qpf.plan.view;

import io.qpf.policy.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings on both sides of each boundary of a condition.
 *
 * <p>Each leaf of the condition gives one pair: everything that the leaf's branch needs holds in both readings, and
 * only the leaf's own metric or event moves by the smallest step that its number shows. A pair that the condition itself
 * does not tell apart (since another branch holds as well) is left out.
 */
final class Boundaries {
    private final Condition condition;
    private final List<Pair> pairs = new ArrayList<>();

    /** A quiet and an alarming moment, and the words of the leaf between them. */
    record Pair(String leaf, Evaluation quiet, Evaluation alarming) {}

    private Boundaries(Condition condition) {
        this.condition = condition;
    }

    static List<Pair> of(Condition condition) {
        Boundaries boundaries = new Boundaries(condition);
        boundaries.branches(condition).forEach(boundaries::addPairs);
        return boundaries.pairs.stream().distinct().toList();
    }

    /** The ways in which a condition can hold, each a list of leaves; bounded, since alternatives multiply. */
    private List<List<Condition>> branches(Condition part) {
        if (part instanceof Condition.Comparison leaf) {
            return List.of(List.of(leaf));
        }
        if (part instanceof Condition.Event leaf) {
            return List.of(List.of(leaf));
        }
        if (part instanceof Condition.AnyOf any) {
            return any.parts().stream()
                    .flatMap(it -> branches(it).stream())
                    .limit(32)
                    .toList();
        }
        Condition.All all = (Condition.All) part;
        return all.parts().stream().map(this::branches).reduce(List.of(List.of()), Boundaries::combine);
    }

    private static List<List<Condition>> combine(List<List<Condition>> left, List<List<Condition>> right) {
        return left.stream()
                .flatMap(one -> right.stream().map(other -> {
                    List<Condition> both = new ArrayList<>(one);
                    both.addAll(other);
                    return List.copyOf(both);
                }))
                .limit(32)
                .toList();
    }

    private void addPairs(List<Condition> leaves) {
        Evaluation base = Satisfaction.of(leaves);
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.Comparison comparison) {
                addPair(base, comparison);
            } else if (leaf instanceof Condition.Event event) {
                keep(event.name(), base.without(event.name()), base);
            }
        }
    }

    private void addPair(Evaluation base, Condition.Comparison leaf) {
        String words = leaf.metric() + " " + leaf.operator().sign() + " "
                + leaf.limit().value().toPlainString();
        BigDecimal limit = leaf.limit().value();
        BigDecimal step = Satisfaction.step(limit);
        BigDecimal quiet = switch (leaf.operator()) {
            case ABOVE, BELOW, NOT_EQUAL -> limit;
            case AT_LEAST -> limit.subtract(step);
            case AT_MOST, EQUAL -> limit.add(step);
        };
        BigDecimal alarming = switch (leaf.operator()) {
            case ABOVE, NOT_EQUAL -> limit.add(step);
            case BELOW -> limit.subtract(step);
            case AT_LEAST, AT_MOST, EQUAL -> limit;
        };
        keep(words, base.with(leaf.metric(), quiet), base.with(leaf.metric(), alarming));
    }

    private void keep(String words, Evaluation quiet, Evaluation alarming) {
        if (!quiet.satisfies(condition) && alarming.satisfies(condition)) {
            pairs.add(new Pair(words, quiet, alarming));
        }
    }
}

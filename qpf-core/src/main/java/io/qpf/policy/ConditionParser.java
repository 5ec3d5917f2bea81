package io.qpf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one alternative: AND binds tighter than OR, OR tighter than the comma; brackets behind a name explain it. */
final class ConditionParser {
    private static final int DEEPEST = 20;
    private static final Pattern COMMA = Pattern.compile(",(?!(?<=\\d,)\\d)|;");
    private static final Pattern OR = Pattern.compile("(?<![\\p{L}\\p{N}])OR(?![\\p{L}\\p{N}])|\\|\\|");
    private static final Pattern AND = Pattern.compile("(?<![\\p{L}\\p{N}])AND(?![\\p{L}\\p{N}])|&&");

    private final AtomParser atoms;
    private final Findings findings;

    ConditionParser(Thresholds thresholds, Findings findings) {
        this.atoms = new AtomParser(thresholds, findings);
        this.findings = findings;
    }

    /** Whether the slice is joined by AND or OR at this depth. */
    static boolean joined(Slice slice) {
        return slice.split(OR, 0).size() > 1 || slice.split(AND, 0).size() > 1;
    }

    /** The condition; empty if it cannot be read, which has been reported. */
    Optional<Condition> parse(Slice slice) {
        int bracket = slice.owner().unpaired(slice.from(), slice.to());
        if (bracket >= 0) {
            Slice alone = new Slice(slice.owner(), bracket, bracket + 1);
            findings.unreadable(
                    alone.span(), "`" + alone.value() + "` has no partner", "close each bracket, or leave it out");
            return Optional.empty();
        }
        return alternatives(slice, 0);
    }

    private Optional<Condition> alternatives(Slice slice, int level) {
        if (level > DEEPEST) {
            findings.unreadable(slice.span(), "brackets are nested too deep", "write fewer brackets");
            return Optional.empty();
        }
        return level == 0
                ? disjunction(slice, level)
                : join(slice.split(COMMA, level), part -> disjunction(part, level), Condition.AnyOf::new);
    }

    private Optional<Condition> disjunction(Slice slice, int level) {
        return join(slice.split(OR, level), part -> conjunction(part, level), Condition.AnyOf::new);
    }

    private Optional<Condition> conjunction(Slice slice, int level) {
        return join(slice.split(AND, level), part -> operand(part, level), Condition.All::new);
    }

    private Optional<Condition> operand(Slice slice, int level) {
        Slice words = Quotes.off(slice.trimmed(letter -> Character.isWhitespace(letter) || letter == '_'));
        if (words.isEmpty()) {
            findings.unreadable(
                    slice.span(), "AND or OR has nothing to join on one side", "write a condition on both sides");
            return Optional.empty();
        }
        PolicyText owner = words.owner();
        return owner.close(words.from()) == words.to() - 1
                ? alternatives(new Slice(owner, words.from() + 1, words.to() - 1), level + 1)
                : atoms.parse(words, level);
    }

    /** Reads every part, so that each mistake is reported, and joins them into one flat condition. */
    private static Optional<Condition> join(
            List<Slice> parts, Function<Slice, Optional<Condition>> read, Function<List<Condition>, Condition> joined) {
        List<Condition> meant = new ArrayList<>();
        boolean whole = true;
        Class<?> kind = joined.apply(List.of()).getClass();
        for (Slice part : parts) {
            Optional<Condition> condition = read.apply(part);
            whole &= condition.isPresent();
            condition.ifPresent(it -> meant.addAll(kind.isInstance(it) ? Conditions.parts(it) : List.of(it)));
        }
        if (!whole) {
            return Optional.empty();
        }
        return Optional.of(meant.size() == 1 ? meant.get(0) : joined.apply(meant));
    }
}

package io.qpf.policy;

import io.qpf.policy.Condition.Operator;
import java.util.Map;
import java.util.regex.Pattern;

/** The signs that compare, as people type them. */
final class Signs {
    /** An arrow is no sign, but {@code x<-5} is: nobody writes an arrow at a digit. */
    static final Pattern SIGN = Pattern.compile("<=|>=|=<|=>|==|!=|<>|≤|≥|≠|(?<![-=])>|<(?!-(?!\\d))|=(?![<>])");

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry(">", Operator.ABOVE),
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("=>", Operator.AT_LEAST),
            Map.entry("≥", Operator.AT_LEAST),
            Map.entry("<", Operator.BELOW),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry("=<", Operator.AT_MOST),
            Map.entry("≤", Operator.AT_MOST),
            Map.entry("=", Operator.EQUAL),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("≠", Operator.NOT_EQUAL));

    private Signs() {}

    static Operator operator(String sign) {
        return OPERATORS.getOrDefault(sign, Operator.EQUAL);
    }

    /** What compares the same two the other way round: {@code 3 < x} is {@code x > 3}. */
    static Operator turn(Operator operator) {
        return switch (operator) {
            case ABOVE -> Operator.BELOW;
            case AT_LEAST -> Operator.AT_MOST;
            case BELOW -> Operator.ABOVE;
            case AT_MOST -> Operator.AT_LEAST;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }

    /** What holds exactly where the other one does not. */
    static Operator negate(Operator operator) {
        return switch (operator) {
            case ABOVE -> Operator.AT_MOST;
            case AT_LEAST -> Operator.BELOW;
            case BELOW -> Operator.AT_LEAST;
            case AT_MOST -> Operator.ABOVE;
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
        };
    }
}

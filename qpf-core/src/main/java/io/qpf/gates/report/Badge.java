package io.qpf.gates.report;

import io.qpf.gates.Outcome;
import io.qpf.python.SchemaText;

/** How a thing stands, by symbol, word and colour alike, so that none of them is needed. */
record Badge(SchemaText kind, SchemaText symbol, SchemaText word) {
    private static Badge badge(String kind, String symbol, String word) {
        return new Badge(SchemaText.of(kind), SchemaText.of(symbol), SchemaText.of(word));
    }

    static Badge ready(boolean good, String yes, String no) {
        return good ? badge("pass", "✓", yes) : badge("fail", "✗", no);
    }

    /** The badge of an outcome; what did not run and need not is no failure. */
    static Badge of(Outcome outcome, boolean allowed) {
        if (outcome instanceof Outcome.Passed) {
            return badge("pass", "✓", "passed");
        }
        if (outcome instanceof Outcome.Failed) {
            return badge("fail", "✗", "failed");
        }
        if (outcome instanceof Outcome.NotRun) {
            return allowed ? badge("none", "?", "not run, allowed") : badge("open", "?", "not run");
        }
        return badge("none", "–", "not applicable");
    }
}

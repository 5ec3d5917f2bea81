package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small conversions from schema values to Python expressions. */
final class Facts {
    private Facts() {}

    static SchemaText text(Optional<Text> text) {
        return SchemaText.of(text.map(Text::value).orElse(""));
    }

    static SchemaText text(Text text) {
        return SchemaText.of(text.value());
    }

    static List<SchemaText> texts(List<Text> texts) {
        List<SchemaText> once = new ArrayList<>();
        for (String value : values(texts)) {
            once.add(SchemaText.of(value));
        }
        return once;
    }

    /** The values, each once. */
    static Set<String> values(List<Text> texts) {
        Set<String> once = new LinkedHashSet<>();
        for (Text text : texts) {
            once.add(text.value());
        }
        return once;
    }

    /** A tuple of string literals, each once. */
    static PyExpr tuple(List<Text> texts) {
        return strings(values(texts));
    }

    /** The same of values that are at hand already. */
    static PyExpr strings(Collection<String> values) {
        List<PyExpr> items = new ArrayList<>();
        for (String value : new LinkedHashSet<>(values)) {
            items.add(PyExpr.string(value));
        }
        return PyExpr.tuple(items);
    }

    static PyExpr number(Optional<Located<Integer>> number) {
        return number.map(it -> PyExpr.number(it.value())).orElse(PyExpr.NONE);
    }

    static PyExpr bool(Optional<Located<Boolean>> value, boolean otherwise) {
        return PyExpr.bool(value.map(Located::value).orElse(otherwise));
    }
}

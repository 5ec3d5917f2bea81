package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

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
        return texts.stream().map(Facts::text).distinct().toList();
    }

    /** A tuple of string literals, each once. */
    static PyExpr tuple(List<Text> texts) {
        return strings(texts.stream().map(Text::value).toList());
    }

    static PyExpr strings(List<String> values) {
        return PyExpr.tuple(values.stream().distinct().map(PyExpr::string).toList());
    }

    static PyExpr number(Optional<Located<Integer>> number) {
        return number.map(it -> PyExpr.number(it.value())).orElse(PyExpr.NONE);
    }

    static PyExpr bool(Optional<Located<Boolean>> value, boolean otherwise) {
        return PyExpr.bool(value.map(Located::value).orElse(otherwise));
    }
}

package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.LayerKind;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.Retention;
import io.qpf.source.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memory layers as views. */
final class LayerViews {
    private LayerViews() {}

    static LayerView of(MemoryLayer layer) {
        String word = layer.kind().word();
        Optional<PyExpr> retention = layer.retention().map(Located::value).flatMap(LayerViews::retention);
        return new LayerView(
                PyIdentifier.constant(word),
                PyIdentifier.snake(word),
                SchemaText.of(word),
                Facts.text(layer.storageType()),
                layer.purpose().isPresent(),
                Facts.text(layer.purpose()),
                layer.keyspace().isPresent(),
                Facts.text(layer.keyspace()),
                layer.ttlSeconds().isPresent(),
                layer.ttlSeconds().map(it -> PyExpr.number(it.value())).orElse(PyExpr.NONE),
                retention.isPresent(),
                retention.orElse(PyExpr.NONE),
                !layer.indexBy().isEmpty(),
                Facts.tuple(layer.indexBy()),
                !layer.structure().isEmpty(),
                structure(layer),
                layer.kind() == LayerKind.LONG_TERM);
    }

    private static Optional<PyExpr> retention(Retention retention) {
        if (!(retention instanceof Retention.For kept)) {
            return Optional.empty();
        }
        String unit = kept.months() > 0 ? "months" : "days";
        PyExpr amount = PyExpr.number(Math.max(kept.months(), kept.days()));
        return Optional.of(PyExpr.call(PyExpr.dotted("Retention"), List.of(), Map.of(new PyIdentifier(unit), amount)));
    }

    private static PyExpr structure(MemoryLayer layer) {
        Map<PyExpr, PyExpr> kinds = new LinkedHashMap<>();
        layer.structure().forEach(it -> kinds.put(PyExpr.string(it.name().value()), Facts.tuple(it.fields())));
        return PyExpr.dict(kinds);
    }
}

package io.qpf.plan.view;

import io.qpf.plan.ContractNames;
import io.qpf.plan.Names;
import io.qpf.plan.Sample;
import io.qpf.plan.Samples;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import io.qpf.schema.ContractType;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The contracts of an agent as models, and the Python types of their fields. */
final class ContractViews {
    /** What the annotations of a model say, and the first parameter of the methods that take its fields. */
    private static final Set<String> TYPE_NAMES =
            Set.of("self", "str", "int", "float", "bool", "list", "dict", "object", "date", "datetime");

    /** What pydantic's models have already, so that a field of that name would hide it. */
    private static final Set<String> MODEL_ATTRIBUTES = Set.of(
            "construct",
            "copy",
            "dict",
            "fields",
            "from_orm",
            "json",
            "parse_file",
            "parse_obj",
            "parse_raw",
            "schema",
            "schema_json",
            "update_forward_refs",
            "validate",
            "register");

    private final Map<String, Contract.Model> byName = new LinkedHashMap<>();
    private final ContractNames names;
    private final Samples samples;

    ContractViews(List<Contract> contracts) {
        this.names = new ContractNames(contracts);
        this.samples = new Samples(contracts);
        for (Contract contract : contracts) {
            if (contract instanceof Contract.Model model) {
                byName.put(model.name().value(), model);
            }
        }
    }

    /**
     * Models in an order in which each stands behind those that it uses, as far as they do not use each other; one that names
     * a type further down is completed below all of them.
     */
    List<ModelView> models(PyExpr module) {
        List<ModelView> views = new ArrayList<>();
        Set<String> defined = new HashSet<>();
        for (Contract.Model model : inOrder()) {
            String name = model.name().value();
            views.add(new ModelView(
                    names.model(name).orElseThrow(),
                    SchemaText.of("The type " + name + " of the contracts."),
                    fields(model.fields()),
                    model.fields().stream().anyMatch(it -> isForward(it, defined)),
                    module));
            defined.add(name);
        }
        return List.copyOf(views);
    }

    /** What an operation takes and gives, as far as its contract says. */
    List<ModelView> sides(Contract.Operation operation, PyExpr module) {
        String name = operation.name().value();
        List<ModelView> views = new ArrayList<>();
        names.request(name)
                .ifPresent(it -> views.add(
                        side(it, "What " + name + " takes.", operation.request().orElseThrow(), module)));
        names.response(name)
                .ifPresent(it -> views.add(side(
                        it, "What " + name + " gives.", operation.response().orElseThrow(), module)));
        return views;
    }

    private record Visit(Contract.Model model, Iterator<Contract.Model> used) {}

    /** Depth first, with a stack of its own: a chain of types may be longer than Java's. */
    private List<Contract.Model> inOrder() {
        List<Contract.Model> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        for (Contract.Model root : byName.values()) {
            if (seen.add(root.name().value())) {
                open.push(new Visit(root, used(root)));
            }
            while (!open.isEmpty()) {
                Visit visit = open.element();
                if (!visit.used.hasNext()) {
                    ordered.add(open.pop().model);
                    continue;
                }
                Contract.Model next = visit.used.next();
                if (seen.add(next.name().value())) {
                    open.push(new Visit(next, used(next)));
                }
            }
        }
        return ordered;
    }

    private Iterator<Contract.Model> used(Contract.Model model) {
        List<Contract.Model> used = new ArrayList<>();
        for (Contract.Field field : model.fields()) {
            for (String name : ContractType.models(type(field))) {
                Optional.ofNullable(byName.get(name)).ifPresent(used::add);
            }
        }
        return used.iterator();
    }

    private ModelView side(PyIdentifier name, String summary, List<Contract.Field> fields, PyExpr module) {
        return new ModelView(name, SchemaText.of(summary), fields(fields), false, module);
    }

    List<FieldView> fields(List<Contract.Field> fields) {
        Names taken = new Names(Set.of());
        return fields.stream().map(it -> field(it, taken)).toList();
    }

    private FieldView field(Contract.Field field, Names taken) {
        String wire = field.name().value();
        PyIdentifier name = new PyIdentifier(taken.claimWords(attribute(wire)));
        return new FieldView(name, SchemaText.of(wire), !name.text().equals(wire), python(type(field)));
    }

    private boolean isForward(Contract.Field field, Set<String> defined) {
        return ContractType.models(type(field)).stream()
                .anyMatch(it -> byName.containsKey(it) && !defined.contains(it));
    }

    private String attribute(String wire) {
        String name = PyIdentifier.attribute(wire).text();
        String open = name.startsWith("_") ? "field" + name : name;
        boolean taken = MODEL_ATTRIBUTES.contains(open)
                || TYPE_NAMES.contains(open)
                || open.startsWith("model_")
                || names.all().contains(open);
        return taken ? open + "_" : open;
    }

    ContractNames names() {
        return names;
    }

    private static ContractType type(Contract.Field field) {
        return ContractType.parse(field.type().value()).orElse(ContractType.Plain.ANY);
    }

    private PyExpr python(ContractType type) {
        return PyExpr.code(source(type));
    }

    private String source(ContractType type) {
        if (type instanceof ContractType.Plain plain) {
            return plainSource(plain);
        }
        if (type instanceof ContractType.Model model) {
            return modelSource(model);
        }
        if (type instanceof ContractType.ListOf list) {
            return "list[" + source(list.item()) + "]";
        }
        if (type instanceof ContractType.DictOf dict) {
            return "dict[str, " + source(dict.value()) + "]";
        }
        ContractType.Union union = (ContractType.Union) type;
        return union.options().stream().map(this::source).distinct().collect(Collectors.joining(" | "));
    }

    private String modelSource(ContractType.Model model) {
        return names.model(model.name()).map(PyIdentifier::text).orElse("object");
    }

    private static String plainSource(ContractType.Plain plain) {
        return switch (plain) {
            case STR -> "str";
            case INT -> "int";
            case FLOAT -> "float";
            case BOOL -> "bool";
            case DATETIME -> "datetime";
            case DATE -> "date";
            case NONE -> "None";
            case ANY -> "object";
        };
    }

    /** A JSON object that the fields admit, as a Python literal. */
    PyExpr sample(List<Contract.Field> fields) {
        return python(samples.object(fields));
    }

    private static PyExpr python(Sample sample) {
        if (sample instanceof Sample.Value value) {
            return plainSample(value.type());
        }
        if (sample instanceof Sample.Items items) {
            return PyExpr.list(items.all().stream().map(ContractViews::python).toList());
        }
        Map<PyExpr, PyExpr> members = new LinkedHashMap<>();
        ((Sample.Members) sample).all().forEach((name, value) -> members.put(PyExpr.string(name), python(value)));
        return PyExpr.dict(members);
    }

    private static PyExpr plainSample(ContractType.Plain plain) {
        return switch (plain) {
            case STR, ANY -> PyExpr.string("text");
            case INT -> PyExpr.number(1);
            case FLOAT -> PyExpr.decimal(new BigDecimal("0.5"));
            case BOOL -> PyExpr.TRUE;
            case DATETIME -> PyExpr.string("2026-01-31T12:00:00Z");
            case DATE -> PyExpr.string("2026-01-31");
            case NONE -> PyExpr.NONE;
        };
    }
}

package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import io.qpf.schema.ContractType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private final List<Contract> contracts;
    private final Map<String, PyIdentifier> models;

    ContractViews(List<Contract> contracts) {
        this.contracts = contracts;
        this.models = new LinkedHashMap<>();
        for (Contract contract : contracts) {
            if (contract instanceof Contract.Model model) {
                models.put(
                        model.name().value(), PyIdentifier.pascal(model.name().value()));
            }
        }
    }

    /** Models in an order in which each stands behind those that it uses, as far as they do not use each other. */
    List<ModelView> models() {
        List<ModelView> views = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        contracts.forEach(contract -> {
            if (contract instanceof Contract.Model model) {
                addModel(model, views, done);
            }
        });
        for (Contract contract : contracts) {
            if (contract instanceof Contract.Operation operation) {
                String name = operation.name().value();
                operation
                        .request()
                        .ifPresent(fields -> views.add(view(requestName(name), "What " + name + " takes.", fields)));
                operation
                        .response()
                        .ifPresent(fields -> views.add(view(responseName(name), "What " + name + " gives.", fields)));
            }
        }
        return List.copyOf(views);
    }

    private void addModel(Contract.Model model, List<ModelView> views, Set<String> done) {
        if (!done.add(model.name().value())) {
            return;
        }
        for (Contract.Field field : model.fields()) {
            for (String used : ContractType.models(type(field))) {
                modelNamed(used).ifPresent(it -> addModel(it, views, done));
            }
        }
        PyIdentifier className = PyIdentifier.pascal(model.name().value());
        views.add(view(className, "The type " + model.name().value() + " of the contracts.", model.fields()));
    }

    private Optional<Contract.Model> modelNamed(String name) {
        return contracts.stream()
                .filter(it -> it instanceof Contract.Model && it.name().value().equals(name))
                .map(Contract.Model.class::cast)
                .findFirst();
    }

    private ModelView view(PyIdentifier name, String summary, List<Contract.Field> fields) {
        return new ModelView(name, SchemaText.of(summary), fields(fields));
    }

    List<FieldView> fields(List<Contract.Field> fields) {
        return fields.stream().map(this::field).toList();
    }

    private FieldView field(Contract.Field field) {
        String wire = field.name().value();
        PyIdentifier name = attribute(wire);
        return new FieldView(name, SchemaText.of(wire), !name.text().equals(wire), python(type(field)));
    }

    private PyIdentifier attribute(String wire) {
        String name = PyIdentifier.attribute(wire).text();
        String open = name.startsWith("_") ? "field" + name : name;
        boolean taken = MODEL_ATTRIBUTES.contains(open)
                || TYPE_NAMES.contains(open)
                || open.startsWith("model_")
                || models.values().stream().anyMatch(it -> it.text().equals(open));
        return new PyIdentifier(taken ? open + "_" : open);
    }

    static PyIdentifier requestName(String operation) {
        return PyIdentifier.pascal(operation + "_request");
    }

    static PyIdentifier responseName(String operation) {
        return PyIdentifier.pascal(operation + "_response");
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
        return Optional.ofNullable(models.get(model.name()))
                .map(PyIdentifier::text)
                .orElse("object");
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
        return sample(fields, Set.of());
    }

    private PyExpr sample(List<Contract.Field> fields, Set<String> within) {
        Map<PyExpr, PyExpr> entries = new LinkedHashMap<>();
        for (Contract.Field field : fields) {
            entries.put(PyExpr.string(field.name().value()), sample(type(field), within));
        }
        return PyExpr.dict(entries);
    }

    private PyExpr sample(ContractType type, Set<String> within) {
        if (type instanceof ContractType.Plain plain) {
            return plainSample(plain);
        }
        if (type instanceof ContractType.Model model) {
            return modelSample(model.name(), within);
        }
        if (type instanceof ContractType.ListOf list) {
            return recurs(list.item(), within)
                    ? PyExpr.list(List.of())
                    : PyExpr.list(List.of(sample(list.item(), within)));
        }
        if (type instanceof ContractType.DictOf dict) {
            return recurs(dict.value(), within)
                    ? PyExpr.dict(Map.of())
                    : PyExpr.dict(Map.of(PyExpr.string("key"), sample(dict.value(), within)));
        }
        ContractType.Union union = (ContractType.Union) type;
        return union.options().contains(ContractType.Plain.NONE)
                ? PyExpr.NONE
                : sample(union.options().get(0), within);
    }

    private static boolean recurs(ContractType type, Set<String> within) {
        return ContractType.models(type).stream().anyMatch(within::contains);
    }

    private PyExpr modelSample(String name, Set<String> within) {
        Set<String> deeper = new LinkedHashSet<>(within);
        deeper.add(name);
        return modelNamed(name).map(it -> sample(it.fields(), deeper)).orElse(PyExpr.string("text"));
    }

    private static PyExpr plainSample(ContractType.Plain plain) {
        return switch (plain) {
            case STR, ANY -> PyExpr.string("text");
            case INT -> PyExpr.number(1);
            case FLOAT -> PyExpr.decimal(new BigDecimal("0.5"));
            case BOOL -> PyExpr.TRUE;
            case DATETIME -> PyExpr.string("2026-01-01T00:00:00Z");
            case DATE -> PyExpr.string("2026-01-01");
            case NONE -> PyExpr.NONE;
        };
    }
}

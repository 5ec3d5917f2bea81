package io.qpf.plan.document;

import io.qpf.plan.Sample;
import io.qpf.plan.Samples;
import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import io.qpf.schema.ContractType;
import java.util.List;
import java.util.StringJoiner;

/** Made-up JSON that fits a contract, for the examples of documents. */
final class SampleJson {
    private final Samples samples;

    SampleJson(List<Contract> contracts) {
        this.samples = new Samples(contracts);
    }

    /** An object with every field, on one line. */
    String object(List<Contract.Field> fields) {
        return json(samples.object(fields));
    }

    /** A value of one type, on one line. */
    String value(String type) {
        return json(samples.value(type));
    }

    private static String json(Sample sample) {
        if (sample instanceof Sample.Value value) {
            return plain(value.type());
        }
        if (sample instanceof Sample.Items items) {
            StringJoiner all = new StringJoiner(", ", "[", "]");
            items.all().forEach(it -> all.add(json(it)));
            return all.toString();
        }
        StringJoiner all = new StringJoiner(", ", "{", "}");
        ((Sample.Members) sample)
                .all()
                .forEach((name, value) -> all.add(SchemaText.of(name).json().text() + ": " + json(value)));
        return all.toString();
    }

    private static String plain(ContractType.Plain type) {
        return switch (type) {
            case STR, ANY -> "\"text\"";
            case INT -> "1";
            case FLOAT -> "0.5";
            case BOOL -> "true";
            case DATETIME -> "\"2026-01-31T12:00:00Z\"";
            case DATE -> "\"2026-01-31\"";
            case NONE -> "null";
        };
    }
}

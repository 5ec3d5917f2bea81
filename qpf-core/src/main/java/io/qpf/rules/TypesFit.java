package io.qpf.rules;

import io.qpf.schema.ContractType;
import io.qpf.schema.ContractType.DictOf;
import io.qpf.schema.ContractType.ListOf;
import io.qpf.schema.ContractType.Model;
import io.qpf.schema.ContractType.Plain;
import io.qpf.schema.ContractType.Union;
import java.util.Optional;
import java.util.Set;

/** Whether a value of one type can be given where another one is taken; in doubt it can. */
final class TypesFit {
    /** All of them are texts on the wire. */
    private static final Set<ContractType> TEXTS = Set.of(Plain.STR, Plain.DATE, Plain.DATETIME);

    private TypesFit() {}

    static boolean fits(String sent, String taken) {
        Optional<ContractType> from = ContractType.parse(sent);
        Optional<ContractType> to = ContractType.parse(taken);
        return from.isEmpty() || to.isEmpty() || fits(from.get(), to.get());
    }

    private static boolean fits(ContractType sent, ContractType taken) {
        if (sent instanceof Union union) {
            return union.options().stream().allMatch(it -> fits(it, taken));
        }
        if (taken instanceof Union union) {
            return union.options().stream().anyMatch(it -> fits(sent, it));
        }
        // A name may be a type of the other schema, or prose.
        if (sent instanceof Model || taken instanceof Model || sent == Plain.ANY || taken == Plain.ANY) {
            return true;
        }
        if (sent instanceof ListOf one && taken instanceof ListOf other) {
            return fits(one.item(), other.item());
        }
        if (sent instanceof DictOf one && taken instanceof DictOf other) {
            return fits(one.value(), other.value());
        }
        return sent.equals(taken)
                || (sent == Plain.INT && taken == Plain.FLOAT)
                || (TEXTS.contains(sent) && TEXTS.contains(taken));
    }
}

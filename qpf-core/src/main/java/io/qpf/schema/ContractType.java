package io.qpf.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of a contract's field, as people write it in Python's notation: {@code list[Candidate]}, {@code str | None}. */
public sealed interface ContractType {
    /** A plain type. */
    enum Plain implements ContractType {
        STR,
        INT,
        FLOAT,
        BOOL,
        DATETIME,
        DATE,
        NONE,
        ANY
    }

    /** A named model of the same schema. */
    record Model(String name) implements ContractType {}

    /** A list of one type. */
    record ListOf(ContractType item) implements ContractType {}

    /** A mapping from text to one type. */
    record DictOf(ContractType value) implements ContractType {}

    /** One of several types. */
    record Union(List<ContractType> options) implements ContractType {
        public Union {
            options = List.copyOf(options);
        }
    }

    /** The type behind a text; empty if the text is none. A name that is no plain type is taken for a model's. */
    static Optional<ContractType> parse(String text) {
        Parser parser = new Parser(text);
        Optional<ContractType> type = parser.union();
        return type.filter(it -> parser.atEnd());
    }

    /** Every model that a type names, outermost first. */
    static List<String> models(ContractType type) {
        if (type instanceof Plain) {
            return List.of();
        }
        if (type instanceof Model model) {
            return List.of(model.name());
        }
        if (type instanceof ListOf list) {
            return models(list.item());
        }
        if (type instanceof DictOf dict) {
            return models(dict.value());
        }
        Union union = (Union) type;
        return union.options().stream().flatMap(it -> models(it).stream()).toList();
    }

    /** Recursive descent over names, brackets, bars and commas. */
    final class Parser {
        private static final int DEEPEST = 20;

        private final String text;
        private int at;
        private int depth;

        private Parser(String text) {
            this.text = text;
        }

        private Optional<ContractType> union() {
            List<ContractType> options = new ArrayList<>();
            do {
                Optional<ContractType> option = single();
                if (option.isEmpty()) {
                    return Optional.empty();
                }
                options.add(option.get());
            } while (take('|'));
            return Optional.of(options.size() == 1 ? options.get(0) : new Union(options));
        }

        private Optional<ContractType> single() {
            String name = name();
            if (name.isEmpty() || ++depth > DEEPEST) {
                return Optional.empty();
            }
            Optional<ContractType> type = take('[') ? generic(name) : Optional.of(plain(name));
            depth--;
            return type;
        }

        private Optional<ContractType> generic(String name) {
            Optional<ContractType> first = union();
            Optional<ContractType> second = take(',') ? union() : Optional.empty();
            if (first.isEmpty() || !take(']')) {
                return Optional.empty();
            }
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "list", "sequence" -> second.isEmpty() ? Optional.of(new ListOf(first.get())) : Optional.empty();
                case "dict", "mapping" -> first.get() == Plain.STR ? second.map(DictOf::new) : Optional.empty();
                case "optional" ->
                    second.isEmpty() ? Optional.of(new Union(List.of(first.get(), Plain.NONE))) : Optional.empty();
                default -> Optional.empty();
            };
        }

        private static ContractType plain(String name) {
            return switch (name) {
                case "str", "string" -> Plain.STR;
                case "int", "integer" -> Plain.INT;
                case "float", "number" -> Plain.FLOAT;
                case "bool", "boolean" -> Plain.BOOL;
                case "datetime" -> Plain.DATETIME;
                case "date" -> Plain.DATE;
                case "None", "null" -> Plain.NONE;
                case "object", "any", "Any" -> Plain.ANY;
                case "list", "List" -> new ListOf(Plain.ANY);
                case "dict", "Dict" -> new DictOf(Plain.ANY);
                default -> new Model(name);
            };
        }

        private String name() {
            skipBlanks();
            int start = at;
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private static boolean isNamePart(char letter) {
            return letter == '_' || (letter < 128 && Character.isLetterOrDigit(letter));
        }

        private boolean take(char wanted) {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private boolean atEnd() {
            skipBlanks();
            return at == text.length();
        }

        private void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
    }
}

package io.qpf.schema.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of keys as the page that people read: a chapter for each kind of file, a section for each key of its top. */
final class LanguagePage {
    private static final String ANY = "anything";
    private static final List<String> MEMORY =
            List.of("episodicmemory", "semanticmemory", "causalmemory", "longtermpersistence");
    private static final String UNITS = """

            ### Units of conditions

            A number in a condition (`escalationpolicy`, `escalationtriggers`, `alerting`, reward and penalty functions) is turned into the
            base unit of its kind when the schema is read. The generated code compares that number with the reading as it is given, and
            converts nothing: **give times in seconds, shares as ratios, money in the currency that the condition names.** Code that
            measures `hours_on_duty` in hours compares it with `hours_on_duty > 12`, without a unit.

            | written | becomes | condition | the generated code compares |
            |---|---|---|---|
            | `ns`, `nanoseconds` | seconds | `latency > 500 ns` | `latency > 0.0000005s` |
            | `us`, `µs`, `microseconds` | seconds | `latency > 500 us` | `latency > 0.0005s` |
            | `ms`, `msec`, `millis`, `milliseconds` | seconds | `latency > 500 ms` | `latency > 0.5s` |
            | `s`, `sec`, `secs`, `seconds` | seconds | `latency > 2 s` | `latency > 2s` |
            | `min`, `mins`, `minutes` | seconds | `age > 5 min` | `age > 300s` |
            | `h`, `hr`, `hrs`, `hours` | seconds | `on_duty > 2 hours` | `on_duty > 7200s` |
            | `d`, `days` | seconds | `age > 2 days` | `age > 172800s` |
            | `weeks` | seconds | `age > 2 weeks` | `age > 1209600s` |
            | several of them | seconds | `age > 1h30m` | `age > 5400s` |
            | `%`, `percent`, `pct`, `percentage` | ratio; a reading of 5 % is 0.05 | `drift > 5 %` | `drift > 5%` |
            | `USD`, `EUR`, other codes of ISO 4217; `$`, `€`, `£`, `¥`, `dollars`, `euros` | the amount | `deal > $250,000` | `deal > 250000 USD` |
            | `k`, `M`, `million`, `bn`, alone or before a currency | the number times 1,000 and so on | `deal > 1.5M USD` | `deal > 1500000 USD` |
            | no unit | the number as it stands | `score > 0.8` | `score > 0.8` |

            A month and a year have no fixed length and are errors. Any other word is no unit: the number is compared as it stands
            (QPF-GOV-207), or the comparison is refused (QPF-GOV-205). How long something lasts (`load > 5 for 2 hours`) is prose
            (QPF-GOV-201): a reading has no time.
            """;
    private static final String ALERTS = """

            ### Alerts

            An alert says who hears of it and when. Both forms mean the same; blanks and underscores are one.

            | written | who hears of it | when |
            |---|---|---|
            | `alert_ops_if_latency_> 500ms` | `ops` | `latency > 0.5s` |
            | `Alert ops if latency > 500 ms` | `ops` | `latency > 0.5s` |
            | `page oncall when error_rate > 2 %` | `oncall` | `error_rate > 2%` |
            | `notify stewards if drift > 0.3 AND queue > 10` | `stewards` | `drift > 0.3 AND queue > 10` |
            | `alert_ops_if_index_lost` | `ops` | `index_lost` |

            Domain code reports what an alert waits for ([how](domain-code.md)): `await agent.report("latency", 0.6)`. An alert
            speaks when its condition begins to hold, and again only after it has ended. Who hears of it is reached over the channels
            that schema, map or glue give that name as an anchor (`anchors: ["ops (pager)"]`; case, blanks and underscores are one). For a
            name without channels the message stays in the outbox, in memory, which the log says once, and in the audit log. An alert has
            one receiver: for two write two alerts.
            """;
    private final StringBuilder out = new StringBuilder();

    private LanguagePage() {}

    static String of(KeyTable agent, KeyTable map, KeyTable glue) {
        LanguagePage page = new LanguagePage();
        page.out.append("""
                # The language

                Three kinds of YAML files: an [agent schema](#agent-schema) for each agent, one [map](#map), and a [glue](#glue) where agents
                talk with each other. Every key that QPF reads stands here; any other is kept and said so, and is an error where it was probably
                meant as one that is missing. This page and the JSON Schemas of `qpf:schemas` are written from the same
                tables, which tests hold against the loader (`-Dqpf.updateGoldens=true` writes both anew). Whole files to start from:
                [README](../README.md#quick-start-for-your-own-project), [two agents](tutorial.md), [five](../examples/l9/README.md).

                How to read the tables: `a.b` is the key `b` below `a`, `a[].b` is `b` in each item of the list `a`, `a.*` any name below `a`.
                **Must** says whether the key has to stand where the one above it does; an agent's `name` and `rootpath` have to stand on top or
                below `system`. *Text* is any scalar, so numbers and flags need no quotes;
                *texts* is a list of them, or one alone; a *mapping* has the keys that follow.
                """);
        page.chapter("Agent schema", "agents/*.yaml", agent);
        page.out.append("""

                ### Types of `contracts`

                `contracts` gives each operation its `request` and `response` (fields with types), and each type of your own, by its
                name, its fields. Types are `str`, `int`, `float`, `bool`, `date`, `datetime`, `any`, `list[T]`, `dict[str, T]`, `T | None`, and your own; quote one
                with brackets. In Python the fields of a request are keyword arguments, and `class` is `class_`.

                ```yaml
                contracts:
                  assign_bed:
                    request: {patient: Patient, wards: "list[str]", class: str}
                    response: {bed: str}
                  Patient: {id: str, acuity: int}
                ```
                """);
        page.out.append(UNITS);
        page.out.append(ALERTS);
        page.chapter("Map", "extractor-map.yaml", map);
        page.chapter("Glue", "glue.yaml", glue);
        return page.out.toString();
    }

    private void chapter(String title, String file, KeyTable table) {
        out.append("\n## ")
                .append(title)
                .append("\n\n`")
                .append(file)
                .append("`. ")
                .append(table.description())
                .append('\n');
        String musts = table.children().stream()
                .filter(KeyTable::required)
                .map(it -> "`" + it.name() + "`")
                .collect(Collectors.joining(", "));
        if (!musts.isEmpty()) {
            out.append("\nMandatory: ").append(musts).append(".\n");
        }
        List<KeyTable> plain =
                table.children().stream().filter(it -> it.children().isEmpty()).toList();
        out.append("\n### Keys without a section of their own\n");
        head();
        plain.forEach(it -> row(it.name(), it));
        for (KeyTable it : table.children()) {
            if (!it.children().isEmpty()) {
                section(it);
            }
        }
    }

    private void section(KeyTable key) {
        out.append("\n### `").append(key.name()).append("`\n\n").append(key.required() ? "Mandatory, " : "Optional, ");
        out.append(type(key)).append(". ").append(key.description()).append(".\n");
        if (!key.example().isEmpty()) {
            out.append("\nExample: ").append(example(key)).append('\n');
        }
        head();
        below("", key);
    }

    private void below(String path, KeyTable key) {
        for (KeyTable it : key.children()) {
            boolean item = it.ofItems() || isListOnly(key);
            String own = path.isEmpty() && !item
                    ? it.name()
                    : path + (item ? "[]" : "") + (isEach(key, it) ? ".*." : ".") + it.name();
            String name = own.startsWith(".") ? own.substring(1) : own;
            row(name, it);
            if (MEMORY.contains(it.name())) {
                out.append("| `").append(name).append(".*` | | | The keys of `workingmemory` | |\n");
            } else {
                below(name, it);
            }
        }
    }

    /** Whether the keys below are those of the values of a mapping with free names. */
    private static boolean isEach(KeyTable above, KeyTable key) {
        return above.forms().contains("each")
                && !key.ofItems()
                && !above.forms().contains("map")
                && !isListOnly(above);
    }

    private static boolean isListOnly(KeyTable key) {
        return key.forms().contains("maps")
                && !key.forms().contains("map")
                && !key.name().equals("order");
    }

    private void head() {
        out.append("\n| key | must | value | what it says | example |\n|---|---|---|---|---|\n");
    }

    private void row(String name, KeyTable key) {
        out.append("| `")
                .append(name)
                .append("` | ")
                .append(key.required() ? "yes" : "")
                .append(" | ");
        out.append(type(key))
                .append(" | ")
                .append(key.description().replace("|", "\\|"))
                .append(" | ");
        out.append(example(key)).append(" |\n");
    }

    private static String example(KeyTable key) {
        return key.example().isEmpty() ? "" : "`" + key.name() + ": " + pasted(key.example()) + "`";
    }

    /** As it reads in YAML: a text with a colon inside needs its quotes. */
    static String pasted(String example) {
        boolean plain = "[{\"".indexOf(example.charAt(0)) >= 0 || !example.contains(": ");
        return plain ? example : '"' + example + '"';
    }

    private static String type(KeyTable key) {
        if (!key.choices().isEmpty()) {
            return "one of " + key.choices().stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
        }
        List<String> types = new ArrayList<>();
        key.forms().stream().sorted().forEach(it -> types.add(word(it)));
        return String.join(" or ", types);
    }

    private static String word(String form) {
        return switch (form) {
            case "text" -> "text";
            case "texts" -> "texts";
            case "flag" -> "`true` or `false`";
            case "whole" -> "whole number";
            case "number" -> "number";
            case "map" -> "mapping";
            case "maps" -> "list of mappings";
            case "each" -> "mapping of free names to mappings";
            case "free" -> "mapping with free names";
            case "any" -> ANY;
            default -> throw new IllegalArgumentException("unknown form " + form);
        };
    }
}

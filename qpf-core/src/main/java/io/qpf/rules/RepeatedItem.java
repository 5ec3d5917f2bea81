package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.AgentSchema;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the two was probably meant to be another one. */
final class RepeatedItem implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-STR-208", Severity.WARNING, "A list names one thing twice.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            for (Map.Entry<String, List<Text>> list : lists(agent.schema()).entrySet()) {
                Twins.of(list.getValue(), it -> it.value().strip(), Text::span)
                        .map(it -> INFO.at(
                                it.span(),
                                "`" + it.second() + "` stands twice under " + list.getKey() + " of " + agent.name(),
                                "remove one of the two, or write what was meant",
                                it.other("the first one")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The lists whose order and number mean nothing, by their keys. Modules and documents have a rule of their own. */
    private static Map<String, List<Text>> lists(AgentSchema schema) {
        Map<String, List<Text>> lists = new LinkedHashMap<>();
        lists.put("anchors", schema.governance().anchors());
        lists.put("auditscope", schema.governance().auditScope());
        lists.put("strategymodes", schema.reasoning().strategyModes());
        lists.put("connectto", schema.integration().connectTo());
        lists.put("shareddomains", schema.integration().sharedDomains());
        lists.put("modules", schema.learning().modules());
        lists.put("escalationtriggers", schema.learning().escalationTriggers());
        lists.put("linkexisting", schema.files().linkExisting());
        lists.put("metrics", schema.deployment().metrics());
        lists.put("alerting", schema.deployment().alerts());
        return lists;
    }
}

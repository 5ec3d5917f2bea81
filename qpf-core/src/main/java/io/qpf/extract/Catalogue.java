package io.qpf.extract;

import io.qpf.collection.LinkRule;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.StageRule;
import io.qpf.plan.PlanRule;
import io.qpf.policy.PolicyRule;
import io.qpf.review.ReviewRule;
import io.qpf.rules.Rules;
import io.qpf.schema.load.LoadRule;
import io.qpf.write.WriteRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every rule that QPF has, whichever stage looks at it. Nothing on the way of an extraction needs it. */
public final class Catalogue {
    private static final List<RuleInfo> ALL = collected();

    private static final String PREFIX = "QPF-";

    private Catalogue() {}

    /** All rules by layer, in the order of their ids. */
    public static List<RuleInfo> all() {
        return ALL;
    }

    /** The rule of an id, in whatever case, and without the letters that all ids begin with, as people say it: gov-302. */
    public static Optional<RuleInfo> find(String id) {
        String whole = whole(id);
        return ALL.stream().filter(it -> it.id().equals(whole)).findFirst();
    }

    /** How an id would be written if it were one. */
    public static String whole(String id) {
        String upper = id.strip().toUpperCase(Locale.ROOT).replace('_', '-');
        return upper.startsWith(PREFIX) ? upper : PREFIX + upper;
    }

    /** Those that look at schemas, maps and glues, and not at what was written before. */
    public static List<RuleInfo> ofSchemas() {
        return ALL.stream().filter(it -> !it.id().startsWith("QPF-OUT-")).toList();
    }

    /** The ids of all rules. */
    public static List<String> ids() {
        return ALL.stream().map(RuleInfo::id).toList();
    }

    private static List<RuleInfo> collected() {
        List<RuleInfo> all = new ArrayList<>();
        add(all, LoadRule.values());
        add(all, PolicyRule.values());
        add(all, LinkRule.values());
        Rules.ALL.forEach(it -> all.add(it.info()));
        add(all, PlanRule.values());
        add(all, WriteRule.values());
        add(all, ExtractRule.values());
        add(all, ReviewRule.values());
        all.sort(Comparator.comparing(RuleInfo::layer).thenComparing(RuleInfo::id));
        return List.copyOf(all);
    }

    private static void add(List<RuleInfo> all, StageRule... rules) {
        for (StageRule rule : rules) {
            all.add(rule.info());
        }
    }
}

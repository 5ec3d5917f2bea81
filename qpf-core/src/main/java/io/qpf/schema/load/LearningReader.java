package io.qpf.schema.load;

import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Learning;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code learningsystem}. */
final class LearningReader {
    private static final Pattern LEADING_NUMBER = Pattern.compile("(\\d{1,9})(?![\\d.]).*", Pattern.DOTALL);
    private static final Pattern UNLIMITED =
            Pattern.compile("(?i)(unlimited|none|unbounded|no[ _]limit).*", Pattern.DOTALL);

    /** The words of the field; another one is kept as it stands. */
    private static final List<String> AUTONOMY = List.of(
            "controlled_autonomy",
            "supervised_autonomy",
            "full_autonomy",
            "observe_only",
            "full",
            "none",
            "autonomous",
            "supervised",
            "manual",
            "advisory",
            "hybrid");

    private LearningReader() {}

    static Learning read(Fields section) {
        Fields update = section.child("modelupdatepolicy");
        Fields growth = section.child("cognitivegrowthvector");
        Fields autonomy = section.child("autonomyprofile");
        Optional<Text> taskLimit = autonomy.text("tasklimit");
        return new Learning(
                section.span(),
                section.text("architecture"),
                section.texts("modules"),
                section.texts("feedbackchannels"),
                update.text("mode"),
                update.flag("autotunehyperparams"),
                update.flag("rollbackonregression"),
                growth.text("stabilitythreshold"),
                growth.text("optimizationtarget"),
                autonomyMode(autonomy),
                taskLimit,
                taskLimit.flatMap(it -> taskLimit(it, autonomy)),
                autonomy.whole("decisionlatencymaxms", 1),
                autonomy.texts("escalationtriggers"),
                autonomy.texts("safetylayer"),
                section.extras());
    }

    /** A slip is worth a warning; a word of one's own is worth a note that QPF derives nothing from it. */
    private static Optional<Text> autonomyMode(Fields autonomy) {
        Optional<Text> mode = autonomy.text("mode");
        boolean known = mode.isEmpty()
                || mode.get().isBlank()
                || AUTONOMY.contains(mode.get().value())
                || Suggest.nearest(mode.get().value(), AUTONOMY.stream(), 0).isPresent();
        if (known) {
            return mode;
        }
        Optional<String> near = Suggest.nearest(mode.get().value(), AUTONOMY.stream());
        String path = autonomy.pathOf("mode");
        autonomy.findings()
                .add(LoadRule.UNKNOWN_WORD
                        .info()
                        .at(
                                near.isPresent() ? Severity.WARNING : Severity.INFO,
                                mode.get().span(),
                                Words.line("`" + path + "` is `"
                                        + Words.excerpt(mode.get().value()) + "`, from which nothing follows"),
                                near.map(it -> "Did you mean `" + it + "`? ").orElse("") + "QPF knows: "
                                        + String.join(", ", AUTONOMY) + "."));
        return mode;
    }

    private static Optional<Located<Integer>> taskLimit(Text text, Fields autonomy) {
        Matcher number = LEADING_NUMBER.matcher(text.value().strip());
        OptionalLong limit = number.matches() ? CoreSchema.integer(number.group(1)) : OptionalLong.empty();
        if (limit.isPresent() && limit.getAsLong() > 0) {
            return Optional.of(new Located<>((int) limit.getAsLong(), text.span()));
        }
        if (!UNLIMITED.matcher(text.value().strip().toLowerCase(Locale.ROOT)).matches()) {
            autonomy.findings()
                    .add(
                            LoadRule.UNREADABLE_NUMBER,
                            text.span(),
                            "`" + Words.excerpt(text.value())
                                    + "` names no number of tasks, so that the tasks are not limited",
                            "Write it like `100_parallel` or `unlimited`.");
        }
        return Optional.empty();
    }
}

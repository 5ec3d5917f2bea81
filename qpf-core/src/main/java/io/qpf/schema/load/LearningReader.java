package io.qpf.schema.load;

import io.qpf.schema.Learning;
import io.qpf.source.Located;
import io.qpf.source.Text;
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
                autonomy.text("mode"),
                taskLimit,
                taskLimit.flatMap(it -> taskLimit(it, autonomy)),
                autonomy.whole("decisionlatencymaxms", 1),
                autonomy.texts("escalationtriggers"),
                autonomy.texts("safetylayer"),
                section.extras());
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

package io.qpf.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Seeds;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;

/** Whatever style a text is written in, each of its characters is found again. */
class TextAlignmentProperties {
    @Property(tries = 400, seed = Seeds.FIXED)
    void everyCharacterHasItsPlace(@ForAll("texts") String value, @ForAll ScalarStyle style) {
        Text text = Scalars.last(dump(value, style));

        assertThat(text.value()).isEqualTo(value);
        assertThat(TextAlignment.exactly(text)).as(text.span().file().text()).isPresent();
        for (int index = 0; index < value.length(); index++) {
            if (!Character.isSurrogate(value.charAt(index)) && !Character.isWhitespace(value.charAt(index))) {
                assertThat(reads(text, index)).contains(value.substring(index, index + 1));
            }
        }
    }

    /** What stands on disk at a place: the character, an escape that means it, or a doubled quote. */
    private static String reads(Text text, int index) {
        Span span = text.part(index, index + 1);
        String line = span.file().line(span.start().line());
        int from = line.offsetByCodePoints(0, span.start().column() - 1);
        String found =
                line.substring(from, line.offsetByCodePoints(0, span.end().column() - 1));
        return found.startsWith("\\") && found.length() > 1 ? text.value().substring(index, index + 1) : found;
    }

    private static String dump(String value, ScalarStyle style) {
        DumperOptions options = new DumperOptions();
        options.setDefaultScalarStyle(style == ScalarStyle.JSON_SCALAR_STYLE ? ScalarStyle.PLAIN : style);
        options.setWidth(24);
        return new Yaml(options).dump(Map.of("k", value));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "word", " ", "  ", "\n", "\n\n", "\"", "'", "\\", ": ", " #", "é", "🙂", "{{", ",",
                        "- ", ">", "|", "\t", "\u202e", "\u00a0")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts))
                .filter(it -> !it.isBlank());
    }
}

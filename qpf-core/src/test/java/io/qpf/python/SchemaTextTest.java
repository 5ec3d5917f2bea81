package io.qpf.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SchemaTextTest {
    @Test
    void takesTheQuotesThatBlackTakes() {
        assertThat(SchemaText.of("it's").py().text()).isEqualTo("\"it's\"");
        assertThat(SchemaText.of("a\"b").py().text()).isEqualTo("'a\"b'");
        assertThat(SchemaText.of("a\"b'c").py().text()).isEqualTo("\"a\\\"b'c\"");
        assertThat(SchemaText.of("\\ \n\t\0\u202e\u00a0\ud800\ud83d\ude00").py().text())
                .isEqualTo("\"\\\\ \\n\\t\\x00\\u202e\\xa0\\ud800\ud83d\ude00\"");
    }

    @Test
    void keepsDocstringsClosed() {
        assertThat(SchemaText.of("say \"hi\"").doc().text()).isEqualTo("say \"hi\\\"");
        assertThat(SchemaText.of("a \"\"\" b\\\n c").doc().text()).isEqualTo("a \\\"\\\"\\\" b\\\\ c");
    }

    @Test
    void escapesForEachHost() {
        SchemaText text = SchemaText.of("a|b *c* `d` 'e'\u202e");
        assertThat(text.comment().text()).isEqualTo("a|b *c* `d` 'e'\\u202e");
        assertThat(text.md().text()).isEqualTo("a\\|b \\*c\\* \\`d\\` 'e'\\\\u202e");
        assertThat(text.mdcode().text()).isEqualTo("``a\\|b *c* `d` 'e'\\u202e``");
        assertThat(text.sh().text()).isEqualTo("'a|b *c* `d` '\\''e'\\'''\"$(printf '\\342\\200\\256')\"''");
        assertThat(SchemaText.of("q\"\n\u202e").json().text()).isEqualTo("\"q\\\"\\n\\u202e\"");
        assertThat(SchemaText.of("q\"\n\u202e").yaml().text()).isEqualTo("\"q\\\"\\n\\u202e\"");
        assertThat(SchemaText.of("q\"\n\ud800").toml().text()).isEqualTo("\"q\\\"\\n\\ufffd\"");
        assertThat(SchemaText.of("1. x").md().text()).isEqualTo("1\\. x");
        assertThat(SchemaText.of("> a < 0.6 & b > 8 <2").md().text()).isEqualTo("\\> a < 0.6 & b > 8 <2");
        assertThat(SchemaText.of("<b> &amp; </i> <!-- &#9;").md().text())
                .isEqualTo("\\<b> \\&amp; \\</i> \\<!-- \\&\\#9;");
    }

    @Property(seed = Seeds.FIXED)
    void neverPutsHiddenCharactersIntoAFile(@ForAll String raw) {
        SchemaText text = SchemaText.of(raw);
        for (Safe view : new Safe[] {
            text.py(), text.doc(), text.comment(), text.md(), text.mdcode(), text.json(), text.yaml(), text.toml()
        }) {
            assertThat(view.text().codePoints().noneMatch(CodePoints::hidden)).isTrue();
        }
    }
}

package io.qpf.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Strings of every kind of code unit, those that formats stumble over far more often than chance would have them. */
public final class AnyText extends DomainContextBase {
    private static final char[] TRAPS = {
        '\0', '\u0007', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u0301', '\u200b',
        '\u2028', '\u2029', '\u202e', '\ud800', '\ud83d', '\udbff', '\udc00', '\ude00', '\udfff', '\ufdd0', '\ufeff',
        '\ufffd', '\ufffe', '\uffff', ' ', '"', '#', '%', '&', '\'', ',', '/', ':', ';', '<', '>', '?', '\\', ']', '`',
        '{', '}', 'a', 'Z', '0',
    };

    @Provide
    Arbitrary<String> strings() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars(TRAPS).ofMaxLength(40),
                Arbitraries.strings().all().ofMaxLength(40));
    }
}

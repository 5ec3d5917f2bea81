package io.qpf.plan.document;

import java.nio.charset.StandardCharsets;

/** Text inside URLs. */
final class Urls {
    private static final String UNRESERVED = "-._~/";
    private static final String HEX = "0123456789ABCDEF";

    private Urls() {}

    /** Percent-encoded, apart from letters, digits, slashes and what needs no encoding anywhere. */
    static String encoded(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char at = (char) (unit & 0xFF);
            boolean plain = (at >= 'a' && at <= 'z')
                    || (at >= 'A' && at <= 'Z')
                    || (at >= '0' && at <= '9')
                    || UNRESERVED.indexOf(at) >= 0;
            if (plain) {
                out.append(at);
            } else {
                out.append('%').append(HEX.charAt(at >> 4)).append(HEX.charAt(at & 0xF));
            }
        }
        return out.toString();
    }
}

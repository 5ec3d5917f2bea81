package io.qpf.schema;

import java.util.Locale;

/** How two agents are wired. */
public enum ConnectionType {
    API_CALL,
    PACKET_SEND,
    EVENT_OBSERVE;

    /** The word of the glue file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

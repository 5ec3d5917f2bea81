package io.qpf.maven;

import java.io.Serial;
import java.util.function.Supplier;

/** Somebody gave a goal a word that it does not know: their mistake and not the plugin's. */
final class WrongParameter extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    WrongParameter(String message) {
        super(message);
    }

    private WrongParameter(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }

    /** What is read from a parameter, where the reader refuses wrong words. */
    static <T> T refused(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new WrongParameter(e);
        }
    }
}

package io.qpf.schema.load;

import io.qpf.schema.Integration;

/** Reads {@code integration}. */
final class IntegrationReader {
    private IntegrationReader() {}

    static Integration read(Fields section) {
        return new Integration(section.span(), section.texts("connectto"), section.texts("shareddomains"));
    }
}

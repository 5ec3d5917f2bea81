package io.qpf.policy;

import java.util.Optional;

/**
 * One condition of an alert.
 *
 * @param receiver {@code ops} in {@code alert_ops_if_…}
 */
public record Alarm(Optional<String> receiver, Clause clause) {}

package io.qpf.policy;

import java.math.BigDecimal;

/**
 * A number in the base unit of its kind.
 *
 * @param value as a plain decimal: {@code 500ms} is 0.5 with unit {@code s}, {@code 5_percent} is 0.05 with unit
 *     {@code ratio}
 * @param unit {@code s}, {@code ratio}, a currency code such as {@code USD}, or empty for a plain number
 */
public record Quantity(BigDecimal value, String unit) {}

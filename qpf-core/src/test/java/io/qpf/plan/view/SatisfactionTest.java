package io.qpf.plan.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings beside a limit differ from it where they are used: as Python's floats. */
class SatisfactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.6",
                "100000",
                "0.000001",
                "9007199254740993",
                "99999999999999999999",
                "1e99",
                "123456789.123456789123456789",
                "-99999999999999999999"
            })
    void stepIsOneThatFloatsTellApart(String number) {
        BigDecimal limit = new BigDecimal(new BigDecimal(number).toPlainString());
        BigDecimal step = Satisfaction.step(limit);

        assertThat(limit.add(step).doubleValue()).isGreaterThan(limit.doubleValue());
        assertThat(limit.subtract(step).doubleValue()).isLessThan(limit.doubleValue());
    }

    @Test
    void stepIsATenthOfTheLastDigitWherePeopleCount() {
        assertThat(Satisfaction.step(new BigDecimal("0.6"))).isEqualByComparingTo("0.01");
        assertThat(Satisfaction.step(new BigDecimal("500"))).isEqualByComparingTo("0.1");
    }
}

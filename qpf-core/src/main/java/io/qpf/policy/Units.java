package io.qpf.policy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The units that a number may carry, and what they are in base units. */
final class Units {
    /** A factor to the base unit. */
    record Unit(BigDecimal factor, String base) {}

    private static final Map<String, Unit> BY_WORD = new HashMap<>();
    private static final Map<String, BigDecimal> MULTIPLIERS = Map.ofEntries(
            Map.entry("k", new BigDecimal(1_000)),
            Map.entry("K", new BigDecimal(1_000)),
            Map.entry("M", new BigDecimal(1_000_000)),
            Map.entry("thousand", new BigDecimal(1_000)),
            Map.entry("million", new BigDecimal(1_000_000)),
            Map.entry("mio", new BigDecimal(1_000_000)),
            Map.entry("bn", new BigDecimal(1_000_000_000)),
            Map.entry("billion", new BigDecimal(1_000_000_000)));
    private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");
    private static final Set<String> SMALL = Set.of("usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "cny", "inr");
    private static final Set<String> CURRENCIES =
            Set.of(("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF"
                            + " BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP"
                            + " ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD"
                            + " JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP"
                            + " MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD"
                            + " RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD"
                            + " TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL")
                    .split(" "));

    static {
        put("s", "0.000000001", "ns", "nanosecond", "nanoseconds");
        put("s", "0.000001", "us", "µs", "μs", "microsecond", "microseconds");
        put("s", "0.001", "ms", "msec", "msecs", "millis", "millisecond", "milliseconds");
        put("s", "1", "s", "sec", "secs", "second", "seconds");
        put("s", "60", "min", "mins", "minute", "minutes");
        put("s", "3600", "h", "hr", "hrs", "hour", "hours");
        put("s", "86400", "d", "day", "days");
        put("s", "604800", "week", "weeks");
        put("ratio", "0.01", "%", "percent", "pct", "percentage");
        put("USD", "1", "dollar", "dollars");
        put("EUR", "1", "euro", "euros");
    }

    private Units() {}

    private static void put(String base, String factor, String... words) {
        for (String word : words) {
            BY_WORD.put(word, new Unit(new BigDecimal(factor), base));
        }
    }

    /** The unit of a word, with its multiplier where it has one: {@code ms}, {@code k USD}, {@code million}. */
    static Optional<Unit> find(String word) {
        Optional<Unit> plain = single(word);
        if (plain.isPresent()) {
            return plain;
        }
        String[] parts = word.split("[\\s_]+", 2);
        BigDecimal multiplier = MULTIPLIERS.get(parts[0]);
        if (multiplier == null) {
            return Optional.empty();
        }
        return parts.length == 1
                ? Optional.of(new Unit(multiplier, ""))
                : single(parts[1]).map(it -> new Unit(it.factor().multiply(multiplier), it.base()));
    }

    private static Optional<Unit> single(String word) {
        return currency(word).isPresent()
                ? currency(word).map(it -> new Unit(BigDecimal.ONE, it))
                : Optional.ofNullable(BY_WORD.get(perCent(word.toLowerCase(Locale.ROOT))));
    }

    /** Two words, however they are parted. */
    private static String perCent(String word) {
        return word.startsWith("per") && word.endsWith("cent") ? "percent" : word;
    }

    /** The currency of a sign or an ISO code; in small letters only those that are no English word. */
    static Optional<String> currency(String mark) {
        String code = mark.strip();
        String spelled = SMALL.contains(code) ? code.toUpperCase(Locale.ROOT) : code;
        return CURRENCIES.contains(spelled) ? Optional.of(spelled) : Optional.ofNullable(SIGNS.get(code));
    }

    /** The words long enough that a near miss is a slip and not another word. */
    static Stream<String> longWords() {
        return BY_WORD.keySet().stream().filter(it -> it.length() >= 4).sorted();
    }
}

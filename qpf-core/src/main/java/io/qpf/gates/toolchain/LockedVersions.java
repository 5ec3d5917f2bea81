package io.qpf.gates.toolchain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lock wants installed.
 *
 * @param always the version of each package that every machine needs
 * @param sometimes those behind a marker: a machine that has no use for them lacks them by right
 */
record LockedVersions(Map<String, String> always, Map<String, String> sometimes) {
    private static final Pattern LINE =
            Pattern.compile("(?m)^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^]\\n]*])?==([^\\s;\\\\]+)[ \\t]*(;?)");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(^|\\.)0+(?=\\d)");
    private static final Pattern LAST_ZEROS = Pattern.compile("(\\.0)+$");

    static LockedVersions of(String requirements) {
        Map<String, String> always = new TreeMap<>();
        Map<String, String> sometimes = new TreeMap<>();
        Matcher line = LINE.matcher(requirements);
        while (line.find()) {
            Map<String, String> some = line.group(3).isEmpty() ? always : sometimes;
            some.put(line.group(1), line.group(2));
        }
        return new LockedVersions(always, sometimes);
    }

    List<String> names() {
        List<String> names = new ArrayList<>(always.keySet());
        names.addAll(sometimes.keySet());
        return names;
    }

    /** How an environment differs from the lock, one line each. */
    List<String> against(Map<String, String> installed) {
        List<String> problems = new ArrayList<>();
        always.forEach((name, version) -> {
            if (!installed.containsKey(name)) {
                problems.add(name + " " + version + " is not there");
            }
        });
        for (Map<String, String> some : List.of(always, sometimes)) {
            some.forEach((name, version) -> {
                String there = installed.getOrDefault(name, version);
                if (!plain(there).equals(plain(version))) {
                    problems.add(name + " is " + there + " in place of " + version);
                }
            });
        }
        return problems;
    }

    /** The same version may be written as 2026.01.0 and 2026.1. */
    private static String plain(String version) {
        String folded = LEADING_ZEROS.matcher(version.toLowerCase(Locale.ROOT)).replaceAll("$1");
        return LAST_ZEROS.matcher(folded).replaceAll("");
    }
}

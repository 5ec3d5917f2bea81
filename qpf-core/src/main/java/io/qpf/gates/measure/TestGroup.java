package io.qpf.gates.measure;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tests whose outcome and coverage are kept together: those of an agent, of the wirings, of the foundation, of the domain.
 *
 * @param files the test files below the tree; those of the domain lie elsewhere and are not listed
 * @param prefixes the folders by which a test is known to belong here
 */
record TestGroup(String name, Optional<String> agent, List<String> files, List<String> prefixes) {
    static final String DOMAIN = "domain";
    private static final String INTEGRATION = "integration";
    private static final String SHARED = "foundation";

    TestGroup {
        files = List.copyOf(files);
        prefixes = List.copyOf(prefixes);
    }

    /** Whether pytest looks for tests in a file of this name. */
    static boolean isTest(String name) {
        return name.endsWith(".py") && (name.startsWith("test_") || name.endsWith("_test.py"));
    }

    boolean isDomain() {
        return name.equals(DOMAIN);
    }

    /** The groups of a tree, by what the tests are for. */
    static List<TestGroup> of(Subject subject, Contents contents) {
        TreeMap<String, java.util.ArrayList<String>> files = new TreeMap<>();
        String tests = subject.plan().collection().root() + "/tests/";
        for (String file : contents.python()) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            if (isTest(name) && (file.startsWith(tests) || file.contains("/tests/"))) {
                String group = subject.isIntegration(file)
                        ? INTEGRATION
                        : contents.owner(file).map(it -> "agent " + it).orElse(SHARED);
                files.computeIfAbsent(group, it -> new java.util.ArrayList<>()).add(file);
            }
        }
        return files.entrySet().stream()
                .map(it ->
                        new TestGroup(it.getKey(), contents.owner(it.getValue().get(0)), it.getValue(), it.getValue()))
                .toList();
    }
}

package io.qpf.schema.load;

import java.util.Map;

/** The shortest form of each mandatory section that loads, for those who have none yet. */
final class SectionExamples {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("system", "My Agent"),
            Map.entry("integration", "{connectto: [], shareddomains: []}"),
            Map.entry("governance", "{anchors: [Ada], mode: hybrid, humanoverride: true}"),
            Map.entry(
                    "memorytopology",
                    "{workingmemory: {storagetype: redis, keyspace: \"my_agent:working:*\", ttl_hours: 1}}"),
            Map.entry(
                    "communicationstack",
                    "{input: [structuredapi], output: [structuredapi], channels: {structuredapi: true}}"),
            Map.entry("reasoningengine", "{framework: rules, model: none, strategymodes: [ranking]}"),
            Map.entry("collaborationnetwork", "{partners: []}"),
            Map.entry("learningsystem", "{architecture: none, autonomyprofile: {mode: controlled_autonomy}}"),
            Map.entry("worldmodelintegration", "{enabled: false}"),
            Map.entry("cursorinstructions", "{generatefiles: [__init__.py, controller.py], generatedocs: [README.md]}"),
            Map.entry("deployment", "{endpoints: [POST /my_agent/v6/work]}"),
            Map.entry("metadata", "{status: draft, owner: Ada}"));

    private SectionExamples() {}

    /** A line of YAML that gives the section. */
    static String of(String section) {
        return section + ": " + VALUES.getOrDefault(section, "{}");
    }
}

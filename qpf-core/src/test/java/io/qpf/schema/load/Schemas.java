package io.qpf.schema.load;

import io.qpf.diagnostics.Result;
import io.qpf.schema.AgentSchema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small valid schema, of which a test changes the section that it is about. */
final class Schemas {
    private Schemas() {}

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("head", "version: 6.0.0\n");
        sections.put("system", "system: Berth Planner\nname: BerthPlanner\nrootpath: Port/core/berths\n");
        sections.put("integration", "integration:\n  connectto: [Port/core]\n");
        sections.put("governance", "governance:\n  anchors: [Harbour Master]\n  mode: hybrid\n");
        sections.put("memorytopology", "memorytopology:\n  workingmemory:\n    storagetype: redis_cluster\n");
        sections.put("communicationstack", "communicationstack:\n  input: [structuredapi]\n");
        sections.put("reasoningengine", "reasoningengine:\n  strategymodes: [tide_first]\n");
        sections.put("collaborationnetwork", "collaborationnetwork:\n  partners: [Port/core/pilots]\n");
        sections.put("learningsystem", "learningsystem:\n  modules: [tide_learning]\n");
        sections.put("worldmodelintegration", "worldmodelintegration:\n  activemodels: [tides]\n");
        sections.put("cursorinstructions", "cursorinstructions:\n  generatefiles: [controller.py]\n");
        sections.put("deployment", "deployment:\n  endpoints: [/berths/v6/plan]\n");
        sections.put("metadata", "metadata:\n  status: draft\n");
        return sections;
    }

    /** The schema with one section replaced, or added if there is none of that name. */
    static Result<AgentSchema> with(String section, String yaml) {
        Map<String, String> sections = sections();
        sections.put(section, yaml);
        byte[] bytes = String.join("", sections.values()).getBytes(StandardCharsets.UTF_8);
        return SchemaLoader.load("agents/berths.yaml", bytes);
    }

    /** The schema itself with one section replaced, where nothing may be wrong. */
    static AgentSchema valid(String section, String yaml) {
        Result<AgentSchema> result = with(section, yaml);
        if (result.diagnostics().hasErrors()) {
            throw new AssertionError(result.diagnostics().all().toString());
        }
        return result.value().orElseThrow();
    }
}

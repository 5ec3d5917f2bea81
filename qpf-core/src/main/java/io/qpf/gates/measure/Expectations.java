package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.collection.Wiring;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.Plan;
import io.qpf.plan.PlannedFile;
import io.qpf.plan.document.TunableFacts;
import io.qpf.python.PyIdentifier;
import io.qpf.schema.Communication;
import io.qpf.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the schemas promise, told to the probes: it comes from the plan, never from the tree that is measured. */
final class Expectations {
    private static final String MANIFEST_SCHEMA = "qpf/pack/manifest.schema.json";
    private static final Pattern LOCKED = Pattern.compile("(?m)^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^]]*])?==");

    private Expectations() {}

    /** Everything, about a copy of the subject's tree. */
    static ObjectNode of(Subject subject, Path tree) throws IOException {
        Plan plan = subject.plan();
        ObjectNode root = ResultStore.JSON.createObjectNode();
        root.put("tree", tree.toString());
        root.put("root", plan.collection().root());
        root.put("config", subject.configuration());
        root.put("domain", Contents.DOMAIN);
        root.put("domain_tests", subject.domainTests().map(Path::toString).orElse(""));
        root.set("packages", ResultStore.JSON.valueToTree(subject.packages()));
        root.set("manifest_schema", manifestSchema());
        root.set("requirements", ResultStore.JSON.valueToTree(requirements(plan)));
        root.set("backends", ResultStore.JSON.valueToTree(backends(plan)));
        root.set("wirings", wirings(plan));
        ObjectNode owners = root.putObject("owners");
        ArrayNode generated = root.putArray("generated");
        for (PlannedFile it : plan.files()) {
            Contents.ownerOf(it).ifPresent(owner -> owners.put(it.path(), owner));
            boolean python = it.path().endsWith(".py") && it instanceof PlannedFile.Templated;
            if (python && (it.kind() == PlannedFile.Kind.MODULE || it.kind() == PlannedFile.Kind.TEST)) {
                generated.add(it.path());
            }
        }
        root.set("conftests", ResultStore.JSON.valueToTree(conftests(plan)));
        ArrayNode agents = root.putArray("agents");
        for (AgentPlan it : plan.agents()) {
            agents.add(agent(it, plan));
        }
        return root;
    }

    /** Where pytest looks for hooks: no other file of that name belongs into the tree. */
    private static List<String> conftests(Plan plan) {
        return plan.files().stream()
                .map(PlannedFile::path)
                .filter(it -> it.equals("conftest.py") || it.endsWith("/conftest.py"))
                .toList();
    }

    /** The manifest as planned holds most of what an agent promises. */
    static ObjectNode manifest(AgentPlan agent, Plan plan) throws IOException {
        for (PlannedFile it : plan.files()) {
            if (it.path().equals(agent.manifest()) && it instanceof PlannedFile.Copied copied) {
                return (ObjectNode) ResultStore.JSON.readTree(copied.content());
            }
        }
        throw new IllegalStateException(
                "the plan has no manifest for " + agent.agent().name());
    }

    private static ObjectNode agent(AgentPlan it, Plan plan) throws IOException {
        ObjectNode agent = manifest(it, plan);
        agent.put("manifest_path", it.manifest());
        agent.put("test_folder", it.testFolder());
        agent.set(
                "tunables",
                ResultStore.JSON.valueToTree(TunableFacts.variablesOf(it.agent().name())));
        ArrayNode kinds = agent.putArray("document_kinds");
        it.documents()
                .forEach(document -> kinds.addObject()
                        .put("path", document.path())
                        .put("kind", document.kind().name()));
        agent.set("metrics", texts(it.agent().schema().deployment().metrics()));
        agent.set(
                "channels",
                ResultStore.JSON.valueToTree(it.agent().schema().communication().channels().stream()
                        .filter(Communication.Channel::enabled)
                        .map(channel -> channel.name()
                                .value()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("_", ""))
                        .toList()));
        return agent;
    }

    private static JsonNode texts(List<Text> texts) {
        return ResultStore.JSON.valueToTree(texts.stream().map(Text::value).toList());
    }

    private static ArrayNode wirings(Plan plan) {
        ArrayNode rows = ResultStore.JSON.createArrayNode();
        for (Wiring it : plan.collection().wirings()) {
            ObjectNode row = rows.addObject();
            row.put("number", it.number());
            row.put("type", it.type().word());
            row.put("from", it.from().name());
            row.put("to", it.to().name());
            row.put("observer", it.observer().map(Wiring.End::name).orElse(""));
            row.set("names", texts(it.names()));
            ObjectNode methods = row.putObject("methods");
            for (Text name : it.names()) {
                String method = PyIdentifier.snake(name.value()).text();
                // The second where the first is a member that every module of that kind has already.
                methods.putArray(name.value()).add(method).add(method + "_operation");
            }
        }
        return rows;
    }

    private static Map<String, String> backends(Plan plan) {
        Map<String, String> backends = new TreeMap<>();
        plan.collection()
                .backends()
                .forEach(it ->
                        it.address().ifPresent(address -> backends.put(it.name().value(), address.value())));
        return backends;
    }

    /** Every package that the lock names. */
    static Set<String> requirements(Plan plan) {
        return plan.files().stream()
                .filter(it -> it.path().matches("requirements(-dev)?\\.txt"))
                .filter(PlannedFile.Copied.class::isInstance)
                .flatMap(it ->
                        LOCKED.matcher(((PlannedFile.Copied) it).content()).results())
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The locked requirements of the tools and of the agents. */
    static String toolRequirements(Plan plan) {
        return plan.files().stream()
                .filter(it -> it.path().equals("requirements-dev.txt"))
                .filter(PlannedFile.Copied.class::isInstance)
                .map(it -> ((PlannedFile.Copied) it).content())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pack has no requirements-dev.txt"));
    }

    private static JsonNode manifestSchema() throws IOException {
        try (InputStream in = Expectations.class.getClassLoader().getResourceAsStream(MANIFEST_SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("no extraction pack is on the class path; add io.qpf:qpf-templates");
            }
            return ResultStore.JSON.readTree(in);
        }
    }
}

package io.qpf.gates;

import io.qpf.gates.Gate.Family;
import java.util.List;
import java.util.Optional;

/** All gates, in the order in which reports show them. */
public final class Gates {
    public static final Gate IMPORTS = gate(
            Family.STATIC,
            "imports",
            "Imports resolve",
            "imports that lead nowhere",
            "correct the import, or add the package to requirements.in");
    public static final Gate UNUSED_IMPORTS = gate(
            Family.STATIC,
            "unused-imports",
            "No unused imports",
            "imports that nothing uses",
            "remove the import, or use what it brings");
    public static final Gate CYCLES = gate(
            Family.STATIC,
            "cycles",
            "No circular imports",
            "cycles of modules that import each other when they are loaded",
            "move what both need into a third module");
    public static final Gate TYPE_HINTS = new Gate(
            "type-hints",
            "Type hints",
            Family.STATIC,
            "parameters and returns with a type",
            Threshold.moreThanPercent(95),
            true,
            "annotate the parameters and returns that the evidence names");
    public static final Gate DOCSTRINGS = new Gate(
            "docstrings",
            "Docstrings",
            Family.STATIC,
            "modules, classes and functions with a docstring by PEP 257, generated modules with their banner",
            Threshold.moreThanPercent(90),
            true,
            "write what the module, class or function is for; extract again where a banner is gone");
    public static final Gate GOVERNANCE = gate(
            Family.RUNNING,
            "governance",
            "Governance links wired",
            "anchors and triggers of the schemas that code does not reach",
            "give the anchor a channel in map or glue, and extract again");
    public static final Gate MEMORY = gate(
            Family.STATIC,
            "memory",
            "Memory backends",
            "memory layers and backends that no code opens or no configuration addresses",
            "declare the backend in map or glue, and extract again");
    public static final Gate PROTOCOLS = gate(
            Family.STATIC,
            "protocols",
            "Communication protocols",
            "channels and wirings with an end that no code implements",
            "wire both ends in the glue, and extract again");
    public static final Gate ENDPOINTS = gate(
            Family.RUNNING,
            "endpoints",
            "Endpoints served",
            "declared endpoints that the running agent does not serve",
            "declare the endpoint in the schema, and extract again");
    public static final Gate DORA = gate(
            Family.RUNNING,
            "dora",
            "DORA metrics embedded",
            "DORA metrics that an agent does not expose",
            "let the agent keep the metrics of the foundation");
    public static final Gate ASSERTIONS = gate(
            Family.STATIC,
            "assertions",
            "Tests assert",
            "tests that assert nothing",
            "say in the test what must hold, or delete it");
    public static final Gate MANIFESTS = gate(
            Family.STATIC,
            "manifests",
            "Manifests valid",
            "places where a manifest breaks its JSON Schema",
            "extract again");
    public static final Gate DOCUMENTS = gate(
            Family.STATIC,
            "documents",
            "Documents complete",
            "parameters and endpoints that README, CONFIG or API_SPEC leave out",
            "extract again, or complete the template that you overrode");
    public static final Gate BLACK =
            gate(Family.TOOL, "black", "black", "files that black would change", "run black on the files");
    public static final Gate ISORT =
            gate(Family.TOOL, "isort", "isort", "files that isort would change", "run isort on the files");
    public static final Gate MYPY =
            gate(Family.TOOL, "mypy", "mypy --strict", "errors of mypy --strict", "correct the types");
    public static final Gate PYLINT = new Gate(
            "pylint",
            "pylint",
            Family.TOOL,
            "pylint's mark",
            Threshold.score(8),
            true,
            "follow pylint's messages, errors first");
    public static final Gate TESTS =
            gate(Family.TOOL, "tests", "Tests pass", "tests that fail or are skipped", "make the tests pass");
    public static final Gate COVERAGE = new Gate(
            "coverage",
            "Coverage",
            Family.TOOL,
            "lines and branches that tests run",
            Threshold.moreThanPercent(80),
            true,
            "test the lines that the evidence names");
    public static final Gate INTEGRATION = gate(
            Family.TOOL,
            "integration",
            "Integration tests",
            "wirings without a test that passes",
            "make the integration tests pass");
    public static final Gate HEALTH = gate(
            Family.RUNNING,
            "health",
            "Health checks",
            "agents that do not start or do not answer on health, ready and status",
            "read why the agent did not start");
    public static final Gate MONITORING = gate(
            Family.RUNNING,
            "monitoring",
            "Metrics scraped",
            "declared metrics that a scrape does not find",
            "declare the metric under deployment.telemetry, and extract again");
    public static final Gate ALERTING = gate(
            Family.RUNNING,
            "alerting",
            "Alerts fire",
            "alerts that do not fire or whose receiver does not hear of it",
            "correct the alert in the schema, and extract again");
    public static final Gate DRIFT = gate(
            Family.COLLECTION,
            "drift",
            "No drift",
            "files that are not what the schemas and the lock say",
            "move the edit into a schema, a template of your own or domain code, then mvn qpf:extract -Dqpf.overwrite");
    public static final Gate CHECKLIST = gate(
            Family.COLLECTION,
            "checklist",
            "Checklist and success criteria",
            "sentences of the map that no gate proves and nobody has signed",
            "do what the sentence says, and sign it under sign_offs in the map");

    public static final List<Gate> ALL = List.of(
            IMPORTS,
            UNUSED_IMPORTS,
            CYCLES,
            TYPE_HINTS,
            DOCSTRINGS,
            GOVERNANCE,
            MEMORY,
            PROTOCOLS,
            ENDPOINTS,
            DORA,
            ASSERTIONS,
            MANIFESTS,
            DOCUMENTS,
            BLACK,
            ISORT,
            MYPY,
            PYLINT,
            TESTS,
            COVERAGE,
            INTEGRATION,
            HEALTH,
            MONITORING,
            ALERTING,
            DRIFT,
            CHECKLIST);

    private Gates() {}

    /** The gate of an id. */
    public static Optional<Gate> of(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static Gate gate(Family family, String id, String title, String measures, String remedy) {
        return new Gate(id, title, family, measures, Threshold.none(), true, remedy);
    }
}

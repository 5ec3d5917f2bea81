"""The running probe: python -m qpf_probe.running EXPECTED RESULT.

Starts the agents of a tree on embedded backends, each on a free port, asks them over HTTP
and lets their alerts and triggers fire.
"""

from __future__ import annotations

import asyncio
import importlib
import itertools
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from .tree import Report, Source, parse
from .wiring import DORA, conditions

GATES = ("endpoints", "dora", "monitoring", "alerting", "governance")
_PATIENCE_S = 20.0
_MOST_TRIES = 4096


def main(expected_file: str, result: str) -> None:
    """Start the agents, ask them, stop them."""
    expected = json.loads(Path(expected_file).read_text(encoding="utf-8"))
    root = Path(expected["tree"])
    sys.path.insert(0, str(root))
    report = Report()
    not_run: dict[str, str] = {}
    for agent in expected["agents"]:
        os.environ[agent["tunables"][0]] = "0"
    try:
        with tempfile.TemporaryDirectory() as data:
            asyncio.run(_ask_all(expected, Path(data), report))
    except BaseException as error:  # whatever keeps the agents from starting
        traceback.print_exc()
        path, line = _place(error, root)
        message = f"the agents do not run: {type(error).__name__}: {_first_line(error)}"
        for agent in expected["agents"]:
            report.find("health", agent["agent"], path, line, message)
        not_run = {gate: "the agents do not run; see the gate health" for gate in GATES}
    report.write(result, not_run=not_run)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]


def _place(error: BaseException, root: Path) -> tuple[str, int]:
    """Give the last line of the tree that an error came through."""
    if isinstance(error, BaseExceptionGroup):
        return _place(error.exceptions[0], root)
    place = ("", 0)
    for frame in traceback.extract_tb(error.__traceback__):
        file = Path(frame.filename)
        if file.is_relative_to(root):
            place = (file.relative_to(root).as_posix(), frame.lineno or 0)
    if isinstance(error, SyntaxError) and error.filename:
        file = Path(error.filename)
        if file.is_relative_to(root):
            place = (file.relative_to(root).as_posix(), error.lineno or 0)
    return place


async def _ask_all(expected: dict[str, Any], data: Path, report: Report) -> None:
    """Serve all agents in one process, as the collection's own runner does."""
    package = expected["root"]
    collection = importlib.import_module(f"{package}.__main__")
    runner = importlib.import_module(f"{package}.core.runner")
    context = importlib.import_module(f"{package}.core.context")
    ecosystem = importlib.import_module(f"{package}.core.ecosystem")
    config = ecosystem.load_ecosystem(Path(expected["tree"]) / expected["config"])
    runtime = context.Runtime(data_dir=data, ecosystem=config)
    services = tuple(build(runtime) for build in collection.BUILDERS)
    by_name = {it.controller.context.name: it for it in services}
    async with runner.serving(runtime, services) as addresses:
        urls = {it.agent: it.url for it in addresses}
        for agent in expected["agents"]:
            visit = _Visit(expected, agent, report)
            name = agent["agent"]
            if name in by_name:
                await visit.ask(urls[name], by_name[name].controller, runtime)
            else:
                visit.check(
                    "health", "api_server", False, "BUILDERS", "the runner does not build the agent"
                )


class _Visit:
    """All that one agent is asked."""

    def __init__(self, expected: dict[str, Any], agent: dict[str, Any], report: Report) -> None:
        """Take what the plan says of the agent."""
        self._root = Path(expected["tree"])
        self._package = expected["root"]
        self._agent = agent
        self._name = agent["agent"]
        self._report = report
        self._sources: dict[str, Source] = {}

    def source(self, archetype: str) -> Source | None:
        """Give the agent's first module of an archetype, if it is there."""
        for it in self._agent["modules"]:
            file = self._root / it["path"]
            if it["archetype"] == archetype and file.is_file():
                if archetype not in self._sources:
                    self._sources[archetype] = parse(it["path"], file.read_bytes())
                return self._sources[archetype]
        return None

    def check(self, gate: str, archetype: str, holds: bool, near: str, message: str) -> None:
        """Count one thing, and point near a text of a module where it does not hold."""
        source = self.source(archetype)
        path = source.path if source else self._agent["rootpath"]
        line = source.line_of(near) if source else 0
        self._report.check(gate, self._name, holds, path, line, message)

    async def ask(self, url: str, controller: Any, runtime: Any) -> None:
        """Ask everything."""
        httpx = importlib.import_module("httpx")
        async with httpx.AsyncClient(base_url=url, timeout=_PATIENCE_S) as client:
            await self._health(client)
            await self._endpoints(client)
            await self._governance(controller, runtime)
            await self._alerts(controller, runtime)
            await self._metrics(client, controller)

    async def _health(self, client: Any) -> None:
        for path in ("/v6/health", "/v6/ready", "/v6/status"):
            answer = await client.get(path)
            message = f"GET {path} answers {answer.status_code}"
            self.check("health", "api_server", answer.status_code == 200, "def build", message)
        health = (await client.get("/v6/health")).json()
        good = health.get("status") == "ok"
        self.check("health", "api_server", good, "def build", f"/v6/health says {health}")

    async def _endpoints(self, client: Any) -> None:
        answer = await client.get("/openapi.json")
        paths = answer.json().get("paths", {}) if answer.status_code == 200 else {}
        for operation in self._agent["operations"]:
            for route in operation["routes"]:
                served = route["method"].lower() in paths.get(route["path"], {})
                self.check(
                    "endpoints",
                    "api_server",
                    served,
                    "ENDPOINTS",
                    f"the running agent does not serve {route['method']} {route['path']}",
                )

    def _parts(self, controller: Any, module: str, kind: str) -> list[Any]:
        """Give the parts of an agent that are of a kind of the foundation."""
        base = getattr(importlib.import_module(f"{self._package}.core.{module}"), kind)
        return [it for it in vars(controller).values() if isinstance(it, base)]

    async def _governance(self, controller: Any, runtime: Any) -> None:
        bridges = self._parts(controller, "governance", "Governance")
        triggers = {it.name: (bridge, it) for bridge in bridges for it in bridge.policy.triggers}
        anchors = {it["name"] for it in self._agent["anchors"]}
        for names in conditions(self._agent):
            bridge, trigger = next((triggers[it] for it in names if it in triggers), (None, None))
            told: set[str] = set()
            if bridge is not None and trigger is not None:
                before = len(runtime.notifications.sent())
                alarming = satisfying(trigger.condition, self._package)
                if alarming is not None:
                    await bridge.assess(alarming)
                told = {it.anchor for it in runtime.notifications.sent()[before:]}
            missing = ", ".join(sorted(anchors - told))
            self.check(
                "governance",
                "governance_bridge",
                not missing,
                "POLICY: Final" if bridge is None else f'name="{names[0]}"',
                f"the trigger {names[0]} does not reach {missing}",
            )

    async def _alerts(self, controller: Any, runtime: Any) -> None:
        reporters = self._parts(controller, "telemetry", "Telemetry")
        alerts = {it.name: (reporter, it) for reporter in reporters for it in reporter.alerts}
        for declared in self._agent["triggers"]:
            if declared["use"] != "alert":
                continue
            reporter, alert = alerts.get(declared["name"], (None, None))
            fired = False
            if reporter is not None and alert is not None:
                alarming = satisfying(alert.condition, self._package)
                if alarming is not None:
                    held = await reporter.check(alarming)
                    told = any(
                        alert.name in it.subject or alert.words in it.body
                        for it in runtime.notifications.sent()
                    )
                    fired = alert in held and told
            self.check(
                "alerting",
                "telemetry",
                fired,
                "ALERTS: Final",
                f"the alert {declared['name']} does not fire",
            )

    async def _metrics(self, client: Any, controller: Any) -> None:
        naming = importlib.import_module(f"{self._package}.core.metrics").metric_name
        reporters = self._parts(controller, "telemetry", "Telemetry")
        declared = {it.name for reporter in reporters for it in reporter.metrics}
        for reporter in reporters:
            for metric in reporter.metrics:
                await reporter.report(metric.name, 1.0)
        answer = await client.get("/v6/metrics")
        families = _families(answer.text if answer.status_code == 200 else "")
        for metric in DORA:
            self.check(
                "dora",
                "api_server",
                metric in families,
                "def build",
                f"a scrape does not find {metric}",
            )
        for metric in self._agent["metrics"]:
            title = naming(metric)
            there = metric in declared and any(
                it in families for it in (title, f"{title}_total", f"{title}_gauge")
            )
            self.check(
                "monitoring",
                "telemetry",
                there,
                "METRICS: Final",
                f"a scrape does not find {metric}",
            )


def _families(text: str) -> set[str]:
    """Give the names of the metrics of a scrape, those of counters with their ending."""
    found: set[str] = set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            name, kind = line.split(" ")[2:4]
            found.add(name)
            if kind == "counter" and not name.endswith("_total"):
                found.add(f"{name}_total")
    return found


def satisfying(condition: Any, package: str) -> Any:
    """Give a reading that a condition holds on; None if none was found."""
    reading = importlib.import_module(f"{package}.core.conditions").Reading
    limits: dict[str, set[float]] = {}
    events: set[str] = set()
    stack = [condition]
    while stack:
        it = stack.pop()
        if hasattr(it, "parts"):
            stack += it.parts
        elif hasattr(it, "metric"):
            limits.setdefault(it.metric, set()).add(it.limit)
        else:
            events.add(it.name)
    values = [sorted(_around(it)) for it in limits.values()]
    for choice in itertools.islice(itertools.product(*values), _MOST_TRIES):
        tried = reading(dict(zip(limits, choice, strict=True)), frozenset(events))
        if condition.holds(tried):
            return tried
    return None


def _around(limits: set[float]) -> set[float]:
    """Give the limits, what lies just beside them, and what lies between."""
    found: set[float] = set()
    for limit in limits:
        step = max(abs(limit) * 1e-3, 1e-3)
        found |= {limit - step, limit, limit + step}
    ordered = sorted(limits)
    return found | {(a + b) / 2 for a, b in itertools.pairwise(ordered)}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

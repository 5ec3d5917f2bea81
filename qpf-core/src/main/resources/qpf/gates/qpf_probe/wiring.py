"""What the schemas declare, held against the code: anchors, layers, channels, routes."""

from __future__ import annotations

import re
from typing import Any

from .tree import Report, Source, Tree, line_of

DORA = (
    "deployments_total",
    "lead_time_seconds",
    "change_failures_total",
    "restore_seconds",
)
# The module that implements a channel of the schema, where there is one.
_CHANNELS = {
    "structuredapi": "api_server",
    "packetenvelope": "packet_router",
    "eventbus": "event_publisher",
    "eventstream": "event_publisher",
}


def measure(tree: Tree, report: Report) -> None:
    """Measure every agent, then what they share."""
    for agent in tree.agents:
        _governance(tree, agent, report)
        _memory(tree, agent, report)
        _channels(tree, agent, report)
        _endpoints(tree, agent, report)
        _dora(tree, agent, report)
    for wiring in tree.expected["wirings"]:
        _wiring(tree, wiring, report)
    _backends(tree, report)


def _governance(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Find anchors and triggers that the policy does not hold, and an idle bridge."""
    name = agent["agent"]
    bridges = tree.of_archetype(agent, "governance_bridge")
    where = tree.planned(agent, "governance_bridge")
    line = bridges[0].assignment("POLICY") if bridges else 0
    anchors = {
        str(it.get("name", it.get("0"))): it for source in bridges for it in source.calls("Anchor")
    }
    triggers = {
        str(it.get("name", it.get("0"))) for source in bridges for it in source.calls("Trigger")
    }
    for anchor in agent["anchors"]:
        there = anchors.get(anchor["name"])
        if there is None:
            message = f"the policy does not name the anchor {anchor['name']}"
        elif not there.get("channels"):
            message = f"nobody says how to reach the anchor {anchor['name']}"
        else:
            message = ""
        at = there["line"] if there else line
        report.check("governance", name, not message, where, at, message)
    for names in conditions(agent):
        report.check(
            "governance",
            name,
            bool(triggers & set(names)),
            where,
            line,
            f"the policy does not hold the trigger {names[0]}",
        )
    controllers = tree.of_archetype(agent, "controller")
    classes = {it["class"] for it in agent["modules"] if it["archetype"] == "governance_bridge"}
    for source in controllers:
        report.check(
            "governance",
            name,
            any(source.calls(it) for it in classes),
            source.path,
            source.line_of("def __init__"),
            "the controller does not make the governance bridge",
        )


def conditions(agent: dict[str, Any]) -> list[list[str]]:
    """Give the names of the triggers, those of one condition together; prose has none."""
    grouped: dict[str, list[str]] = {}
    for it in agent["triggers"]:
        if it["name"] and it["use"] in ("escalation", "trigger", "shared"):
            grouped.setdefault(it["condition"], []).append(it["name"])
    return list(grouped.values())


def _memory(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Find layers that the memory bridge does not open."""
    bridges = tree.of_archetype(agent, "memory_bridge")
    where = tree.planned(agent, "memory_bridge")
    layers = {it.get("layer"): it for source in bridges for it in source.calls("LayerSpec")}
    opened = {it.get("0", it.get("name")) for source in bridges for it in source.calls("layer")}
    for layer in agent["memory"]:
        there = layers.get(layer["layer"])
        if there is None:
            message = f"no code declares the layer {layer['layer']}"
        elif there.get("storage") != layer["storage"]:
            message = f"the layer {layer['layer']} is not kept in {layer['storage']}"
        elif layer["layer"] not in opened:
            message = f"nobody opens the layer {layer['layer']}"
        else:
            message = ""
        at = there["line"] if there else (bridges[0].assignment("LAYERS") if bridges else 0)
        report.check("memory", agent["agent"], not message, where, at, message)


def _backends(tree: Tree, report: Report) -> None:
    """Find backends that map or glue declare and the configuration does not address."""
    path = tree.expected["config"]
    text = tree.text(path) or ""
    for name, address in tree.expected["backends"].items():
        named = re.search(rf'^ +"?{re.escape(name)}"?:.*$', text, re.M)
        told = named.group().split(":", 1)[1].strip() if named else ""
        report.check(
            "memory",
            "",
            told.strip('"') == address,
            path,
            text.count("\n", 0, named.start()) + 1 if named else line_of(text, "backends:", 0),
            f"the backend {name} is not configured with {address}",
        )


def _channels(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Find channels that are switched on and have no module that the agent makes."""
    controllers = tree.of_archetype(agent, "controller")
    for channel in agent["channels"]:
        archetype = _CHANNELS.get(channel)
        if archetype is None:
            continue
        sources = tree.of_archetype(agent, archetype)
        made = archetype == "api_server" or any(
            _imports(controller, it) for controller in controllers for it in sources
        )
        report.check(
            "protocols",
            agent["agent"],
            bool(sources) and made,
            controllers[0].path if sources and controllers else tree.planned(agent, archetype),
            controllers[0].line_of("def __init__") if sources and controllers else 0,
            f"no code of the agent serves the channel {channel}",
        )


def _imports(source: Source, other: Source) -> bool:
    return f"from {other.module} import" in source.text


def _wiring(tree: Tree, wiring: dict[str, Any], report: Report) -> None:
    """Check both ends of a wiring."""
    by_name = {it["agent"]: it for it in tree.agents}
    kind = wiring["type"]
    here = by_name.get(wiring["from"])
    there = by_name.get(wiring["to"])
    number = wiring["number"]
    if kind == "api_call":
        _called(tree, report, here, wiring)
        if there:
            _served(tree, report, there, wiring)
    elif kind == "packet_send":
        _end(
            tree,
            report,
            here,
            "packet_router",
            wiring["names"],
            f"wiring {number}: nobody sends",
            "OUTBOUND",
        )
        _end(
            tree,
            report,
            there,
            "packet_router",
            wiring["names"],
            f"wiring {number}: nobody takes",
            "INBOUND",
        )
    else:
        observer = by_name.get(wiring["observer"] or wiring["from"])
        observed = there if observer is here else here
        _end(
            tree,
            report,
            observed,
            "event_publisher",
            wiring["names"],
            f"wiring {number}: nobody publishes",
            "EVENTS",
        )
        _end(
            tree,
            report,
            observer,
            "event_subscriber",
            wiring["names"],
            f"wiring {number}: nobody observes",
            "SUBSCRIPTIONS",
        )


def _end(
    tree: Tree,
    report: Report,
    agent: dict[str, Any] | None,
    archetype: str,
    names: list[str],
    words: str,
    constant: str = "PEER",
) -> None:
    """Check that the modules of an archetype name what a wiring carries."""
    if agent is None:
        return
    sources = tree.of_archetype(agent, archetype)
    for name in names:
        holders = [it for it in sources if name in it.strings() or _method(it, name)]
        where = sources[0].path if sources else tree.planned(agent, archetype)
        line = sources[0].assignment(constant) if sources else 0
        report.check("protocols", agent["agent"], bool(holders), where, line, f"{words} {name}")


def _called(
    tree: Tree, report: Report, agent: dict[str, Any] | None, wiring: dict[str, Any]
) -> None:
    """Check that the client of the called side has a method for each name."""
    if agent is None:
        return
    clients = tree.of_archetype(agent, "client")
    of_peer = [it for it in clients if wiring["to"] in it.strings()] or clients
    where = of_peer[0].path if of_peer else tree.planned(agent, "client")
    line = of_peer[0].assignment("PEER") if of_peer else 0
    for name in wiring["names"]:
        report.check(
            "protocols",
            agent["agent"],
            any(_has(it, name, wiring) for it in of_peer),
            where,
            line,
            f"wiring {wiring['number']}: no client calls {name}",
        )


def _has(source: Source, name: str, wiring: dict[str, Any]) -> bool:
    """Whether a module has a method for a name: names of schemas are not always Python's."""
    if name in source.strings():
        return True
    return any(_method(source, it) for it in wiring["methods"].get(name, [name]))


def _served(tree: Tree, report: Report, agent: dict[str, Any], wiring: dict[str, Any]) -> None:
    """Check that the called agent has the operation."""
    hosts = {it["name"]: it["host"] for it in agent["operations"]}
    for name in wiring["names"]:
        path = hosts.get(name, "")
        source = tree.sources.get(path)
        report.check(
            "protocols",
            agent["agent"],
            source is not None and _has(source, name, wiring),
            path or agent["rootpath"],
            1 if source else 0,
            f"wiring {wiring['number']}: no module serves {name}",
        )


def _method(source: Source, name: str) -> bool:
    return any(getattr(it, "name", None) == name for it in source.nodes)


def _endpoints(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Hold the routes of the API module against those of the schema, both ways."""
    name = agent["agent"]
    servers = tree.of_archetype(agent, "api_server")
    where = tree.planned(agent, "api_server")
    line = servers[0].assignment("ENDPOINTS") if servers else 0
    served = {
        (it.get("method"), it.get("path"), it.get("operation")): it["line"]
        for source in servers
        for it in source.calls("Endpoint")
    }
    declared = {
        (route["method"], route["path"], operation["name"])
        for operation in agent["operations"]
        for route in operation["routes"]
    }
    for way in sorted(declared):
        report.check(
            "endpoints", name, way in served, where, line, f"{way[0]} {way[1]} is not served"
        )
    for way, at in served.items():
        if way not in declared:
            message = f"{way[0]} {way[1]} is served and no schema declares it"
            report.find("endpoints", name, where, at, message)


def _dora(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Find DORA metrics that the foundation's metrics do not make."""
    path = tree.expected["root"] + "/core/metrics.py"
    source = tree.sources.get(path)
    known = source.strings() if source else set()
    for metric in DORA:
        report.check(
            "dora",
            agent["agent"],
            metric in known,
            path,
            source.line_of("def __init__") if source else 0,
            f"no code makes the metric {metric}",
        )

"""What is written for people and tools: manifests and documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .tree import Report, Tree, line_of

_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}
_SAID = {"$schema", "$id", "$defs", "title", "description", "default", "examples"}


def measure(tree: Tree, report: Report) -> None:
    """Measure the manifests and documents of every agent."""
    schema = tree.expected["manifest_schema"]
    for agent in tree.agents:
        _manifest(tree, agent, schema, report)
        _documents(tree, agent, report)


def _manifest(tree: Tree, agent: dict[str, Any], schema: dict[str, Any], report: Report) -> None:
    """Hold an agent's manifest against its JSON Schema."""
    name, path = agent["agent"], agent["manifest_path"]
    text = tree.text(path)
    if text is None:
        report.find("manifests", name, path, 0, "the manifest is missing")
        return
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        report.find("manifests", name, path, error.lineno, f"no JSON: {error.msg}")
        return
    report.count("manifests", name)
    for place, message in problems(document, schema, schema, ""):
        line = _line(text, place)
        report.find("manifests", name, path, line, f"{place or 'the manifest'} {message}")


def _line(text: str, place: str) -> int:
    """Give the line of a place such as modules[3].path, as near as the names lead."""
    at = 0
    for part in re.findall(r"[^.\[\]]+", place):
        if not part.isdigit():
            found = text.find(f'"{part}":', at)
            at = found if found >= 0 else at
    return text.count("\n", 0, at) + 1


def problems(
    value: Any, schema: dict[str, Any], root: dict[str, Any], place: str
) -> Iterator[tuple[str, str]]:
    """Give what breaks a JSON Schema, of the words that the manifest's schema uses.

    Raises:
        ValueError: The schema uses a word that this reader does not know.
    """
    for word, rule in schema.items():
        if word in _SAID or word in ("properties", "required", "additionalProperties"):
            continue
        if word == "$ref":
            yield from problems(value, _referred(root, rule), root, place)
        elif word == "items":
            for index, item in enumerate(value if isinstance(value, list) else []):
                yield from problems(item, rule, root, f"{place}[{index}]")
        elif word in ("anyOf", "oneOf"):
            fits = [it for it in rule if not any(problems(value, it, root, place))]
            if not fits or (word == "oneOf" and len(fits) > 1):
                yield place, "fits none of the allowed forms"
        elif not _holds(word, rule, value):
            yield place, f"breaks {word} {json.dumps(rule)}"
    if isinstance(value, dict):
        yield from _members(value, schema, root, place)


def _members(
    value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], place: str
) -> Iterator[tuple[str, str]]:
    """Give what is wrong with the members of an object."""
    properties = schema.get("properties", {})
    lead = f"{place}." if place else ""
    for name in schema.get("required", []):
        if name not in value:
            yield place, f"lacks {name}"
    for name, member in value.items():
        if name in properties:
            yield from problems(member, properties[name], root, lead + name)
        elif schema.get("additionalProperties") is False:
            yield lead + name, "is not known"
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from problems(member, schema["additionalProperties"], root, lead + name)


def _referred(root: dict[str, Any], reference: str) -> dict[str, Any]:
    """Follow a reference within the schema."""
    node: Any = root
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    return dict(node)


def _holds(word: str, rule: Any, value: Any) -> bool:
    """Whether a value keeps to one word of a schema."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if word == "type":
        return any(_is(it, value) for it in (rule if isinstance(rule, list) else [rule]))
    if word == "const":
        return bool(value == rule)
    if word == "enum":
        return value in rule
    if word == "pattern":
        return not isinstance(value, str) or re.search(rule, value) is not None
    if word == "minLength":
        return not isinstance(value, str) or len(value) >= rule
    if word == "maxLength":
        return not isinstance(value, str) or len(value) <= rule
    if word == "minimum":
        return not number or value >= rule
    if word == "maximum":
        return not number or value <= rule
    if word == "minItems":
        return not isinstance(value, list) or len(value) >= rule
    if word == "uniqueItems":
        texts = [json.dumps(it) for it in value] if isinstance(value, list) else []
        return not rule or len(set(texts)) == len(texts)
    raise ValueError(f"the manifest's schema uses {word}, which nobody here can check")


def _is(name: str, value: Any) -> bool:
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, _TYPES[name])


def _documents(tree: Tree, agent: dict[str, Any], report: Report) -> None:
    """Find documents that are missing or leave something out."""
    name = agent["agent"]
    for document in agent["document_kinds"]:
        path, kind = document["path"], document["kind"]
        text = tree.text(path)
        if not text or not text.strip():
            report.find("documents", name, path, 0, "the document is missing or empty")
            continue
        report.count("documents", name)
        if kind == "readme":
            report.check("documents", name, name in text, path, 1, f"{name} is not named")
        if kind == "config":
            for variable in agent["tunables"]:
                report.check(
                    "documents",
                    name,
                    f"`{variable}`" in text,
                    path,
                    line_of(text, "## Environment"),
                    f"the parameter {variable} is left out",
                )
        if kind == "api_spec":
            _endpoints(agent, path, text, report)


def _endpoints(agent: dict[str, Any], path: str, text: str, report: Report) -> None:
    """Check that each endpoint is described with an example."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    for operation in agent["operations"]:
        for route in operation["routes"]:
            way = f"{route['method']} {route['path']}"
            place = rf"`?{route['method']}`? `?{re.escape(route['path'])}`?"
            described = re.search(place, text)
            shown = any(route["path"] + "'" in it or route["path"] in it.split() for it in blocks)
            line = text.count("\n", 0, described.start()) + 1 if described else 1
            report.check(
                "documents",
                agent["agent"],
                described is not None and shown,
                path,
                line,
                f"{way} is not described with an example",
            )

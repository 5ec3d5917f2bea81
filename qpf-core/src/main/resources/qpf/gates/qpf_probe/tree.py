"""The Python of a tree, parsed once, and what the plan says should be there."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Source:
    """One file of Python."""

    path: str
    text: str
    digest: str
    node: ast.Module | None
    error: str = ""
    error_line: int = 0

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All nodes, walked once."""
        return list(ast.walk(self.node)) if self.node else []

    @property
    def module(self) -> str:
        """The dotted name."""
        name = self.path[: -len(".py")].replace("/", ".")
        return name[: -len(".__init__")] if name.endswith(".__init__") else name

    @property
    def is_package(self) -> bool:
        """Whether it is the file of a package."""
        return self.path.endswith("/__init__.py")

    @property
    def is_test(self) -> bool:
        """Whether it stands among the tests."""
        return "tests" in self.path.split("/")[:-1]

    def line_of(self, text: str, default: int = 1) -> int:
        """Give the first line that holds a text."""
        return line_of(self.text, text, default)

    def assignment(self, name: str) -> int:
        """Give the line where a name of the module gets its value."""
        for node in self.node.body if self.node else ():
            targets = (
                node.targets
                if isinstance(node, ast.Assign)
                else [node.target] if isinstance(node, ast.AnnAssign) else []
            )
            if any(isinstance(it, ast.Name) and it.id == name for it in targets):
                return node.lineno
        return 1

    def calls(self, name: str) -> list[dict[str, Any]]:
        """Give the literal keyword arguments of each call of a name."""
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Call) and called(node) == name:
                facts: dict[str, Any] = {"line": node.lineno}
                for index, value in enumerate(node.args):
                    facts[str(index)] = literal(value)
                for keyword in node.keywords:
                    if keyword.arg:
                        facts[keyword.arg] = literal(keyword.value)
                found.append(facts)
        return found

    def strings(self) -> set[str]:
        """Give every string of the code."""
        return {
            it.value
            for it in self.nodes
            if isinstance(it, ast.Constant) and isinstance(it.value, str)
        }


def called(node: ast.Call) -> str:
    """Give the last part of the name that is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def literal(node: ast.expr) -> Any:
    """Give the value of a literal; None for anything else."""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        return None


def line_of(text: str, part: str, default: int = 1) -> int:
    """Give the first line of a text that holds a part."""
    at = text.find(part)
    return text.count("\n", 0, at) + 1 if at >= 0 else default


@dataclass
class Tree:
    """Everything that the gates read."""

    root: Path
    expected: dict[str, Any]
    sources: dict[str, Source] = field(default_factory=dict)

    @staticmethod
    def read(expected: dict[str, Any]) -> Tree:
        """Read the packages that the plan names."""
        tree = Tree(Path(expected["tree"]), expected)
        for package in expected["packages"]:
            folder = tree.root / package
            single = tree.root / f"{package}.py"
            files = [single] if single.is_file() else sorted(folder.rglob("*.py"))
            for file in files:
                path = file.relative_to(tree.root).as_posix()
                if not any(it.startswith((".", "__pycache__")) for it in path.split("/")):
                    tree.sources[path] = parse(path, file.read_bytes())
        return tree

    @cached_property
    def domain_tests(self) -> dict[str, Source]:
        """People's own tests of their domain code, which lie outside the tree."""
        place = self.expected.get("domain_tests", "")
        found: dict[str, Source] = {}
        for file in sorted(Path(place).rglob("*.py")) if place else []:
            inside = file.relative_to(place).parts
            if not any(it.startswith((".", "__pycache__")) for it in inside):
                found[file.as_posix()] = parse(file.as_posix(), file.read_bytes())
        return found

    @cached_property
    def modules(self) -> dict[str, Source]:
        """The files by their dotted names."""
        return {it.module: it for it in self.sources.values()}

    @property
    def agents(self) -> list[dict[str, Any]]:
        """What the plan says of each agent: its manifest, and more."""
        agents: list[dict[str, Any]] = self.expected["agents"]
        return agents

    def owner(self, path: str) -> str:
        """Give the agent that a file belongs to; empty for what agents share."""
        return self.expected["owners"].get(path) or self._near(path)

    def is_top_test(self, path: str) -> bool:
        """Whether a file is of the collection's own tests, which nobody has to cover."""
        return path.startswith(self.expected["root"] + "/tests/")

    def _near(self, path: str) -> str:
        """Give the agent in whose folder a file lies that nobody planned."""
        best = ""
        name = ""
        for agent in self.agents:
            for folder in (agent["rootpath"], agent["test_folder"]):
                if path.startswith(folder + "/") and len(folder) > len(best):
                    best, name = folder, agent["agent"]
        return name

    def of_archetype(self, agent: dict[str, Any], archetype: str) -> list[Source]:
        """Give an agent's modules of an archetype that are there."""
        return [
            self.sources[it["path"]]
            for it in agent["modules"]
            if it["archetype"] == archetype and it["path"] in self.sources
        ]

    def planned(self, agent: dict[str, Any], archetype: str) -> str:
        """Give where an agent's module of an archetype should be."""
        for it in agent["modules"]:
            if it["archetype"] == archetype:
                return str(it["path"])
        return str(agent["rootpath"])

    def text(self, path: str) -> str | None:
        """Give a file of any kind; None if it is not there."""
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.is_file() else None


def parse(path: str, content: bytes) -> Source:
    """Compile a file; what does not compile has an error in place of a tree."""
    digest = hashlib.sha256(content).hexdigest()
    text = content.decode("utf-8", errors="replace")
    try:
        compile(content, path, "exec", dont_inherit=True)
        return Source(path, text, digest, ast.parse(content))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        return Source(path, text, digest, None, f"does not compile: {error}", line)


class Report:
    """What was measured, by gate and agent."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.measured: dict[tuple[str, str], dict[str, Any]] = {}

    def count(self, gate: str, agent: str, good: bool = True, number: int = 1) -> None:
        """Count something that was looked at."""
        row = self.measured.setdefault(
            (gate, agent),
            {"gate": gate, "agent": agent, "good": 0, "all": 0, "evidence": []},
        )
        row["all"] += number
        row["good"] += number if good else 0

    def find(
        self,
        gate: str,
        agent: str,
        file: str,
        line: int,
        message: str,
        rule: str = "",
        number: int = 1,
    ) -> None:
        """Count something that is not as it should be, and say where."""
        self.count(gate, agent, good=False, number=number)
        self.show(gate, agent, file, line, message, rule)

    def withdraw(self, gate: str, agent: str, file: str, line: int, message: str) -> None:
        """Take back what a tool calls good since it has not looked at it."""
        self.count(gate, agent, number=0)
        self.measured[gate, agent]["good"] -= 1
        self.show(gate, agent, file, line, message)

    def show(
        self, gate: str, agent: str, file: str, line: int, message: str, rule: str = ""
    ) -> None:
        """Show one more place of what was counted already."""
        self.measured[gate, agent]["evidence"].append(
            {"file": file, "line": line, "message": message, "rule": rule}
        )

    def check(self, gate: str, agent: str, holds: bool, file: str, line: int, message: str) -> None:
        """Count one thing, good or not."""
        if holds:
            self.count(gate, agent)
        else:
            self.find(gate, agent, file, line, message)

    def write(self, path: str, **more: Any) -> None:
        """Write everything as JSON."""
        document = {"measured": list(self.measured.values()), **more}
        Path(path).write_text(json.dumps(document), encoding="utf-8")


def words(text: str) -> str:
    """Fold a name: letters and digits in lower case."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())

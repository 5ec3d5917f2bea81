"""Imports: whether they lead somewhere, are used, and go round in circles."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from .libraries import lacking
from .tree import Report, Source, Tree, called, literal

# Distributions whose package has another name.
_OTHER_NAMES = {"yaml": "pyyaml", "jwt": "pyjwt", "dateutil": "python-dateutil"}


@dataclass(frozen=True)
class Import:
    """One name that a file asks for."""

    module: str
    name: str
    line: int
    loaded: bool
    guarded: bool = False


def imports(source: Source) -> Iterator[Import]:
    """Give what a file imports; `loaded` says whether loading the file does it."""
    lazy = _lazy(source)
    guarded = _guarded(source)
    for node in source.nodes:
        loaded = id(node) not in lazy
        safe = id(node) in guarded
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno, loaded, safe)
        elif isinstance(node, ast.ImportFrom):
            module = _absolute(source, node)
            for alias in node.names:
                yield Import(module, alias.name, alias.lineno, loaded, safe)
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            name = literal(node.args[0]) if node.args else None
            if isinstance(name, str) and name and not name.startswith("."):
                yield Import(name, "", node.lineno, loaded, safe)


def _lazy(source: Source) -> set[int]:
    """Give the nodes that loading a file does not run."""
    found: set[int] = set()
    for node in source.nodes:
        hidden: list[ast.stmt] = []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            hidden = node.body
        elif isinstance(node, ast.If) and _checks_types(node.test):
            hidden = node.body
        elif (
            isinstance(node, ast.If)
            and isinstance(node.test, ast.UnaryOp)
            and isinstance(node.test.op, ast.Not)
            and _checks_types(node.test.operand)
        ):
            hidden = node.orelse
        for statement in hidden:
            found.update(id(it) for it in ast.walk(statement))
    return found


def _checks_types(test: ast.expr) -> bool:
    """Whether what follows a test is read by type checkers only."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(_checks_types(it) for it in test.values)
    name = getattr(test, "id", "") or getattr(test, "attr", "")
    return bool(name == "TYPE_CHECKING")


def _guarded(source: Source) -> set[int]:
    """Give the imports that may fail: somebody asks first, or catches it."""
    found: set[int] = set()
    for node in source.nodes:
        if isinstance(node, ast.Try) and any(
            it.type is None or "Error" in ast.dump(it.type) for it in node.handlers
        ):
            inside = node.body
        elif isinstance(node, ast.If):
            inside = [*node.body, *node.orelse]
        else:
            continue
        for statement in inside:
            found.update(id(it) for it in ast.walk(statement))
    return found


def _absolute(source: Source, node: ast.ImportFrom) -> str:
    """Give the module that a from-import names, without leading dots."""
    if not node.level:
        return node.module or ""
    parts = source.module.split(".")
    up = node.level - 1 if source.is_package else node.level
    base = parts[: len(parts) - up]
    return ".".join([*base, *([node.module] if node.module else [])])


def _defined(source: Source) -> set[str] | None:
    """Give the names of a module, not those of its functions; None if anything may be there."""
    names = {"__doc__", "__file__", "__name__", "__package__", "__path__", "__spec__"}
    work: list[ast.AST] = list(source.node.body) if source.node else []
    while work:
        node = work.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
            if node.name == "__getattr__":
                return None
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                if alias.name == "*":
                    return None
                names.add((alias.asname or alias.name).partition(".")[0])
        elif isinstance(node, ast.Call) and called(node) in ("globals", "vars", "exec"):
            return None
        elif not isinstance(node, (ast.Lambda, ast.comprehension)):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
                names.add(node.name)
            elif isinstance(node, ast.MatchMapping) and node.rest:
                names.add(node.rest)
            work.extend(ast.iter_child_nodes(node))
    for node in source.nodes:
        if isinstance(node, ast.Global):
            names.update(node.names)
    return names


class Importing:
    """The imports of a tree."""

    def __init__(self, tree: Tree, report: Report) -> None:
        """Take the tree and where to report."""
        self._tree = tree
        self._report = report
        self._declared = {
            re.sub(r"[-_.]+", "-", it).lower() for it in tree.expected["requirements"]
        }
        self._names: dict[str, set[str] | None] = {}
        self._outside: dict[str, bool] = {}
        self._inside: dict[tuple[str, str], str] = {}
        self.graph: dict[str, set[str]] = {}
        self._edges: dict[str, dict[str, int]] = {}

    def measure(self) -> None:
        """Measure all three gates."""
        for source in self._tree.sources.values():
            agent = self._tree.owner(source.path)
            if source.node is None:
                self._report.find("imports", agent, source.path, source.error_line, source.error)
            reached = self.graph.setdefault(source.path, set())
            edges = self._edges.setdefault(source.path, {})
            for it in imports(source):
                self._resolve(source, it, agent)
                for target, is_parent in self._targets(it):
                    reached.add(target)
                    if it.loaded and not is_parent and target != source.path:
                        edges.setdefault(target, it.line)
            self._unused(source, agent)
        self._cycles()

    def _resolve(self, source: Source, it: Import, agent: str) -> None:
        """Check that an import leads somewhere."""
        message = self._problem(it)
        self._report.check("imports", agent, not message, source.path, it.line, message)

    def _problem(self, it: Import) -> str:
        top = it.module.partition(".")[0]
        if top not in self._tree.expected["packages"]:
            if not self._is_outside(it.module):
                return f"there is no module {it.module}"
            return "" if it.guarded else self._lacking(it)
        target = self._tree.modules.get(it.module)
        if target is None:
            if (self._tree.root / it.module.replace(".", "/")).is_dir():
                submodule = f"{it.module}.{it.name}"
                if not it.name or submodule in self._tree.modules:
                    return ""
            return f"there is no module {it.module} in the tree"
        if not it.name or it.name == "*":
            return ""
        if it.module not in self._names:
            self._names[it.module] = _defined(target)
        names = self._names[it.module]
        known = names is None or it.name in names or target.node is None
        if known or f"{it.module}.{it.name}" in self._tree.modules:
            return ""
        return f"{it.module} has no {it.name}"

    def _is_outside(self, module: str) -> bool:
        """Whether a module is of the standard library or of a requirement."""
        top = module.partition(".")[0]
        if top not in self._outside:
            distribution = _OTHER_NAMES.get(top, top.replace("_", "-").lower())
            self._outside[top] = (
                top in sys.stdlib_module_names or distribution in self._declared or _found(top)
            )
        return self._outside[top]

    def _lacking(self, it: Import) -> str:
        """Say what an installed package has not; what is not installed here is not known."""
        asked = (it.module, it.name)
        if asked not in self._inside:
            self._inside[asked] = lacking(it.module, it.name)
        return self._inside[asked]

    def _targets(self, it: Import) -> Iterator[tuple[str, bool]]:
        """Give the files of the tree that an import loads, packages above among them."""
        submodule = self._tree.modules.get(f"{it.module}.{it.name}") if it.name else None
        target = submodule or self._tree.modules.get(it.module)
        if target is None:
            return
        yield target.path, False
        parts = target.module.split(".")
        for length in range(1, len(parts)):
            parent = self._tree.modules.get(".".join(parts[:length]))
            if parent is not None and parent is not target:
                yield parent.path, True

    def _unused(self, source: Source, agent: str) -> None:
        """Find what is imported and then not used."""
        if source.node is None:
            return
        top = source.module.partition(".")[0]
        used = {it.id for it in source.nodes if isinstance(it, ast.Name)}
        texts = " ".join(_code_strings(source))
        for node in source.nodes:
            if not isinstance(node, (ast.Import, ast.ImportFrom)):
                continue
            if isinstance(node, ast.ImportFrom):
                module = _absolute(source, node)
                own = source.is_package and module.partition(".")[0] == top
                if own or module == "__future__":
                    continue  # a package offers what its modules have
            for alias in node.names:
                name = (alias.asname or alias.name).partition(".")[0]
                again = alias.asname is not None and alias.asname == alias.name
                good = name == "*" or again or name in used
                good = good or re.search(rf"\b{re.escape(name)}\b", texts) is not None
                self._report.check(
                    "unused-imports",
                    agent,
                    good,
                    source.path,
                    alias.lineno,
                    f"{name} is imported and not used",
                )

    def _cycles(self) -> None:
        """Find modules that import each other, the shortest way round of each knot."""
        for knot in knots(self._edges):
            way = _shortest(self._edges, knot)
            names = [self._tree.sources[it].module for it in [*way, way[0]]]
            message = "circular import: " + " -> ".join(names)
            agent = self._tree.owner(way[0])
            # One finding, shown at each of its imports: any of them may be the wrong one.
            for number, (here, there) in enumerate(zip(way, [*way[1:], way[0]])):
                line = self._edges[here][there]
                if number == 0:
                    self._report.find("cycles", agent, here, line, message)
                else:
                    self._report.show("cycles", agent, here, line, message)
        for path in self._tree.sources:
            self._report.count("cycles", self._tree.owner(path))

    def closures(self) -> dict[str, list[str]]:
        """Give each file with all that it imports, however far."""
        order = knots(self._edges_of_graph(), every=True)
        reach: dict[str, frozenset[str]] = {}
        for knot in order:
            below: set[str] = set(knot)
            for path in knot:
                for target in self.graph[path]:
                    below |= reach.get(target, frozenset())
            shared = frozenset(below)
            for path in knot:
                reach[path] = shared
        return {path: sorted(all_of) for path, all_of in reach.items()}

    def _edges_of_graph(self) -> dict[str, dict[str, int]]:
        return {path: dict.fromkeys(sorted(to), 0) for path, to in self.graph.items()}


def _found(top: str) -> bool:
    """Whether this Python can import a package."""
    try:
        return importlib.util.find_spec(top) is not None
    except (ImportError, ValueError):
        return False


def _code_strings(source: Source) -> Iterator[str]:
    """Give the strings that may hold names: those of __all__ and of annotations."""
    documented: set[int] = set()
    for node in source.nodes:
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            documented.add(id(body[0].value))
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in documented and "\n" not in node.value:
                yield node.value


def knots(edges: dict[str, dict[str, int]], every: bool = False) -> list[list[str]]:
    """Give the strong components, dependencies first; only those with a cycle unless all."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for start in sorted(edges):
        if start in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(start, iter(sorted(edges[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in edges:
                    continue
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(sorted(edges[target]))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    knot = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        knot.append(member)
                        if member == node:
                            break
                    if every or len(knot) > 1 or node in edges[node]:
                        found.append(sorted(knot))
    return found


def _shortest(edges: dict[str, dict[str, int]], knot: list[str]) -> list[str]:
    """Give the shortest cycle of a strong component, from its first file."""
    inside = set(knot)
    best: list[str] = []
    for start in knot:
        queue = [[start]]
        seen = {start}
        while queue:
            way = queue.pop(0)
            targets = [it for it in edges[way[-1]] if it in inside]
            if start in targets:
                if not best or len(way) < len(best):
                    best = way
                break
            for target in sorted(targets):
                if target not in seen:
                    seen.add(target)
                    queue.append([*way, target])
    return best

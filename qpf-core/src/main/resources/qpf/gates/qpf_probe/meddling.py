"""Tests that reach for the run itself: what could be turned into a pass was not measured.

Code that runs in the process of the tests can always lie. What people do, by mistake or to
be done with it, is found here by reading; the journal finds the hooks that were hidden.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .tree import Report, Source, Tree

# Hooks by which no test gains a pass: a parameter too few is a test that did not run.
HARMLESS = {
    "pytest_addoption",
    "pytest_assertrepr_compare",
    "pytest_configure",
    "pytest_generate_tests",
    "pytest_make_parametrize_id",
    "pytest_markeval_namespace",
    "pytest_report_header",
}
_PACKAGES = {"_pytest", "pluggy", "qpf_probe", "coverage"}
_OF_PYTEST = {
    "CallInfo",
    "Class",
    "CollectReport",
    "Function",
    "Item",
    "Module",
    "Session",
    "TestReport",
}
_ATTRIBUTES = {
    "os": {"_exit", "execl", "execle", "execlp", "execlpe"}
    | {"execv", "execve", "execvp", "execvpe"},
    "sys": {"settrace", "setprofile", "monitoring"},
    "threading": {"settrace", "settrace_all_threads", "setprofile", "setprofile_all_threads"},
    "pytest": _OF_PYTEST,
}
_NAMES = ("qpf_probe", "qpf-journal", "QPF_ORDER")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def hook(name: str) -> str:
    """Say what is wrong with a hook of people's own."""
    return f"the hook {name} can change what is said of tests: use a fixture in its place"


def measure(tree: Tree, report: Report) -> None:
    """Find what could make a test pass without its running."""
    planned = set(tree.expected["conftests"])
    for source in tree.sources.values():
        conftest = source.path.rpartition("/")[2] == "conftest.py"
        found = list(_hooks(source))
        if conftest and source.path not in planned:
            found.append((1, "nobody planned this conftest.py: take it away"))
        if conftest or source.is_test:
            found += _reaching(source)
        inside = source.path.startswith(tree.expected["root"] + "/tests/integration/")
        gate = "integration" if inside else "tests"
        for line, message in found:
            report.withdraw(gate, tree.owner(source.path), source.path, line, message)
    for path, source in tree.domain_tests.items():
        for line, message in [*_hooks(source), *_reaching(source)]:
            report.withdraw("tests", "", path, line, message)


def functions(tree: Tree) -> dict[str, dict[str, int]]:
    """Give the tests that stand in each file of tests, with their lines."""
    found: dict[str, dict[str, int]] = {}
    for path, source in [*tree.sources.items(), *tree.domain_tests.items()]:
        if source.node is not None and (source.is_test or path in tree.domain_tests):
            found[path] = dict(_tests(source.node.body, ""))
    return found


def _tests(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, int]]:
    """Give functions that pytest takes for tests by their names."""
    for node in body:
        if isinstance(node, _FUNCTIONS) and node.name.startswith("test"):
            if not any("fixture" in ast.dump(it) for it in node.decorator_list):
                yield prefix + node.name, node.lineno
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests(node.body, f"{prefix}{node.name}::")


def _hooks(source: Source) -> Iterator[tuple[int, str]]:
    """Give the hooks and plugins that a file brings, by whatever statement."""
    for node in source.nodes:
        if isinstance(node, _FUNCTIONS):
            if not any("fixture" in ast.dump(it) for it in node.decorator_list):
                first = min([node.lineno, *(it.lineno for it in node.decorator_list)])
                yield from _hook(node.name, first)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield from _hook(node.id, node.lineno)
        elif isinstance(node, ast.alias):
            yield from _hook(node.asname or node.name, node.lineno)
        elif isinstance(node, ast.keyword) and node.arg == "specname":
            if isinstance(node.value, ast.Constant):
                yield from _hook(str(node.value.value), node.value.lineno)


def _hook(name: str, line: int) -> Iterator[tuple[int, str]]:
    if name == "pytest_plugins":
        yield line, "pytest_plugins brings hooks from elsewhere: import fixtures by their names"
    elif name.startswith("pytest_") and name not in HARMLESS | {"pytest_asyncio"}:
        yield line, hook(name)


def _reaching(source: Source) -> Iterator[tuple[int, str]]:
    """Give where a test reaches for the interpreter, for pytest's inside or for the gates'."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            for it in node.names:
                if it.name.partition(".")[0] in _PACKAGES:
                    yield node.lineno, _reached(it.name)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            module = node.module or ""
            if module.partition(".")[0] in _PACKAGES:
                yield node.lineno, _reached(module)
            for it in node.names:
                if it.name in _ATTRIBUTES.get(module, ()):
                    yield node.lineno, _reached(f"{module}.{it.name}")
        elif isinstance(node, ast.Attribute):
            if node.attr == "pluginmanager":
                yield node.lineno, _reached(node.attr)
            elif isinstance(node.value, ast.Name):
                if node.attr in _ATTRIBUTES.get(node.value.id, ()):
                    yield node.lineno, _reached(f"{node.value.id}.{node.attr}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if any(it in node.value for it in _NAMES):
                yield node.lineno, _reached("what the gates note")


def _reached(name: str) -> str:
    return f"a test that reaches for {name} can decide what is said of it: take that away"

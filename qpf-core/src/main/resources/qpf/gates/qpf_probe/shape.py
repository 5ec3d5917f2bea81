"""What each function, class and module carries: types, documentation, assertions."""

from __future__ import annotations

import ast

from .tree import Report, Source, Tree, called

BANNER = "Change the schema and extract again"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def measure(tree: Tree, report: Report) -> None:
    """Measure type hints, docstrings and assertions, and count statements."""
    helpers = _asserting_helpers(tree)
    for source in tree.sources.values():
        if source.node is None:
            continue
        agent = tree.owner(source.path)
        for node in source.nodes:
            if isinstance(node, _FUNCTIONS):
                _hints(source, node, agent, report)
        _documented(tree, source, agent, report)
        if source.is_test:
            _assertions(source, agent, report, helpers)
    for path, source in tree.domain_tests.items():
        agent = tree.expected["domain"]
        if source.node is None:
            report.find("assertions", agent, path, source.error_line, source.error)
        else:
            _assertions(source, agent, report, helpers)


def statements(source: Source) -> int:
    """Count statements as pylint does."""
    return sum(isinstance(it, (ast.stmt, ast.ExceptHandler)) for it in source.nodes)


def _hints(
    source: Source,
    node: ast.FunctionDef | ast.AsyncFunctionDef,
    agent: str,
    report: Report,
) -> None:
    """Count the parameters and the return of a function."""
    arguments = node.args
    given = [*arguments.posonlyargs, *arguments.args]
    if given and given[0].arg in ("self", "cls", "mcs"):
        given = given[1:]
    given += arguments.kwonlyargs
    given += [it for it in (arguments.vararg, arguments.kwarg) if it]
    for it in given:
        report.check(
            "type-hints",
            agent,
            it.annotation is not None,
            source.path,
            it.lineno,
            f"parameter {it.arg} of {node.name} has no type",
        )
    report.check(
        "type-hints",
        agent,
        node.returns is not None,
        source.path,
        node.lineno,
        f"{node.name} does not say what it returns",
    )


def _documented(tree: Tree, source: Source, agent: str, report: Report) -> None:
    """Count what needs a docstring, and the banner of generated modules."""
    assert source.node is not None
    text = ast.get_docstring(source.node)
    if text is not None or source.text.strip():
        _docstring(source, 1, "the module", text, agent, report)
    if source.path in tree.expected["generated"]:
        report.check(
            "docstrings",
            agent,
            BANNER in (text or ""),
            source.path,
            1,
            "the banner is gone that says where the module comes from",
        )
    for node, name in _public(source.node.body, ""):
        _docstring(source, node.lineno, name, ast.get_docstring(node), agent, report)


def _public(
    body: list[ast.stmt], prefix: str
) -> list[tuple[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, str]]:
    """Give the functions and classes that people may use, methods among them."""
    found: list[tuple[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, str]] = []
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            found.append((node, prefix + node.name))
            found += _public(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, _FUNCTIONS):
            if not node.name.startswith("_") or node.name == "__init__":
                if not any("overload" in ast.dump(it) for it in node.decorator_list):
                    found.append((node, prefix + node.name))
    return found


def _docstring(
    source: Source, line: int, name: str, text: str | None, agent: str, report: Report
) -> None:
    """Hold one docstring against PEP 257."""
    lines = (text or "").strip().splitlines()
    if not lines:
        message = f"{name} has no docstring"
    elif not lines[0].rstrip().endswith((".", "?", "!", ":", "…")):
        message = f"the docstring of {name} does not start with a sentence in one line"
    elif len(lines) > 1 and lines[1].strip():
        message = f"a blank line is missing behind the summary of {name}"
    else:
        message = ""
    report.check("docstrings", agent, not message, source.path, line, message)


def _asserting_helpers(tree: Tree) -> set[str]:
    """Give the names of functions among the tests that assert something."""
    found: set[str] = set()
    tests = [it for it in tree.sources.values() if it.is_test]
    for source in [*tests, *tree.domain_tests.values()]:
        for node in source.nodes:
            if isinstance(node, _FUNCTIONS) and not node.name.startswith("test"):
                if _asserts(node, set()):
                    found.add(node.name)
    return found


def _assertions(source: Source, agent: str, report: Report, helpers: set[str]) -> None:
    """Find tests that assert nothing, and assertions that always hold."""
    for node in source.nodes:
        if isinstance(node, _FUNCTIONS) and _is_test(node):
            report.check(
                "assertions",
                agent,
                _asserts(node, helpers),
                source.path,
                node.lineno,
                f"{node.name} asserts nothing",
            )
        elif isinstance(node, ast.Assert) and _always(node.test):
            report.find(
                "assertions",
                agent,
                source.path,
                node.lineno,
                "this assertion always holds, whatever the code does",
            )


def _is_test(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether pytest runs a function as a test; a fixture may have the name of one."""
    return node.name.startswith("test") and not any(
        "fixture" in ast.dump(it) for it in node.decorator_list
    )


def _asserts(function: ast.FunctionDef | ast.AsyncFunctionDef, helpers: set[str]) -> bool:
    """Whether a function can fail for what it finds."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) and not _always(node.test):
            return True
        if isinstance(node, ast.Call):
            name = called(node)
            if name in ("raises", "warns", "fail") or name.startswith("assert"):
                return True
            if name in helpers:
                return True
    return False


def _always(test: ast.expr) -> bool:
    """Whether an expression is true by its form: a constant, a tuple, `or True`."""
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, (ast.Tuple, ast.List, ast.Set)):
        return any(not isinstance(it, ast.Starred) for it in test.elts)
    if isinstance(test, ast.Dict):
        return any(it is not None for it in test.keys)
    if isinstance(test, (ast.Lambda, ast.GeneratorExp)):
        return True
    if isinstance(test, ast.BoolOp):
        each = [_always(it) for it in test.values]
        return any(each) if isinstance(test.op, ast.Or) else all(each)
    if isinstance(test, ast.NamedExpr):
        return _always(test.value)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return isinstance(test.operand, ast.Constant) and not test.operand.value
    return False

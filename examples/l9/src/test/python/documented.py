"""Checks that every module, class and function below a folder is documented and typed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path


def findings(path: Path) -> list[str]:
    """Return what lacks a docstring or a type in one file, each with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [] if ast.get_docstring(tree) else [f"{path}:1 module without docstring"]
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if not ast.get_docstring(node):
                found.append(f"{path}:{node.lineno} {node.name} without docstring")
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = node.args
            every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
            every += [it for it in (arguments.vararg, arguments.kwarg) if it]
            untyped = [
                it.arg
                for it in every
                if it.annotation is None and it.arg not in ("self", "cls")
            ]
            if untyped or node.returns is None:
                found.append(f"{path}:{node.lineno} {node.name} without types")
    return found


def main(root: str) -> int:
    """Print every finding below a folder; return 1 if there is one."""
    paths = sorted(Path(root).rglob("*.py"))
    found = [finding for path in paths for finding in findings(path)]
    print("\n".join(found) or f"{len(paths)} files, all documented and typed")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What all groups of tests ran together: python -m qpf_probe.covering ORDER RESULT."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import coverage

from .tree import Report


def main(order_file: str, result: str) -> None:
    """Add up the arcs of the groups and report file by file."""
    order = json.loads(Path(order_file).read_text(encoding="utf-8"))
    root = Path(order["tree"])
    watch = coverage.Coverage(
        data_file=None,
        branch=True,
        source=[str(root / it) if (root / it).is_dir() else it for it in order["packages"]],
        config_file=str(root / "pyproject.toml"),
        messages=False,
    )
    data = watch.get_data()
    for group in order["groups"]:
        arcs = json.loads(Path(group).read_text(encoding="utf-8"))["arcs"]
        data.add_arcs({str(root / path): [tuple(it) for it in some] for path, some in arcs.items()})
    modules = sorted({*order["modules"], *_modules(root, order["packages"])})
    data.add_arcs({str(root / it): [] for it in modules})
    for path in modules:
        data.touch_file(str(root / path))
    report = Report()
    for path, facts in _files(watch, root).items():
        summary = facts["summary"]
        agent = order["owners"].get(path, "")
        good = summary["covered_lines"] + summary.get("covered_branches", 0)
        everything = summary["num_statements"] + summary.get("num_branches", 0)
        if everything:
            report.count("coverage", agent, number=everything)
            row = report.measured["coverage", agent]
            row["good"] -= everything - good
            if good < everything:
                row["evidence"].append(_evidence(path, facts))
    report.write(result)


def _modules(root: Path, packages: list[str]) -> Iterator[str]:
    """Give all files but the collection's own tests: a folder of that name elsewhere is code."""
    tests = packages[0] + "/tests/"
    for package in packages:
        single = root / f"{package}.py"
        for file in [single] if single.is_file() else (root / package).rglob("*.py"):
            path = file.relative_to(root).as_posix()
            hidden = any(it.startswith((".", "__pycache__")) for it in path.split("/"))
            if not hidden and not path.startswith(tests):
                yield path


def _files(watch: coverage.Coverage, root: Path) -> dict[str, Any]:
    """Give coverage's own report of each file, by its path below the tree."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        watch.json_report(outfile=str(file))
        files = json.loads(file.read_text(encoding="utf-8"))["files"]
    found = {}
    for name, facts in files.items():
        path = Path(name)
        if path.is_absolute() and path.is_relative_to(root):
            path = path.relative_to(root)
        found[path.as_posix()] = facts
    return found


def _evidence(path: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Say which lines of a file no test runs."""
    lines = facts["missing_lines"]
    branches = [it for it in facts.get("missing_branches", []) if it[0] not in lines]
    words = []
    if lines:
        words.append(f"no test runs {_ranges(lines)}")
    if branches:
        ways = ", ".join(f"{a} to {b if b > 0 else 'the end'}" for a, b in branches[:5])
        words.append(f"no test goes from {ways}")
    first = min([*lines, *(it[0] for it in branches)], default=1)
    return {"file": path, "line": first, "message": "; ".join(words), "rule": ""}


def _ranges(lines: Iterable[int]) -> str:
    """Give lines as people write them: 3, 5-7."""
    ordered = sorted(lines)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b > a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b > a + 1), ordered[-1]]
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

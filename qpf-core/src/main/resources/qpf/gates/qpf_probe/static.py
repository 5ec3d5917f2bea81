"""The static probe: python -m qpf_probe.static EXPECTED RESULT."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from . import meddling, papers, shape, silence, wiring
from .importing import Importing
from .tree import Report, Tree


def main(expected: str, result: str) -> None:
    """Read the tree once and measure everything that can be read from it."""
    tree = Tree.read(json.loads(Path(expected).read_text(encoding="utf-8")))
    report = Report()
    importing = Importing(tree, report)
    importing.measure()
    shape.measure(tree, report)
    wiring.measure(tree, report)
    papers.measure(tree, report)
    silence.measure(tree, report)
    meddling.measure(tree, report)
    report.write(
        result,
        closures=importing.closures(),
        statements={it.path: shape.statements(it) for it in tree.sources.values()},
        tests=meddling.functions(tree),
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

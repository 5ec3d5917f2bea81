"""HarbourMaster: test_documents (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    cursorinstructions
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Final

import pytest

import harbour

ROOT: Final = Path(harbour.__file__).parent.parent
DOCUMENTS: Final[tuple[str, ...]] = (
    "harbour/master/README.md",
    "harbour/master/INTEGRATION.md",
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_document_speaks_of_the_agent(document: str) -> None:
    """Every document that the schema lists is there and has something to say."""
    text = (ROOT / document).read_text(encoding="utf-8")
    assert text.count("\n") > 5


@pytest.mark.parametrize("document", DOCUMENTS)
def test_its_examples_run(document: str, tmp_path: Path) -> None:
    """What a document shows as Python runs as it stands."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for number, example in enumerate(
        re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    ):
        script = tmp_path / f"example_{number}.py"
        script.write_text(example, encoding="utf-8")
        assert runpy.run_path(str(script)) is not None


def test_the_agent_is_documented() -> None:
    """The manifest's list of documents holds what lies beside the code."""
    assert len(set(DOCUMENTS)) == len(DOCUMENTS)

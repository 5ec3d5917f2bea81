"""What the tests of the domain code share."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from .doubles import Steps


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Replace the running agent in each module of the domain that takes steps."""
    journal = Steps()
    for name, module in list(sys.modules.items()):
        if name.startswith("l9_domain.") and _takes_steps(module):
            monkeypatch.setattr(module, "take", journal.take)
    return journal


def _takes_steps(module: ModuleType) -> bool:
    """Tell whether a module asks the agent for steps."""
    return hasattr(module, "take")

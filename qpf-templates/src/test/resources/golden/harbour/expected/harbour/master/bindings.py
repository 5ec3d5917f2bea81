"""HarbourMaster: bindings.

Binds the domain code that the schema names.

Extracted from agents/harbour_master.yaml
    system
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core.operations import Bindings

BINDINGS: Final = Bindings()

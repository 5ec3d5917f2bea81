"""HarbourMaster: __init__ (package).

Names the agent and its version.

Extracted from agents/harbour_master.yaml
    system, name, version, role
Change the schema and extract again: an edit here is drift.
"""

from typing import Final

AGENT: Final = "HarbourMaster"
VERSION: Final = "6.0.0"

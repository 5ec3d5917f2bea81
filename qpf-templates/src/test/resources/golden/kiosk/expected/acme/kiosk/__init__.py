"""Kiosk: __init__ (package).

Names the agent and its version.

Extracted from agents/kiosk.yaml
    system, name, version, role
Change the schema and extract again: an edit here is drift.
"""

from typing import Final

AGENT: Final = "Kiosk"
VERSION: Final = "6.0.0"

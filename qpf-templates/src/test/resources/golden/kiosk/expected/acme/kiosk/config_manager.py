"""Kiosk: config_manager (configuration).

Holds the agent's settings and reads their overrides from the environment.

Extracted from agents/kiosk.yaml
    deployment, learningsystem.autonomyprofile, rootpath
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import configuration
from acme.core.configuration import AgentSettings

SETTINGS: Final = AgentSettings(
    agent="Kiosk",
    version="6.0.0",
    package="acme.kiosk",
    port=8000,
    api_mode="private",
    runtime="",
    environment="",
    decision_latency_ms=200,
)


class ConfigManager(configuration.ConfigManager):
    """The settings of Kiosk, as the schema and the environment give them."""

    def __init__(self, settings: AgentSettings = SETTINGS) -> None:
        """Start from the schema's settings.

        Args:
            settings: Where overrides from the environment are laid over.
        """
        super().__init__(settings)

"""Crane: config_manager (configuration).

Holds the agent's settings and reads their overrides from the environment.

Extracted from agents/crane.yaml
    deployment, learningsystem.autonomyprofile, rootpath
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import configuration
from harbour.core.configuration import AgentSettings, RetryPolicy

SETTINGS: Final = AgentSettings(
    agent="Crane",
    version="6.0.0",
    package="harbour.agents.crane",
    port=8000,
    api_mode="private",
    runtime="",
    environment="",
    decision_latency_ms=200,
    retry=RetryPolicy(
        max_retries=2,
        backoff_multiplier=2.0,
        initial_delay_ms=50,
    ),
)


class ConfigManager(configuration.ConfigManager):
    """The settings of Crane, as the schema and the environment give them."""

    def __init__(self, settings: AgentSettings = SETTINGS) -> None:
        """Start from the schema's settings.

        Args:
            settings: Where overrides from the environment are laid over.
        """
        super().__init__(settings)

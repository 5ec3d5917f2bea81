"""Crane: test_config (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.agents.crane.config_manager import SETTINGS as SETTINGS_OF_CONFIG_MANAGER
from harbour.agents.crane.config_manager import ConfigManager
from harbour.core.errors import ConfigurationError


def test_config_manager_gives_the_settings_of_the_schema() -> None:
    """An empty environment changes nothing."""
    assert ConfigManager().load({}) == SETTINGS_OF_CONFIG_MANAGER


def test_config_manager_reads_the_environment() -> None:
    """A variable with the agent's prefix goes before the schema."""
    name = SETTINGS_OF_CONFIG_MANAGER.env_prefix + "_PORT"
    assert ConfigManager().load({name: "9001"}).port == 9001


def test_config_manager_refuses_nonsense() -> None:
    """A port that is none is an error at the start, not at the first request."""
    name = SETTINGS_OF_CONFIG_MANAGER.env_prefix + "_PORT"
    with pytest.raises(ConfigurationError):
        ConfigManager().load({name: "a port"})


def test_config_manager_lists_what_can_be_tuned() -> None:
    """Every tunable stands there with its value."""
    assert SETTINGS_OF_CONFIG_MANAGER.port in ConfigManager().tunables().values()

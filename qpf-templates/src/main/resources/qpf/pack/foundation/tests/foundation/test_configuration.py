"""Settings: the schema's, and the operator's on top of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ...core.configuration import AgentSettings, ConfigManager, RetryPolicy
from ...core.errors import ConfigurationError
from .samples import settings


@pytest.mark.parametrize(
    ("agent", "prefix"),
    [
        ("LinkScorer", "LINKSCORER"),
        ("Link Governance-Auditor", "LINK_GOVERNANCE_AUDITOR"),
        ("9lives", "AGENT_9LIVES"),
        ("Ölmühle", "LM_HLE"),
        ("…", "AGENT"),
    ],
)
def test_the_prefix_is_the_name_in_capitals(agent: str, prefix: str) -> None:
    """What is neither an ASCII letter nor a digit becomes one underscore."""
    assert settings(agent).env_prefix == prefix


def test_variables_override_what_an_operator_may_tune() -> None:
    """Each variable reaches its setting and no other."""
    declared = settings()
    tuned = declared.with_environment(
        {
            "SCORER_PORT": "9001",
            "SCORER_API_MODE": "public",
            "SCORER_ENVIRONMENT": "staging",
            "SCORER_TASK_LIMIT": "5",
            "SCORER_DECISION_LATENCY_MS": "250",
            "SCORER_MAX_RETRIES": "3",
            "SCORER_BACKOFF_MULTIPLIER": "1.5",
            "SCORER_INITIAL_DELAY_MS": "100",
            "SCORER_CHANGED_AT": "2026-01-02T11:00:00+01:00",
            "OTHER_PORT": "1",
        }
    )
    assert tuned == replace(
        declared,
        port=9001,
        api_mode="public",
        environment="staging",
        task_limit=5,
        decision_latency_ms=250,
        retry=RetryPolicy(3, 1.5, 100),
        changed_at=datetime(2026, 1, 2, 10, tzinfo=UTC),
    )


def test_an_empty_environment_changes_nothing() -> None:
    """Absent variables leave the schema's settings as they are."""
    declared = settings()
    assert declared.with_environment({}) == declared


def test_limits_may_be_lifted() -> None:
    """`unlimited` stands for no limit."""
    limited = replace(settings(), task_limit=5)
    tuned = limited.with_environment({"SCORER_TASK_LIMIT": "Unlimited"})
    assert tuned.task_limit is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "http"),
        ("PORT", "-1"),
        ("TASK_LIMIT", "many"),
        ("TASK_LIMIT", "0"),
        ("MAX_RETRIES", "1.5"),
        ("BACKOFF_MULTIPLIER", "0.5"),
        ("BACKOFF_MULTIPLIER", "nan"),
        ("CHANGED_AT", "yesterday"),
        ("CHANGED_AT", "2026-01-02T11:00:00"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable(name: str, value: str) -> None:
    """The agent does not start with a setting that nobody meant."""
    with pytest.raises(ConfigurationError, match=f"SCORER_{name} is '{value}'"):
        settings().with_environment({f"SCORER_{name}": value})


def test_pauses_between_tries_grow() -> None:
    """100 ms, then twice as long each time; none without retries."""
    assert RetryPolicy(3, 2.0, 100).delays() == (0.1, 0.2, 0.4)
    assert not RetryPolicy().delays()


def test_the_manager_loads_and_shows_the_tunables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The process's environment counts when no other is given."""
    manager = ConfigManager(settings())
    assert manager.tunables()["SCORER_PORT"] == 0
    monkeypatch.setenv("SCORER_PORT", "8123")
    loaded: AgentSettings = manager.load()
    assert loaded.port == 8123
    assert manager.tunables()["SCORER_PORT"] == 8123
    assert manager.load({}).port == 0


def test_each_tunable_is_a_variable_that_is_read() -> None:
    """What the manager shows can be set under the very name that it shows."""
    manager = ConfigManager(settings())
    numbers = {name: "7" for name in manager.tunables() if "CHANGED_AT" not in name}
    manager.load({**numbers, "SCORER_CHANGED_AT": "2026-01-02T00:00:00+00:00"})
    assert {str(value) for value in manager.tunables().values()} <= {
        "7",
        "7.0",
        "2026-01-02 00:00:00+00:00",
    }


def test_the_moment_of_a_change_keeps_its_zone() -> None:
    """A lead time is measured from it, so it must be aware."""
    tuned = settings().with_environment({"SCORER_CHANGED_AT": "2026-01-02T00:00+02:00"})
    assert tuned.changed_at is not None
    assert tuned.changed_at.utcoffset() == timedelta(hours=2)

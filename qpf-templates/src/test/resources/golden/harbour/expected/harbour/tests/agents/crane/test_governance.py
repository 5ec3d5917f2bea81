"""Crane: test_governance (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    governance
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.agents.crane.governance_bridge import POLICY, GovernanceBridge
from harbour.core.context import AgentContext
from harbour.core.errors import UnknownNameError
from harbour.core.governance import Reading

BOUNDARIES = [
    pytest.param(
        "wind_speed_and_load",
        Reading({"load": 0.51, "wind_speed": 18.0}),
        Reading({"load": 0.51, "wind_speed": 18.1}),
        id="wind_speed_and_load: wind_speed > 18",
    ),
    pytest.param(
        "wind_speed_and_load",
        Reading({"load": 0.5, "wind_speed": 18.1}),
        Reading({"load": 0.51, "wind_speed": 18.1}),
        id="wind_speed_and_load: load > 0.5",
    ),
    pytest.param(
        "cable_worn",
        Reading(),
        Reading(events=frozenset({"cable_worn"})),
        id="cable_worn",
    ),
    pytest.param(
        "sway",
        Reading({"sway": 0.95}),
        Reading({"sway": 0.951}),
        id="sway: sway > 0.95",
    ),
]


@pytest.mark.parametrize(("trigger", "quiet", "alarming"), BOUNDARIES)
def test_a_trigger_fires_at_its_boundary(
    trigger: str, quiet: Reading, alarming: Reading
) -> None:
    """A trigger stays quiet on its boundary and fires just past it."""
    assert trigger not in POLICY.fired_by(quiet)
    assert trigger in POLICY.fired_by(alarming)


def test_nothing_fires_on_silence() -> None:
    """A reading that says nothing alarms nobody."""
    assert not POLICY.fired_by(Reading())


async def test_governance_bridge_stays_quiet(context: AgentContext) -> None:
    """No escalation leaves the agent while no trigger fires."""
    assert not await GovernanceBridge(context).assess(Reading())
    assert not context.runtime.notifications.sent()


def test_governance_bridge_audits_within_its_scope(context: AgentContext) -> None:
    """An action of the audit scope leaves a trace; any other is refused."""
    bridge = GovernanceBridge(context)
    for action in POLICY.audit_scope:
        assert bridge.audit(action, {}).action == action
    with pytest.raises(UnknownNameError):
        bridge.audit("an action that no schema declares", {})


@pytest.mark.parametrize(("trigger", "_quiet", "alarming"), BOUNDARIES)
async def test_governance_bridge_reaches_every_anchor(
    context: AgentContext, trigger: str, _quiet: Reading, alarming: Reading
) -> None:
    """An escalation is kept and told to every anchor of the policy."""
    escalations = await GovernanceBridge(context).assess(alarming)
    assert trigger in [escalation.trigger for escalation in escalations]
    told = {
        notification.anchor for notification in context.runtime.notifications.sent()
    }
    assert told == set(POLICY.anchor_names())

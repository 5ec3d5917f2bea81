"""Crane: governance_bridge.

Says when the agent asks people, whom, and how.

Extracted from agents/crane.yaml
    governance, learningsystem.autonomyprofile
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import governance
from harbour.core.context import AgentContext
from harbour.core.governance import Above, All, Anchor, Event, Policy, Trigger

POLICY: Final = Policy(
    mode="hybrid",
    human_override=False,
    anchors=(Anchor(name="Port captain", role="Decides", channels=("radio", "pager")),),
    audit_scope=("lift_planned",),
    triggers=(
        # wind speed > 18 AND load > 0.5
        Trigger(
            name="wind_speed_and_load",
            condition=All(Above("wind_speed", 18.0), Above("load", 0.5)),
        ),
        # cable worn
        Trigger(name="cable_worn", condition=Event("cable_worn")),
        # sway_> 0_95
        Trigger(name="sway", condition=Above("sway", 0.95)),
    ),
    guidance=(),
)


class GovernanceBridge(governance.Governance):
    """Asks people when a trigger of Crane fires."""

    def __init__(self, context: AgentContext) -> None:
        """Watch over one agent.

        Args:
            context: The agent's configuration, audit log, events and notifications.
        """
        super().__init__(context, POLICY)

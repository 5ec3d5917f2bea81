"""HarbourMaster: governance_bridge.

Says when the agent asks people, whom, and how.

Extracted from agents/harbour_master.yaml
    governance, learningsystem.autonomyprofile
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import governance
from harbour.core.context import AgentContext
from harbour.core.governance import Above, Anchor, Event, Policy, Trigger

POLICY: Final = Policy(
    mode="autonomous",
    human_override=False,
    anchors=(Anchor(name="Port captain", role="Decides", channels=("radio", "pager")),),
    audit_scope=("ticket_sold",),
    triggers=(
        # queue length > 40
        Trigger(name="queue_length", condition=Above("queue_length", 40.0)),
        # cash drawer open
        Trigger(name="cash_drawer_open", condition=Event("cash_drawer_open")),
        # refund_rate_> 5_percent
        Trigger(name="refund_rate", condition=Above("refund_rate", 0.05, unit="ratio")),
    ),
    guidance=(),
)


class GovernanceBridge(governance.Governance):
    """Asks people when a trigger of HarbourMaster fires."""

    def __init__(self, context: AgentContext) -> None:
        """Watch over one agent.

        Args:
            context: The agent's configuration, audit log, events and notifications.
        """
        super().__init__(context, POLICY)

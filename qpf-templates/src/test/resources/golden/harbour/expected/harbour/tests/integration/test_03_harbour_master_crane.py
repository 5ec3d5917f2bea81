"""Wiring 3: Crane is observed by HarbourMaster.

Both ends run in one process on embedded backends; domain code is replaced by stand-ins.

Extracted from glue.yaml
    wirings 3
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.agents.crane.config_manager import SETTINGS as SETTINGS_HERE
from harbour.agents.crane.event_publisher import EventPublisher as CarrierHere
from harbour.core.context import AgentContext, Runtime
from harbour.master.config_manager import SETTINGS as SETTINGS_THERE
from harbour.master.event_subscriber import EventSubscriber as CarrierThere


@pytest.mark.parametrize(
    "event",
    [
        "load_lifted",
        "cable_worn",
    ],
)
async def test_the_event_is_observed(runtime: Runtime, event: str) -> None:
    """What one agent publishes, the other hears."""
    subscriber = CarrierThere(AgentContext(SETTINGS_THERE, runtime))
    await CarrierHere(AgentContext(SETTINGS_HERE, runtime)).publish(event, {"seen": 1})
    await runtime.events.settle()
    assert [record.name for record in subscriber.received()] == [event]

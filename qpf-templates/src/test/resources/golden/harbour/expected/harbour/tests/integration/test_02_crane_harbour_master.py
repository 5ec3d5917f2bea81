"""Wiring 2: Crane sends packets to HarbourMaster.

Both ends run in one process on embedded backends; domain code is replaced by stand-ins.

Extracted from glue.yaml
    wirings 2
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import pytest

from harbour.agents.crane.config_manager import SETTINGS as SETTINGS_HERE
from harbour.agents.crane.packet_router import PacketRouter as CarrierHere
from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import PacketUnhandledError, PeerError
from harbour.master.config_manager import SETTINGS as SETTINGS_THERE
from harbour.master.packet_router import PacketRouter as CarrierThere


@pytest.mark.parametrize(
    ("packet_type", "payload"),
    [
        pytest.param("lift_report", {"key": "value"}, id="lift_report"),
    ],
)
async def test_the_packet_travels(
    runtime: Runtime, packet_type: str, payload: Mapping[str, object]
) -> None:
    """What one agent sends, the other receives, under one correlation id."""
    there = AgentContext(SETTINGS_THERE, runtime)
    assert isinstance(CarrierThere(there), CarrierThere)
    # A step may need a third agent, and here is none.
    with suppress(PacketUnhandledError, PeerError):
        await CarrierHere(AgentContext(SETTINGS_HERE, runtime)).send(
            packet_type, payload
        )
    assert packet_type in [packet.packet_type for packet in there.packets.received()]

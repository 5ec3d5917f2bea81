"""Wiring 4: HarbourMaster calls WeatherService.

Both ends run in one process on embedded backends; domain code is replaced by stand-ins.

Extracted from glue.yaml
    wirings 4
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import PeerError
from harbour.master.config_manager import SETTINGS as SETTINGS_HERE
from harbour.master.weather_service_client import WeatherServiceClient as CarrierHere


async def test_a_service_that_is_not_there_is_a_peer_error(runtime: Runtime) -> None:
    """The service is no agent of this collection: the client says so, and makes nothing up."""
    client = CarrierHere(AgentContext(SETTINGS_HERE, runtime))
    with pytest.raises(PeerError):
        await client.forecast({"seen": 1})

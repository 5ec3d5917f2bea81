"""HarbourMaster: weather_service_client (client).

Calls a peer's operations.

Extracted from agents/harbour_master.yaml
    integration.connectto, collaborationnetwork
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import transport
from harbour.core.context import AgentContext
from harbour.core.operations import OperationSpec
from harbour.core.payload import Payload

PEER: Final = "WeatherService"
FORECAST: Final = OperationSpec(name="forecast")


class WeatherServiceClient(transport.PeerClient):
    """Calls WeatherService for HarbourMaster."""

    def __init__(self, context: AgentContext) -> None:
        """Find the peer.

        Args:
            context: Knows whether the peer runs in this process or behind HTTP.
        """
        super().__init__(context, PEER, (FORECAST,))

    async def forecast(self, payload: Payload) -> Payload:
        """Call forecast of the peer.

        Args:
            payload: Any JSON object; no contract is given.

        Returns:
            The JSON object that the peer answered.

        Raises:
            PeerError: The peer could not be reached, or answered with an error.
        """
        return await self.peer.call_payload(FORECAST, payload)

"""Crane: json (component).

Carries operations of the agent by bound domain code.

Extracted from agents/crane.yaml
    system
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core.context import AgentContext
from harbour.core.operations import OperationSpec
from harbour.core.payload import Payload

JSON: Final = OperationSpec(name="json")


class Json:
    """Carries operations of the agent by bound domain code."""

    def __init__(self, context: AgentContext) -> None:
        """Take the bound domain code from the agent's context.

        Args:
            context: The agent's configuration, audit log, metrics and domain code.
        """
        self.context = context
        self._run_json = context.payload_operation(JSON)

    async def json(self, payload: Payload) -> Payload:
        """Run json by its bound domain code.

        Args:
            payload: Any JSON object; the schema gives no contract.

        Returns:
            The JSON object that the bound code returned.

        Raises:
            OperationUnboundError: No domain code is bound to json.
        """
        return await self._run_json(payload)

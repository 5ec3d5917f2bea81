{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import packetprotocol
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.packetprotocol import Inbound, Outbound
{{> part/operation_imports.py}}

{{> part/packets.py}}
{{> part/operation_specs.py}}


class {{className}}(packetprotocol.PacketRouter):
    """Accepts and sends the packets of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Receive packets for the agent.

        Args:
            context: The agent's packets, operations and events.
        """
        super().__init__(context, INBOUND, OUTBOUND)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import packetprotocol
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.packetprotocol import Inbound, Outbound
{{> part/operation_imports.py}}

{{> part/packets.py}}
{{> part/operation_specs.py}}


class {{className}}(packetprotocol.PacketBuilder):
    """Builds the packets that {{agent.name.doc}} sends."""

    def __init__(self, context: AgentContext) -> None:
        """Know the packet types of the agent.

        Args:
            context: The agent's name and correlation.
        """
        super().__init__(context, OUTBOUND)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

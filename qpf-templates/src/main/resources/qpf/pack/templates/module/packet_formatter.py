{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import packetprotocol
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(packetprotocol.PacketFormatter):
    """Writes the packets of {{agent.name.doc}} as canonical JSON and reads them back."""
    {{#hasOperations}}

    def __init__(self, context: AgentContext) -> None:
        """Serve one agent.

        Args:
            context: The agent's name.
        """
        super().__init__(context)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}
    {{/hasOperations}}

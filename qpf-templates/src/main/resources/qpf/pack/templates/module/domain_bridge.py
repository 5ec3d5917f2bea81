{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import packetprotocol
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

DOMAINS: Final[tuple[str, ...]] = {{agent.domains}}
{{#peer}}
PEER: Final = {{name.py}}
{{/peer}}
{{> part/operation_specs.py}}


class {{className}}(packetprotocol.DomainBridge):
    """Carries packets between {{agent.name.doc}} and its domains."""

    def __init__(self, context: AgentContext) -> None:
        """Serve the domains of the schema.

        Args:
            context: The agent's packets and audit log.
        """
        super().__init__(context, DOMAINS{{#hasPeer}}, PEER{{/hasPeer}})
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

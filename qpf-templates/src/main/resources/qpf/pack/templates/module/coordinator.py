{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import reasoning
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

STEPS: Final[tuple[str, ...]] = {{agent.reasoning.stages}}
{{> part/operation_specs.py}}


class {{className}}(reasoning.Coordinator):
    """Leads a payload through the steps of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Know the declared steps.

        Args:
            context: The agent's operations, peers, packets and events.
        """
        super().__init__(context, STEPS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import events
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

EVENTS: Final[tuple[str, ...]] = {{agent.events.published}}
{{> part/operation_specs.py}}


class {{className}}(events.EventPublisher):
    """Publishes the events of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Declare the events.

        Args:
            context: The agent's place on the event bus.
        """
        super().__init__(context, EVENTS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

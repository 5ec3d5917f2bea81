{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import events
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.events import Subscription
{{> part/operation_imports.py}}

SUBSCRIPTIONS: Final[tuple[Subscription, ...]] = (
    {{#agent.events.subscriptions}}
    Subscription(publisher={{publisher.py}}, event={{event.py}}),
    {{/agent.events.subscriptions}}
)
{{> part/operation_specs.py}}


class {{className}}(events.EventSubscriber):
    """Receives the events that {{agent.name.doc}} observes."""

    def __init__(self, context: AgentContext) -> None:
        """Subscribe.

        Args:
            context: The agent's place on the event bus.
        """
        super().__init__(context, SUBSCRIPTIONS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

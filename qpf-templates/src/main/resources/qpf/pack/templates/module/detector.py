{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
{{> part/trigger_imports.py}}
{{> part/operation_imports.py}}

TRIGGERS: Final[tuple[Trigger, ...]] = (
    {{#triggers}}
    {{> part/trigger.py}}
    {{/triggers}}
)
{{> part/operation_specs.py}}


class {{className}}(governance.Detector):
    """Detects for {{agent.name.doc}} what the triggers describe."""

    def __init__(self, context: AgentContext) -> None:
        """Watch for the triggers.

        Args:
            context: The agent's audit log, events and operations.
        """
        super().__init__(context, TRIGGERS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

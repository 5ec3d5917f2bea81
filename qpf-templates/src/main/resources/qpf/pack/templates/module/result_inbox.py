{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import reasoning
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(reasoning.ResultInbox):
    """Waits for results of {{agent.name.doc}} that arrive later."""
    {{#hasOperations}}

    def __init__(self, context: AgentContext) -> None:
        """Start with nothing expected.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}
    {{/hasOperations}}

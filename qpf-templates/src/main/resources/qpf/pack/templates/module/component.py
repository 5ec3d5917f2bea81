{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}:
    """{{purpose.doc}}"""

    def __init__(self, context: AgentContext) -> None:
        """Take the bound domain code from the agent's context.

        Args:
            context: The agent's configuration, audit log, metrics and domain code.
        """
        self.context = context
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

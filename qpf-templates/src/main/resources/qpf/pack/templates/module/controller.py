{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import agent
from {{agent.root}}.core.context import AgentContext
{{#agent.parts}}
from {{dotted}} import {{className}}
{{/agent.parts}}
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(agent.AgentController):
    """{{agent.name.doc}} as a whole: its parts, its life cycle and its status."""

    def __init__(self, context: AgentContext) -> None:
        """Make the parts of the agent.

        Args:
            context: What the parts share: configuration, memory, events, metrics, domain code.
        """
        super().__init__(context)
        {{#agent.parts}}
        self.{{attribute}} = self.add({{className}}(context))
        {{/agent.parts}}
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

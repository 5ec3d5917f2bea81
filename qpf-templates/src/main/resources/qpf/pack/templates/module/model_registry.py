{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import learning
from {{agent.root}}.core.context import AgentContext
from {{agent.refs.learning_loop.dotted}} import LEARNING
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(learning.ModelRegistry):
    """Promotes and takes back model versions of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Start without a promoted version.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, LEARNING)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

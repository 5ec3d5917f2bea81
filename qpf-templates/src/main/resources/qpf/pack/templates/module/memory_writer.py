{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import memorymanager
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.memorymanager import LayerSpec, Retention
{{> part/operation_imports.py}}

{{#layer}}
LAYER: Final = {{> part/layer.py}}

{{/layer}}
{{> part/operation_specs.py}}


class {{className}}(memorymanager.MemoryWriter):
    """Writes the {{#layer}}{{layer.doc}}{{/layer}} memory of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layer.

        Args:
            context: The agent's clock and storage.
        """
        super().__init__(context, LAYER)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

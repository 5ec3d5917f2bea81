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


class {{className}}(memorymanager.Cache):
    """Keeps results of {{agent.name.doc}} for as long as the layer's TTL says."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layer that holds the cache.

        Args:
            context: The agent's clock and storage.
        """
        super().__init__(context, LAYER)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

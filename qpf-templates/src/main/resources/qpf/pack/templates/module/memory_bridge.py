{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import memorymanager
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.memorymanager import LayerSpec, Retention
{{> part/operation_imports.py}}

{{#agent.memory}}
{{constant}}: Final = {{> part/layer.py}}

{{/agent.memory}}
LAYERS: Final[tuple[LayerSpec, ...]] = ({{#agent.memory}}{{constant}}, {{/agent.memory}})
{{> part/operation_specs.py}}


class {{className}}(memorymanager.MemoryManager):
    """The memory layers of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layers.

        Args:
            context: The agent's clock, storage and events.
        """
        super().__init__(context, LAYERS)
        {{#agent.memory}}
        self.{{attribute}} = self.layer({{layer.py}})
        {{/agent.memory}}
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

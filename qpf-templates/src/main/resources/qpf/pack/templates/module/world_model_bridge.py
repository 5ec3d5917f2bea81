{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.worldmodel import interface
from {{agent.root}}.worldmodel.interface import WorldModelSpec
{{> part/operation_imports.py}}

{{#agent.worldModel}}
WORLD_MODEL: Final = WorldModelSpec(
    enabled={{enabled}},
    models={{models}},
    connectors={{connectors}},
    model_type={{modelType.py}},
    use_cases={{useCases}},
    update_frequency={{updateFrequency.py}},
    context_window={{contextWindow.py}},
)
{{/agent.worldModel}}
{{> part/operation_specs.py}}


class {{className}}(interface.WorldModel):
    """What {{agent.name.doc}} believes of its world."""

    def __init__(self, context: AgentContext) -> None:
        """Start with an empty world.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, WORLD_MODEL)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

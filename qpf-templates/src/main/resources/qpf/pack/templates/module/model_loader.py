{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import reasoning
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

MODELS: Final[tuple[str, ...]] = {{agent.reasoning.allModels}}
{{> part/operation_specs.py}}


class {{className}}(reasoning.ModelCatalog):
    """Loads the declared models of {{agent.name.doc}}, each once."""

    def __init__(self, context: AgentContext) -> None:
        """Start with no model loaded.

        Args:
            context: The agent's audit log.
        """
        super().__init__(context, MODELS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

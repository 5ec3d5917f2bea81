{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import observability
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

LOG_FILES: Final[tuple[str, ...]] = {{agent.settings.logFiles}}
{{> part/operation_specs.py}}


class {{className}}(observability.AgentLogger):
    """Writes the log of {{agent.name.doc}}, one JSON line an event."""

    def __init__(self, context: AgentContext) -> None:
        """Open the log.

        Args:
            context: The agent's name, clock and data folder.
        """
        super().__init__(context, LOG_FILES)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

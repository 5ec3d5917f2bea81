{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(governance.ReportGenerator):
    """Sums up what {{agent.name.doc}} did: audit log, escalations, decisions, metrics."""
    {{#hasOperations}}

    def __init__(self, context: AgentContext) -> None:
        """Report on one agent.

        Args:
            context: The agent's audit log, escalations, decisions and metrics.
        """
        super().__init__(context)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}
    {{/hasOperations}}

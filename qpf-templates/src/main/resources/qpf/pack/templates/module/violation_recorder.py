{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
{{> part/operation_imports.py}}

AUDIT_SCOPE: Final[tuple[str, ...]] = {{agent.governance.auditScope}}
{{> part/operation_specs.py}}


class {{className}}(governance.ViolationRecorder):
    """Records what broke a rule of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Record within the agent's audit scope.

        Args:
            context: The agent's audit log.
        """
        super().__init__(context, AUDIT_SCOPE)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

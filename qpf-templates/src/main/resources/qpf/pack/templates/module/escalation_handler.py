{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
from {{agent.refs.governance_bridge.dotted}} import POLICY
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(governance.EscalationDesk):
    """Keeps the open escalations of {{agent.name.doc}} until an anchor decides."""

    def __init__(self, context: AgentContext) -> None:
        """Serve the anchors of the agent's policy.

        Args:
            context: The agent's escalations and audit log.
        """
        super().__init__(context, POLICY)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

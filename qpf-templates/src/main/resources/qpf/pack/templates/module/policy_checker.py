{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
from {{agent.refs.governance_bridge.dotted}} import POLICY
{{> part/operation_imports.py}}

{{> part/operation_specs.py}}


class {{className}}(governance.PolicyChecker):
    """Checks readings against the policy of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Check by the agent's policy.

        Args:
            context: The agent's audit log.
        """
        super().__init__(context, POLICY)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

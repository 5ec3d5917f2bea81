{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import governance
from {{agent.root}}.core.context import AgentContext
{{> part/trigger_imports.py}}
{{> part/operation_imports.py}}

{{#agent.governance}}
POLICY: Final = Policy(
    mode={{mode.py}},
    human_override={{humanOverride}},
    anchors=(
        {{#anchors}}
        Anchor(name={{name.py}}, role={{role.py}}, channels={{channels}}),
        {{/anchors}}
    ),
    audit_scope={{auditScope}},
    triggers=(
        {{#triggers}}
        {{> part/trigger.py}}
        {{/triggers}}
    ),
    guidance={{guidance}},
)
{{/agent.governance}}
{{> part/operation_specs.py}}


class {{className}}(governance.Governance):
    """Asks people when a trigger of {{agent.name.doc}} fires."""

    def __init__(self, context: AgentContext) -> None:
        """Watch over one agent.

        Args:
            context: The agent's configuration, audit log, events and notifications.
        """
        super().__init__(context, POLICY)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

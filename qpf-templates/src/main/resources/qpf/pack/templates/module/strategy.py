{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import reasoning
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.reasoning import ReasoningSpec
{{> part/operation_imports.py}}

{{#agent.reasoning}}
REASONING: Final = ReasoningSpec(
    framework={{framework.py}},
    model={{model.py}},
    strategies={{strategies}},
    scope_days={{scopeDays}},
    fusion_mode={{fusionMode.py}},
    sources={{sources}},
)
{{/agent.reasoning}}
{{> part/operation_specs.py}}


class {{className}}(reasoning.StrategyEngine):
    """Decides for {{agent.name.doc}} by the strategies that fall to this module."""

    def __init__(self, context: AgentContext) -> None:
        """Take the bound strategies from the agent's context.

        Args:
            context: The agent's domain code, decision log and clock.
        """
        super().__init__(context, REASONING)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

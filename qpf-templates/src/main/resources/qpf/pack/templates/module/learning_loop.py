{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import learning
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.learning import LearningSpec
{{> part/trigger_imports.py}}
{{> part/operation_imports.py}}

{{#agent.learning}}
LEARNING: Final = LearningSpec(
    architecture={{architecture.py}},
    modules={{modules}},
    channels={{channels}},
    update_mode={{updateMode.py}},
    autotune={{autotune}},
    rollback_on_regression={{rollbackOnRegression}},
    stability_threshold={{stabilityThreshold}},
    target={{target.py}},
    retrain_hours={{retrainHours}},
    reward=(
        {{#reward}}
        {{> part/trigger.py}}
        {{/reward}}
    ),
    penalty=(
        {{#penalty}}
        {{> part/trigger.py}}
        {{/penalty}}
    ),
)
{{/agent.learning}}
{{> part/operation_specs.py}}


class {{className}}(learning.LearningLoop):
    """Turns feedback on {{agent.name.doc}} into reward and penalty."""

    def __init__(self, context: AgentContext) -> None:
        """Start with an empty history.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, LEARNING)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.orchestration import taskscheduler
from {{agent.root}}.orchestration.taskscheduler import Schedule
{{> part/operation_imports.py}}

SCHEDULES: Final[tuple[Schedule, ...]] = (
    {{#agent.learning.retrains}}
    Schedule(name="retraining", every_s={{agent.learning.retrainHours}} * 3600),
    {{/agent.learning.retrains}}
)
{{> part/operation_specs.py}}


class {{className}}(taskscheduler.TaskScheduler):
    """Runs the recurring work of {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Plan the schedules.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, SCHEDULES)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

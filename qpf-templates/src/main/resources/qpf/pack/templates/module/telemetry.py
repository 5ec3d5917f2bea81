{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import observability
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.observability import Alert, MetricSpec
{{> part/trigger_imports.py}}
{{> part/operation_imports.py}}

METRICS: Final[tuple[MetricSpec, ...]] = (
    {{#agent.telemetry.metrics}}
    MetricSpec({{py}}),
    {{/agent.telemetry.metrics}}
)

ALERTS: Final[tuple[Alert, ...]] = (
    {{#agent.telemetry.alerts}}
    Alert(
        name={{name.py}},
        receiver={{receiver.py}},
        condition={{trigger.condition}},
        words={{trigger.words.py}},
    ),
    {{/agent.telemetry.alerts}}
)
{{> part/operation_specs.py}}


class {{className}}(observability.Telemetry):
    """Reports the metrics of {{agent.name.doc}} and fires its alerts."""

    def __init__(self, context: AgentContext) -> None:
        """Register the metrics.

        Args:
            context: The agent's metrics, audit log and notifications.
        """
        super().__init__(context, METRICS, ALERTS)
        {{> part/operation_init.py}}

    {{> part/operation_methods.py}}

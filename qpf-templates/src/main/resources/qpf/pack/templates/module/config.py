{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import configuration
from {{agent.root}}.core.configuration import AgentSettings, RetryPolicy

SETTINGS: Final = AgentSettings(
    agent={{agent.name.py}},
    version={{agent.version.py}},
    package="{{agent.packageName}}",
    {{#agent.settings}}
    port={{port}},
    api_mode={{apiMode.py}},
    runtime={{runtime.py}},
    environment={{environment.py}},
    {{#hasTaskLimit}}
    task_limit={{taskLimit}},
    {{/hasTaskLimit}}
    {{#hasDecisionLatency}}
    decision_latency_ms={{decisionLatencyMs}},
    {{/hasDecisionLatency}}
    {{#hasLogFiles}}
    log_files={{logFiles}},
    {{/hasLogFiles}}
    {{#retries}}
    retry=RetryPolicy(
        max_retries={{maxRetries}},
        backoff_multiplier={{backoffMultiplier}},
        initial_delay_ms={{initialDelayMs}},
    ),
    {{/retries}}
    {{/agent.settings}}
)


class {{className}}(configuration.ConfigManager):
    """The settings of {{agent.name.doc}}, as the schema and the environment give them."""

    def __init__(self, settings: AgentSettings = SETTINGS) -> None:
        """Start from the schema's settings.

        Args:
            settings: Where overrides from the environment are laid over.
        """
        super().__init__(settings)

{{> part/banner.py}}

from typing import Final

from fastapi import FastAPI

from {{agent.root}}.core.agent import AgentController
from {{agent.root}}.core.api import Endpoint, create_app
from {{agent.root}}.core.context import AgentContext, Runtime
from {{agent.root}}.core.runner import Service
from {{agent.refs.bindings.dotted}} import BINDINGS
from {{agent.refs.config.dotted}} import {{agent.refs.config.className}}
from {{agent.refs.controller.dotted}} import {{agent.refs.controller.className}}
from {{agent.root}}.core.payload import PayloadModel
{{#agent.operations}}
{{#contractImports}}
from {{contracts}} import {{.}}
{{/contractImports}}
{{/agent.operations}}

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    {{#agent.endpoints}}
    Endpoint(
        operation={{operation.py}},
        method={{method.py}},
        path={{path.py}},
        {{#guarded}}
        auth={{auth}},
        {{/guarded}}
        {{#builtIn}}
        builtin={{builtin}},
        {{/builtIn}}
        request={{request}},
        response={{response}},
    ),
    {{/agent.endpoints}}
)


class {{className}}:
    """Serves {{agent.name.doc}} over HTTP."""

    def __init__(self, controller: AgentController) -> None:
        """Make the application of one agent.

        Args:
            controller: Answers for the agent's status and operations.
        """
        self.controller = controller
        self.app: FastAPI = create_app(controller, ENDPOINTS)


def build(runtime: Runtime) -> Service:
    """Build the agent in a runtime, with its bound domain code.

    Args:
        runtime: Shared with the other agents of the process.

    Returns:
        The agent's controller and its HTTP application.
    """
    settings = {{agent.refs.config.className}}().load()
    context = AgentContext(settings, runtime, BINDINGS)
    controller = {{agent.refs.controller.className}}(context)
    return Service(controller, {{className}}(controller).app)

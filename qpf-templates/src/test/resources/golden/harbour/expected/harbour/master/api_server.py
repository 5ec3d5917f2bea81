"""HarbourMaster: api_server.

Serves the agent's endpoints over HTTP.

Extracted from agents/harbour_master.yaml
    deployment.endpoints
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI

from harbour.core.agent import AgentController
from harbour.core.api import Endpoint, create_app
from harbour.core.context import AgentContext, Runtime
from harbour.core.runner import Service
from harbour.master.bindings import BINDINGS
from harbour.master.config_manager import ConfigManager
from harbour.master.controller import Controller

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        operation="admit",
        method="POST",
        path="/master/v6/admit",
    ),
    Endpoint(
        operation="status",
        method="GET",
        path="/master/v6/status",
        builtin="status",
    ),
)


class ApiServer:
    """Serves HarbourMaster over HTTP."""

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
    settings = ConfigManager().load()
    context = AgentContext(settings, runtime, BINDINGS)
    controller = Controller(context)
    return Service(controller, ApiServer(controller).app)

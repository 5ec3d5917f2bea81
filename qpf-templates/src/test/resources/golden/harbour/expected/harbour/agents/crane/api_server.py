"""Crane: api_server.

Serves the agent's endpoints over HTTP.

Extracted from agents/crane.yaml
    deployment.endpoints
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI

from harbour.agents.crane.bindings import BINDINGS
from harbour.agents.crane.config_manager import ConfigManager
from harbour.agents.crane.contracts import PlanLiftRequest, PlanLiftResponse
from harbour.agents.crane.crane_controller import CraneController
from harbour.core.agent import AgentController
from harbour.core.api import Endpoint, create_app
from harbour.core.context import AgentContext, Runtime
from harbour.core.runner import Service

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        operation="plan_lift",
        method="POST",
        path="/crane/v6/lift",
        auth="*",
        request=PlanLiftRequest,
        response=PlanLiftResponse,
    ),
    Endpoint(
        operation="crane_status",
        method="GET",
        path="/crane/v6/status",
        builtin="status",
    ),
)


class ApiServer:
    """Serves Crane over HTTP."""

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
    controller = CraneController(context)
    return Service(controller, ApiServer(controller).app)

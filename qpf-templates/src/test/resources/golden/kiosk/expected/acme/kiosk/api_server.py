"""Kiosk: api_server.

Serves the agent's endpoints over HTTP.

Extracted from agents/kiosk.yaml
    deployment.endpoints
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI

from acme.core.agent import AgentController
from acme.core.api import Endpoint, create_app
from acme.core.context import AgentContext, Runtime
from acme.core.runner import Service
from acme.kiosk.bindings import BINDINGS
from acme.kiosk.config_manager import ConfigManager
from acme.kiosk.controller import Controller

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        operation="sell",
        method="POST",
        path="/kiosk/v6/sell",
    ),
    Endpoint(
        operation="status",
        method="GET",
        path="/kiosk/v6/status",
        builtin="status",
    ),
)


class ApiServer:
    """Serves Kiosk over HTTP."""

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

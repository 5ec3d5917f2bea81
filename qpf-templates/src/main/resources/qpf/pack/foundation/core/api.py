"""The HTTP interface of an agent: its endpoints, its vital signs and its packets."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Final, TypeAlias, get_origin

from fastapi import FastAPI, Request, Response
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from .agent import AgentController
from .canonical import parse_json
from .context import AgentContext
from .errors import (
    AuthenticationError,
    AuthorizationError,
    ConfigurationError,
    InvalidRequestError,
    PacketUnhandledError,
    RequestTooLargeError,
)
from .execution import OperationSpec
from .openapi import BODILESS, ContractSchemas, Endpoint
from .packetprotocol import PacketEnvelope
from .payload import Payload, PayloadModel, to_wire
from .problems import CorrelationMiddleware, add_problem_handlers
from .security import Principal, require
from .transport import PEER_SCOPE

__all__ = ["Endpoint", "MAX_BODY_BYTES", "create_app"]

_LOG: Final = logging.getLogger(__name__)
MAX_BODY_BYTES: Final = 8 * 1024 * 1024
_Handler: TypeAlias = Callable[[Request], Awaitable[Response]]

_BUILTINS: Final = (
    Endpoint("status", "GET", "/v6/status", builtin="status", summary="Status."),
    Endpoint("health", "GET", "/v6/health", builtin="health", summary="Health."),
    Endpoint("ready", "GET", "/v6/ready", builtin="ready", summary="Readiness."),
    Endpoint("metrics", "GET", "/v6/metrics", builtin="metrics", summary="Metrics."),
)
_PACKETS: Final = Endpoint(
    "packets", "POST", "/v6/packets", auth=PEER_SCOPE, summary="Take a packet."
)
_RECEIVED: Final = {
    "partial": HTTPStatus.MULTI_STATUS,
    "recorded": HTTPStatus.ACCEPTED,
}
_OPERATIONS: Final = Endpoint(
    "operations",
    "POST",
    "/v6/operations/{name}",
    auth=PEER_SCOPE,
    summary="Run an operation for another agent.",
)


def create_app(controller: AgentController, endpoints: tuple[Endpoint, ...]) -> FastAPI:
    """Make the application that serves an agent.

    Besides the schema's endpoints it serves GET /v6/status, /v6/health, /v6/ready and
    /v6/metrics, and to agents with the scope `peer` POST /v6/packets and
    POST /v6/operations/{name}. A path that the schema declares itself stands as declared.
    The application starts and stops the agent with itself.

    Args:
        controller: The agent.
        endpoints: The schema's endpoints; an operation that no module has declared is
            declared here, so that it answers 501 until code is bound to it.

    Returns:
        The application.

    Raises:
        ConfigurationError: Two endpoints share a method and a path.
    """
    context = controller.context
    for endpoint in endpoints:
        _declare(context, endpoint)
    taken = {endpoint.way for endpoint in endpoints}
    served = (
        *endpoints,
        *(it for it in (*_BUILTINS, _PACKETS, _OPERATIONS) if it.way not in taken),
    )
    app = _AgentApp(controller, ContractSchemas(served))
    api = _Api(controller)
    for endpoint in sorted(served, key=_has_parameters):
        app.serve(endpoint, api.handler(endpoint))
    return app


class _AgentApp(FastAPI):
    """A FastAPI application with an agent's lifetime and contracts."""

    def __init__(self, controller: AgentController, schemas: ContractSchemas) -> None:
        """Prepare an application without routes.

        Args:
            controller: The agent, started and stopped with the application.
            schemas: The models of its contracts.
        """

        @asynccontextmanager
        async def lifespan(_: FastAPI) -> AsyncIterator[None]:
            """Keep the agent running while the application serves."""
            await controller.start()
            yield
            await controller.stop()

        settings = controller.context.settings
        super().__init__(
            title=settings.agent,
            version=settings.version,
            docs_url=None,
            redoc_url=None,
            lifespan=lifespan,
        )
        self._schemas = schemas
        self._served: set[str] = set()
        self.add_middleware(CorrelationMiddleware)
        add_problem_handlers(self)

    def serve(self, endpoint: Endpoint, handler: _Handler) -> None:
        """Add an endpoint.

        Raises:
            ConfigurationError: Its method and path are taken.
        """
        if endpoint.way in self._served:
            raise ConfigurationError(
                f"Two endpoints are served at {endpoint.method} {endpoint.path}."
            )
        self._served.add(endpoint.way)
        self.add_api_route(
            endpoint.path,
            handler,
            methods=[endpoint.method],
            name=endpoint.operation,
            operation_id=self._schemas.identifier(endpoint),
            summary=next(iter(endpoint.summary.splitlines()), endpoint.operation),
            response_model=None,
            openapi_extra=self._schemas.operation(endpoint),
        )

    def openapi(self) -> dict[str, object]:
        """Give the OpenAPI document, with the models of all contracts."""
        if not self.openapi_schema:
            document = super().openapi()
            document["components"] = {
                "schemas": self._schemas.components(),
                "securitySchemes": {
                    "bearer": {
                        "type": "http",
                        "scheme": "bearer",
                        "bearerFormat": "JWT",
                    }
                },
            }
            self.openapi_schema = document
        return self.openapi_schema


class _Api:
    """Answers the requests of one agent."""

    def __init__(self, controller: AgentController) -> None:
        """Answer for an agent."""
        self._controller = controller
        self._context = controller.context

    def handler(self, endpoint: Endpoint) -> _Handler:
        """Give the function that answers an endpoint's requests."""
        answer = self._answerer(endpoint)

        async def handle(request: Request) -> Response:
            """Let the caller pass first, then answer: 401 and 403 before all else."""
            self._guard(request, endpoint)
            return await answer(request)

        return handle

    def _answerer(self, endpoint: Endpoint) -> _Handler:
        """Give what answers an endpoint once the caller may pass."""
        if endpoint is _PACKETS:
            return self._packet
        if endpoint is _OPERATIONS:
            return self._named_operation
        if endpoint.builtin is not None:
            return {
                "status": self._status,
                "health": self._health,
                "ready": self._ready,
                "metrics": self._metrics,
            }[endpoint.builtin]

        async def operate(request: Request) -> Response:
            """Run the endpoint's operation; without code, its request is not read."""
            name, operations = endpoint.operation, self._context.operations
            bound = operations.bound(name)
            payload = await _payload(request, endpoint) if bound else {}
            return _json(await operations.call(name, payload))

        return operate

    def _guard(self, request: Request, endpoint: Endpoint) -> None:
        """Check the caller's token where an endpoint asks for one; audit refusals.

        Raises:
            AuthenticationError: There is no token, or it is not valid.
            AuthorizationError: The token lacks the endpoint's scope.
        """
        if endpoint.auth is None:
            return
        try:
            require(self._principal(request), endpoint.auth)
        except (AuthenticationError, AuthorizationError) as error:
            self._context.metrics.count("access_refused_total")
            if endpoint.auth == PEER_SCOPE:
                _LOG.warning(
                    "%s refused an agent at %s %s: %s",
                    self._context.name,
                    endpoint.method,
                    endpoint.path,
                    error.detail,
                )
            self._context.audit.record(
                "access",
                error.outcome,
                {"operation": endpoint.operation, "status": error.status},
            )
            raise

    def _principal(self, request: Request) -> Principal | None:
        """Find out who calls; None if they do not say."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return None
        return self._context.runtime.tokens.verify(token.strip())

    async def _status(self, _: Request) -> Response:
        """Answer with the agent's status."""
        return _json(self._controller.status())

    async def _health(self, _: Request) -> Response:
        """Answer with the agent's health; 503 when it has failed."""
        health = self._controller.health()
        return _json(health, 200 if health["status"] == "ok" else 503)

    async def _ready(self, _: Request) -> Response:
        """Answer whether the agent takes requests; 503 when it does not."""
        ready = self._controller.ready()
        return _json({"ready": ready}, 200 if ready else 503)

    async def _metrics(self, _: Request) -> Response:
        """Answer with the agent's metrics in the text format of Prometheus."""
        exposition = self._context.metrics.exposition()
        return Response(exposition, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _packet(self, request: Request) -> Response:
        """Take a packet and answer with its receipt.

        The status is 202 where the schema asks for nothing to be done with the packet,
        and 207 where nothing is known of some of its steps.

        Raises:
            PacketUnhandledError: What should handle it is not bound or not known.
        """
        packet = PacketEnvelope.from_wire(await _body(request))
        receipt = await self._context.packets.accept(packet)
        if receipt.status == "unhandled":
            raise PacketUnhandledError(
                self._context.name,
                packet.packet_type,
                receipt.trouble(),
                receipt=receipt.to_wire(),
            )
        return _json(receipt.to_wire(), _RECEIVED.get(receipt.status, HTTPStatus.OK))

    async def _named_operation(self, request: Request) -> Response:
        """Run an operation by its name."""
        name = str(request.path_params["name"])
        return _json(await self._context.operations.call(name, await _body(request)))


def _has_parameters(endpoint: Endpoint) -> bool:
    """Say whether a path takes segments: such a one must not hide a plain one."""
    return "{" in endpoint.path


def _declare(context: AgentContext, endpoint: Endpoint) -> None:
    """Declare an endpoint's operation, unless the controller answers it."""
    if endpoint.builtin is not None:
        return
    name = endpoint.operation
    spec = context.operations.spec(name) or OperationSpec(name)
    if endpoint.request is None and endpoint.response is None:
        context.payload_operation(spec)
    else:
        request = endpoint.request or PayloadModel
        context.operation(spec, request, endpoint.response or PayloadModel)


async def _payload(request: Request, endpoint: Endpoint) -> Payload:
    """Read a request: its query string or its body, and what its path names.

    A query parameter that is given several times, or whose field is a list, is a list.
    """
    if endpoint.method not in BODILESS:
        return {**await _body(request), **request.path_params}
    query = request.query_params
    lists = _list_fields(endpoint)
    given: dict[str, object] = {}
    for name in query:
        values = query.getlist(name)
        given[name] = values if name in lists or len(values) > 1 else values[0]
    return {**given, **request.path_params}


def _list_fields(endpoint: Endpoint) -> frozenset[str]:
    """Give the names, on the wire and in Python, of the request's fields of lists."""
    model = endpoint.request
    if model is None:
        return frozenset()
    return frozenset(
        known
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) in (list, tuple, set, frozenset)
        for known in (name, field.validation_alias)
        if isinstance(known, str)
    )


async def _body(request: Request) -> Mapping[str, object]:
    """Read a request's body: a JSON object, an empty body being an empty one.

    Raises:
        RequestTooLargeError: The body has more than MAX_BODY_BYTES.
        InvalidRequestError: It is no JSON object.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise RequestTooLargeError(MAX_BODY_BYTES)
    if not body:
        return {}
    document = parse_json(bytes(body))
    if not isinstance(document, dict):
        raise InvalidRequestError("The body must be a JSON object.")
    return document


def _json(payload: Payload, status: int = 200) -> Response:
    """Answer with a JSON object."""
    return Response(to_wire(payload), status_code=status, media_type="application/json")

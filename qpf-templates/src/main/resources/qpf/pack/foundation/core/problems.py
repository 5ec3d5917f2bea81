"""The edge of the API: correlation ids in and out, errors as problem documents."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .correlation import CORRELATION_HEADER, correlated, correlation_id
from .errors import AgentError
from .payload import to_wire

PROBLEM_TYPE: Final = "application/problem+json"
_LOG: Final = logging.getLogger(__name__)
_SCOPE_KEY: Final = "correlation_id"
_WELL_FORMED: Final = re.compile(r"[A-Za-z0-9._:/+=@-]{1,128}")


class CorrelationMiddleware:
    """Runs each request under its correlation id and repeats the id in the response.

    An id that is absent, too long or not printable is replaced by a new one.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request; what is not HTTP passes untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(CORRELATION_HEADER, "")
        with correlated(given if _WELL_FORMED.fullmatch(given) else None) as flow:
            scope[_SCOPE_KEY] = flow

            async def stamp(message: Message) -> None:
                """Add the id to the response's head."""
                if message["type"] == "http.response.start":
                    MutableHeaders(scope=message)[CORRELATION_HEADER] = flow
                await send(message)

            await self._app(scope, receive, stamp)


def add_problem_handlers(app: FastAPI) -> None:
    """Let an application answer every error with a problem document."""
    app.add_exception_handler(AgentError, _answer)
    app.add_exception_handler(HTTPException, _answer)
    app.add_exception_handler(Exception, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    """Answer an error; of one that nobody foresaw, only that it happened is told."""
    headers: dict[str, str] = {}
    if isinstance(error, AgentError):
        problem = error.problem()
        if error.status == HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = "Bearer"
    elif isinstance(error, HTTPException):
        problem = _plain(error.status_code, str(error.detail))
        headers.update(error.headers or {})
    else:
        problem = _plain(HTTPStatus.INTERNAL_SERVER_ERROR, "The agent has failed.")
    flow = str(request.scope.get(_SCOPE_KEY) or correlation_id())
    headers[CORRELATION_HEADER] = flow
    if int(str(problem["status"])) >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error(
            "%s %s answered %s: %s",
            request.method,
            request.url.path,
            problem["status"],
            problem["detail"],
        )
    return Response(
        to_wire({**problem, "instance": request.url.path, "correlation_id": flow}),
        status_code=int(str(problem["status"])),
        headers=headers,
        media_type=PROBLEM_TYPE,
    )


def _plain(status: int, detail: str) -> dict[str, object]:
    """Give the problem document of a bare HTTP status."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
    }

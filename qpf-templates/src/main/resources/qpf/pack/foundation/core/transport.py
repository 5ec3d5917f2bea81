"""Calls to other agents: in this process where they live here, else over HTTP."""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import httpx
from pydantic import BaseModel, ValidationError

from .correlation import CORRELATION_HEADER, correlated, correlation_id
from .errors import AgentError, PeerError, PeerRefusedError, PeerTimeoutError
from .execution import OperationSpec
from .operations import ResponseT
from .packetprotocol import PacketEnvelope, Receipt
from .payload import Payload, to_payload, to_wire

if TYPE_CHECKING:
    from .context import AgentContext, Runtime

PEER_SCOPE: Final = "peer"
_LOG: Final = logging.getLogger(__name__)
_DEFAULT_TIMEOUT_S: Final = 30.0
_TRANSIENT: Final = frozenset({429, 502, 503, 504})


class Peer:
    """Another agent, as one agent sees it."""

    def __init__(self, context: AgentContext, name: str) -> None:
        """Point at another agent; it is looked for when it is called.

        Args:
            context: The agent that calls.
            name: The agent that is called.
        """
        self.name: Final = name
        self._context = context

    async def call(
        self, spec: OperationSpec, request: BaseModel, response: type[ResponseT]
    ) -> ResponseT:
        """Call an operation of the peer with a contract.

        Args:
            spec: The operation as the peer declares it.
            request: The request.
            response: The model that the answer must fit.

        Returns:
            The answer.

        Raises:
            PeerError: The peer cannot be reached, or its answer does not fit.
            AgentError: The peer lives in this process and failed.
        """
        answer = await self.call_payload(spec, to_payload(request))
        try:
            return response.model_validate(dict(answer), by_alias=True, by_name=True)
        except ValidationError as error:
            raise PeerError(
                self.name, f"the answer to {spec.name} breaches its contract."
            ) from error

    async def call_payload(self, spec: OperationSpec, payload: Payload) -> Payload:
        """Call an operation of the peer with a JSON object.

        What may pass (no connection, overload) is tried again as the caller's settings
        say; what the peer refuses is not.

        Args:
            spec: The operation as the peer declares it.
            payload: The request.

        Returns:
            The answer, a JSON object.

        Raises:
            PeerError: The peer cannot be reached, or it refused.
            AgentError: The peer lives in this process and failed.
        """
        pauses = iter(self._context.settings.retry.delays())
        with correlated(None):
            while True:
                try:
                    return await self._attempt(spec, payload)
                except PeerError as error:
                    pause = next(pauses, None) if error.transient else None
                    if pause is None or not self._context.in_time(pause):
                        self._log_failed(spec, error)
                        raise
                except AgentError as error:
                    self._log_failed(spec, error)
                    raise
                self._context.metrics.count("peer_retries_total", peer=self.name)
                await asyncio.sleep(pause)

    def _log_failed(self, spec: OperationSpec, error: AgentError) -> None:
        """Tell the operator of a call that is given up."""
        _LOG.warning(
            "%s called %s of %s (%s) in vain: %s",
            self._context.name,
            spec.name,
            self.name,
            self._context.runtime.address(self.name),
            error.detail,
        )

    async def _attempt(self, spec: OperationSpec, payload: Payload) -> Payload:
        """Call the peer once and audit how it went."""
        details = {"peer": self.name, "operation": spec.name}
        try:
            answer = await self._reach(spec, payload)
        except AgentError as error:
            self._record("failed", {**details, "error": error.detail})
            if isinstance(error, PeerRefusedError):
                self._context.metrics.count("peer_refusals_total", peer=self.name)
            raise
        self._record("ok", details)
        return answer

    async def _reach(self, spec: OperationSpec, payload: Payload) -> Payload:
        """Find the way to the peer and take it."""
        runtime = self._context.runtime
        local = runtime.contexts().get(self.name)
        if local is not None:
            return await local.operations.call(spec.name, payload)
        return await _Line(runtime, self._context.name, self.name).post(
            f"/v6/operations/{quote(spec.name, safe='')}", payload, spec.timeout_ms
        )

    def _record(self, outcome: str, details: Payload) -> None:
        """Count and audit one attempt."""
        self._context.metrics.count("peer_calls_total", peer=self.name, outcome=outcome)
        self._context.audit.record("peer_call", outcome, details)


class PeerClient:
    """The client of one peer: base of an agent's client modules."""

    def __init__(
        self,
        context: AgentContext,
        peer: str,
        methods: tuple[OperationSpec, ...] = (),
    ) -> None:
        """Point at a peer and wire its operations to this agent's steps.

        Args:
            context: The agent that calls.
            peer: The agent that is called.
            methods: The peer's operations that the glue wires.
        """
        self.peer: Final = context.peer(peer)
        for method in methods:
            context.wire(method, peer)


class PacketCarrier:
    """Carries packets to agents in other processes: what the packet bus falls back to."""

    def __init__(self, runtime: Runtime) -> None:
        """Carry packets for the agents of a runtime."""
        self._runtime = runtime

    async def deliver(self, packet: PacketEnvelope) -> Receipt:
        """Hand a packet to its destination over HTTP.

        Args:
            packet: The packet; its destination lives in another process.

        Returns:
            The destination's receipt.

        Raises:
            PeerError: The destination is not configured, does not answer, or refuses.
        """
        line = _Line(self._runtime, packet.source, packet.destination)
        answer = await line.send("/v6/packets", packet.to_wire(), None)
        wire = _receipt(answer) or line.read(answer)
        try:
            return Receipt.from_wire(wire)
        except AgentError as error:
            raise PeerError(packet.destination, "its receipt is not one.") from error


class _Line:
    """The line from one agent to another that lives in another process."""

    def __init__(self, runtime: Runtime, caller: str, peer: str) -> None:
        """Prepare to call a peer as an agent."""
        self._runtime = runtime
        self._caller = caller
        self._peer = peer

    async def post(
        self, path: str, payload: Payload, timeout_ms: int | None
    ) -> Payload:
        """Send a JSON object and wait for another; see `send` and `read`."""
        return self.read(await self.send(path, payload, timeout_ms))

    async def send(
        self, path: str, payload: Payload, timeout_ms: int | None
    ) -> httpx.Response:
        """Send a JSON object.

        Args:
            path: Where to, below the peer's base URL.
            payload: The object to send.
            timeout_ms: Longest pause of the connection in milliseconds; None is 30 s.

        Returns:
            What the peer answers, be it a refusal.

        Raises:
            PeerTimeoutError: The peer does not answer in time.
            PeerError: The peer is not configured, or cannot be reached.
        """
        url = self._runtime.ecosystem.peers.get(self._peer)
        if url is None:
            raise PeerError(
                self._peer,
                "it runs nowhere that this process knows of; its address is missing under"
                " peers in the configuration.",
            )
        token = self._runtime.tokens.issue(self._caller, [PEER_SCOPE])
        timeout_s = _DEFAULT_TIMEOUT_S if timeout_ms is None else timeout_ms / 1000
        try:
            return await self._runtime.http().post(
                url.rstrip("/") + path,
                content=to_wire(payload),
                headers={
                    "Content-Type": "application/json",
                    "Authorization": f"Bearer {token}",
                    CORRELATION_HEADER: correlation_id(),
                },
                timeout=timeout_s,
            )
        except httpx.TimeoutException as error:
            raise PeerTimeoutError(
                self._peer,
                f"no answer within {timeout_s:g} s.",
                transient=True,
            ) from error
        except httpx.HTTPError as error:
            raise PeerError(
                self._peer,
                f"no answer ({type(error).__name__}).",
                transient=True,
            ) from error

    def read(self, answer: httpx.Response) -> Payload:
        """Read an answer.

        Raises:
            PeerRefusedError: The peer does not take the token.
            PeerError: It is not a success, or no JSON object.
        """
        body = _object(answer)
        if answer.is_success and body is not None:
            return body
        if answer.status_code == HTTPStatus.UNAUTHORIZED:
            advice = self._runtime.tokens.advice()
            _LOG.warning("%s refuses %s: %s", self._peer, self._caller, advice)
            raise PeerRefusedError(
                self._peer, "it answered 401 and does not take this agent's token."
            )
        body = body or {}
        # A peer that says why it failed is alive, and has tried its own peers again.
        explained = str(body.get("type", "")).startswith("urn:problem:peer")
        raise PeerError(
            self._peer,
            f"it answered {answer.status_code}. {body.get('detail', '')}".rstrip(),
            transient=answer.status_code in _TRANSIENT and not explained,
        )


def _object(answer: httpx.Response) -> dict[str, object] | None:
    """Give the JSON object of an answer; None if it has none."""
    try:
        body: object = answer.json()
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _receipt(answer: httpx.Response) -> dict[str, object] | None:
    """Give the receipt of a packet that arrived and was not handled; None for others."""
    if answer.status_code != HTTPStatus.NOT_IMPLEMENTED:
        return None
    receipt = (_object(answer) or {}).get("receipt")
    return receipt if isinstance(receipt, dict) else None

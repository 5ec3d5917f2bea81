"""The context of an agent: all that its modules stand on, and how they find each other."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

import httpx

from .audit import AuditLog, DecisionLog, DecisionRecord
from .bindings import Bindings, Strategy
from .clock import Clock, SystemClock, has_time
from .configuration import AgentSettings, Ecosystem
from .errors import ConfigurationError, UnknownNameError
from .events import AgentEvents, EventBus
from .execution import OperationSpec
from .governance import (
    Anchor,
    Escalation,
    EscalationDesk,
    EscalationLog,
    Governance,
    Notifications,
    Reading,
)
from .memorymanager import MemoryLayer, MemoryManager
from .metrics import Metrics
from .notifications import load_sink
from .operations import (
    Operation,
    OperationRegistry,
    PayloadOperation,
    RequestT,
    ResponseT,
)
from .packetprotocol import AgentPackets, PacketBus
from .payload import Payload
from .security import TokenService
from .storage import AgentDatabase, Store
from .telemetry import Alert, Telemetry
from .transport import PacketCarrier, Peer

_LOG: Final = logging.getLogger(__name__)
_THREADS: Final = 32
_MOST_THREADS: Final = 256
_PartT = TypeVar("_PartT", Governance, MemoryManager, Telemetry)
_CURRENT: Final[ContextVar[AgentContext]] = ContextVar("current_context")


class Runtime:
    """What the agents of one process share."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        data_dir: Path | None = None,
        secret: str | None = None,
        ecosystem: Ecosystem | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Set up the buses, the outbox and the tokens.

        Args:
            clock: Tells the time; the machine's clock when absent.
            data_dir: Folder for stores, logs and audit trails; the ecosystem's when
                absent, and without either everything stays in memory.
            secret: Signs the tokens, at least 32 bytes; else it is read from the
                environment variable that the ecosystem names, else made up.
            ecosystem: The collection's configuration.
            transport: Carries calls to peers in other processes; HTTP when absent.

        Raises:
            ConfigurationError: The secret is too short to be safe, or a channel's code
                cannot be had.
        """
        self.clock: Clock = clock or SystemClock()
        self.ecosystem = ecosystem or Ecosystem()
        self.data_dir = data_dir or self.ecosystem.data_dir
        self.events = EventBus()
        self.packets = PacketBus(PacketCarrier(self).deliver)
        self.notifications = Notifications(self.clock)
        for channel, code in self.ecosystem.channels.items():
            self.notifications.plug(channel, load_sink(channel, code))
        self.tokens = TokenService(
            secret or self.ecosystem.secret(os.environ),
            self.clock,
            self.ecosystem.secret_env,
        )
        self._transport = transport
        self._http: httpx.AsyncClient | None = None
        self._contexts: dict[str, AgentContext] = {}

    def contexts(self) -> Mapping[str, AgentContext]:
        """Give the agents of this process by name, in the order of their making."""
        return MappingProxyType(self._contexts)

    def address(self, agent: str) -> str:
        """Say where an agent is, for the log: outside of it addresses are nobody's."""
        if agent in self._contexts:
            return "in this process"
        return self.ecosystem.peers.get(agent, "no address")

    def register(self, context: AgentContext) -> None:
        """Add an agent.

        Raises:
            ConfigurationError: The process has an agent of this name already.
        """
        if context.name in self._contexts:
            raise ConfigurationError(f"There are two agents named {context.name}.")
        self._contexts[context.name] = context

    def http(self) -> httpx.AsyncClient:
        """Give the client for peers in other processes, opened at its first use."""
        if self._http is None:
            self._http = httpx.AsyncClient(transport=self._transport)
        return self._http

    async def aclose(self) -> None:
        """Close connections and stores; the runtime is not used after this."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None
        for context in self._contexts.values():
            context.close()


class AgentContext:
    """One agent: its settings, its domain code, and its place in the runtime."""

    def __init__(
        self,
        settings: AgentSettings,
        runtime: Runtime | None = None,
        bindings: Bindings | None = None,
    ) -> None:
        """Make the context and register it in the runtime.

        Args:
            settings: What the schema fixes.
            runtime: What is shared with other agents; one of its own when absent.
            bindings: The domain code; nothing is bound when absent.

        Raises:
            ConfigurationError: The runtime has an agent of this name, or something that
                is bound cannot be called.
        """
        self.settings = settings
        self.name: Final = settings.agent
        self.runtime = runtime or Runtime()
        self.bindings = (bindings or Bindings()).instantiated()
        self.clock = self.runtime.clock
        self.audit = AuditLog(self.name, self.clock, self.file("audit.jsonl"))
        self.metrics = Metrics(self.name)
        self.decisions = DecisionLog(self.name, self.clock)
        self.escalations = EscalationLog()
        self.threads: Executor = ThreadPoolExecutor(
            max_workers=min(settings.task_limit or _THREADS, _MOST_THREADS),
            thread_name_prefix=self.name,
        )
        self.operations = OperationRegistry(self)
        self.events = AgentEvents(self)
        self.packets = AgentPackets(self)
        self._wired: dict[str, tuple[OperationSpec, str]] = {}
        self._missed: set[str] = set()
        self._parts: list[object] = []
        self._database: AgentDatabase | None = None
        self.runtime.register(self)

    def operation(
        self,
        spec: OperationSpec,
        request: type[RequestT],
        response: type[ResponseT],
    ) -> Operation[RequestT, ResponseT]:
        """Declare an operation with a contract.

        Several modules may declare the same one: they share its code, and the first stands
        for its name.

        Args:
            spec: What the schema says about it.
            request: The model of a request; PayloadModel for any JSON object.
            response: The model of a response; PayloadModel for any JSON object.

        Returns:
            The operation, to be called.
        """
        operation = Operation(self, spec, request, response)
        self.operations.declare(operation)
        return operation

    def payload_operation(self, spec: OperationSpec) -> PayloadOperation:
        """Declare an operation without a contract; see `operation`."""
        operation = PayloadOperation(self, spec)
        self.operations.declare(operation)
        return operation

    def strategy(self, name: str) -> Strategy | None:
        """Give the code that is bound to a strategy; None if there is none."""
        return self.bindings.strategies.get(name)

    def record_decision(
        self,
        operation: str,
        inputs: Payload,
        outcome: Payload,
        duration_s: float,
    ) -> DecisionRecord:
        """Add a decision of this agent to its log; see `DecisionLog.record`."""
        return self.decisions.record(operation, inputs, outcome, duration_s)

    def peer(self, name: str) -> Peer:
        """Give the way to another agent, in this process or in another one."""
        return Peer(self, name)

    def wire(self, spec: OperationSpec, peer: str) -> None:
        """Let steps of the name of a peer's operation reach that peer."""
        self._wired.setdefault(spec.name, (spec, peer))

    def peers(self) -> tuple[str, ...]:
        """Give the agents that this one calls or sends packets to, each once."""
        called = [peer for _, peer in self._wired.values()]
        return tuple(dict.fromkeys([*called, *self.packets.destinations()]))

    async def step(self, name: str, payload: Payload) -> Payload:
        """Take one step of a longer way.

        A step is, in this order, an operation of this agent that has code, an operation of
        a wired peer, a declared operation without code, a packet type that this agent
        sends, or an event that it declares.

        Args:
            name: The step.
            payload: What is known so far.

        Returns:
            The payload with the step's result over it. A step that is none of these is
            logged, counted and audited as unknown_step, and the payload comes back as it
            is.

        Raises:
            PeerError: The peer or the packet's destination cannot be reached.
            PacketUnhandledError: The packet arrived, and nothing there could handle it.
            AgentError: The step failed.
        """
        with self.entered():
            if self.operations.bound(name):
                result = await self.operations.call(name, payload)
            elif name in self._wired:
                spec, peer = self._wired[name]
                result = await self.peer(peer).call_payload(spec, payload)
            elif self.operations.declared(name):
                result = await self.operations.call(name, payload)
            elif self.packets.sends(name):
                result = await self.packets.ask(name, payload)
            elif self.events.declares(name):
                await self.events.publish(name, payload)
                result = {}
            else:
                self._miss(name)
                result = {}
        return {**payload, **result}

    def _miss(self, name: str) -> None:
        """Make a step that means nothing seen where people look: log, metric and audit."""
        if name not in self._missed:
            self._missed.add(name)
            _LOG.warning(
                "%s knows no step %r and skips it, now and later.", self.name, name
            )
        self.metrics.count("unknown_steps_total")
        self.audit.record(name, "unknown_step")

    def in_time(self, seconds: float) -> bool:
        """Say whether a pause would end before the deadline of the running operation."""
        return has_time(self.clock, seconds)

    def knows_step(self, name: str) -> bool:
        """Say whether `step` would do anything for a name."""
        return (
            name in self.operations.names()
            or name in self._wired
            or self.packets.sends(name)
            or self.events.declares(name)
        )

    def keep(self, part: Governance | MemoryManager | Telemetry) -> None:
        """Let domain code reach a part of the agent; the first one of its kind stays."""
        self._parts.append(part)

    def memory(self, layer: str) -> MemoryLayer:
        """Give a memory layer with the keyspace, lifetime and index of the schema.

        Args:
            layer: The layer's name, such as working.

        Raises:
            UnknownNameError: The schema declares no such layer.
            ConfigurationError: This agent has no memory module.
        """
        return self._part(MemoryManager).layer(layer)

    async def report(self, metric: str, value: float) -> tuple[Alert, ...]:
        """Record a value of a metric that the schema declares.

        Metrics that the schema does not know are counted by `metrics`.

        Args:
            metric: The metric's name, as declared.
            value: Its value, in the metric's own unit.

        Returns:
            The alerts that hold because of it; their receivers have been told.

        Raises:
            UnknownNameError: The schema does not declare the metric.
            InvalidRequestError: The value is no number.
            ConfigurationError: This agent has no telemetry module.
        """
        return await self._part(Telemetry).report(metric, value)

    def desk(self) -> EscalationDesk:
        """Give the desk where the anchors of the agent's policy decide.

        Raises:
            ConfigurationError: No governance watches over this agent.
        """
        return EscalationDesk(self, self._part(Governance).policy)

    async def assess(self, reading: Reading) -> tuple[Escalation, ...]:
        """Hold what domain code knows against the policy of the agent.

        Args:
            reading: Metrics and events, by the names that the schema's conditions use.

        Returns:
            The escalations of the triggers that fired; see `Governance.assess`.

        Raises:
            ConfigurationError: No governance watches over this agent.
        """
        return await self._part(Governance).assess(reading)

    async def notify(self, receiver: str, subject: str, body: str) -> None:
        """Tell somebody something, by the channels that policy and ecosystem give them.

        Args:
            receiver: An anchor of the policy or of the ecosystem, or the receiver of an
                alert that the schema declares; case, blanks and underscores are free.
            subject: What it is about.
            body: The message.

        Raises:
            UnknownNameError: Nobody is called so.
        """
        anchor = self._receiver(receiver)
        await self.runtime.notifications.notify(anchor, subject, body)

    def _receiver(self, name: str) -> Anchor:
        """Find whom a name means, with all channels.

        Raises:
            UnknownNameError: Nobody is called so.
        """
        telemetries = [it for it in self._parts if isinstance(it, Telemetry)]
        governances = [it for it in self._parts if isinstance(it, Governance)]
        for governance in governances:
            if (anchor := governance.policy.anchor(name)) is not None:
                return governance.reachable(anchor)
        if (anchor := self.runtime.ecosystem.anchor(name)) is not None:
            return anchor
        for telemetry in telemetries:
            if (receiver := telemetry.receiver(name)) is not None:
                return Anchor(name=receiver)
        known = [it for part in governances for it in part.policy.anchor_names()]
        known += self.runtime.ecosystem.anchors
        known += [it for part in telemetries for it in part.receivers()]
        raise UnknownNameError("anchor or receiver", name, tuple(known))

    def storage(self, layer: str) -> Store:
        """Give the store of a memory layer; all modules of the agent share it.

        Args:
            layer: The layer's name.

        Returns:
            A store in the agent's file in the data folder, or in memory without one.
        """
        if self._database is None:
            self._database = AgentDatabase(self.file("memory.sqlite3"), self.clock)
        return self._database.store(layer)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Make this agent the current one for a block, its tasks and its threads."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)

    def _part(self, kind: type[_PartT]) -> _PartT:
        """Give the part of a kind.

        Raises:
            ConfigurationError: The agent has none.
        """
        for part in self._parts:
            if isinstance(part, kind):
                return part
        raise ConfigurationError(f"{self.name} has no {kind.__name__}.")

    def close(self) -> None:
        """Close the agent's memory and threads; neither is used after this."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        if self._database is not None:
            self._database.close()
            self._database = None

    def file(self, name: str) -> Path | None:
        """Give the path of a file of this agent in the data folder.

        Args:
            name: The file's name, without folders.

        Returns:
            The path; its folder may not be there yet. None if all stays in memory.
        """
        folder = self.runtime.data_dir
        return None if folder is None else folder / _file_name(self.name) / name


def current_context() -> AgentContext:
    """Give the agent whose operation, packet or event is being handled.

    Raises:
        ConfigurationError: No agent is at work here.
    """
    context = _CURRENT.get(None)
    if context is None:
        raise ConfigurationError("No operation of an agent is running here.")
    return context


def _file_name(text: str) -> str:
    """Give a name that is safe for a file, lower-case and in ASCII."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_") or "agent"

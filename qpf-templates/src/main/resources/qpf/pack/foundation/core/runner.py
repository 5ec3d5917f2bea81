"""The runner: the agents of a collection in one process, each on its own port."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import uvicorn
from fastapi import FastAPI

from .agent import AgentController
from .context import Runtime
from .correlation import FlowFilter
from .ecosystem import Ecosystem, load_ecosystem
from .errors import AgentError, ConfigurationError, UnknownAgentError

_LOG: Final = logging.getLogger(__name__)
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
_LOG_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s [%(flow)s] %(message)s"
_GRACE_S: Final = 5
_USAGE: Final = 2
_TICK_S: Final = 0.01


@dataclass(frozen=True)
class Service:
    """An agent, ready to be served.

    Attributes:
        controller: The agent.
        app: Its HTTP interface.
    """

    controller: AgentController
    app: FastAPI


Builder: TypeAlias = Callable[[Runtime], Service]


@dataclass(frozen=True)
class Address:
    """Where an agent is served.

    Attributes:
        agent: The agent's name.
        url: Its base URL.
    """

    agent: str
    url: str


class _Server(uvicorn.Server):
    """A server that leaves the signals of the process to the runner."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


def main(
    builders: Sequence[Builder],
    argv: Sequence[str] | None = None,
    *,
    config: Path | None = None,
) -> int:
    """Run agents as the command line says, until the process is told to stop.

    Args:
        builders: Builds each agent of the collection, in the order of extraction.
        argv: The arguments; those of the process when absent.
        config: The ecosystem's configuration where the command line names none; without
            such a file the agents run on what is built in.

    Returns:
        The exit status: 0 after a clean stop, 1 when an agent could not run, 2 when the
        command line is wrong.
    """
    parser = argparse.ArgumentParser(description="Run the agents of this collection.")
    parser.add_argument("agents", nargs="*", help="names of the agents; all if none")
    parser.add_argument("--data", type=Path, help="folder for stores, logs and audit")
    parser.add_argument(
        "--config",
        type=Path,
        default=config if config and config.is_file() else None,
        help="the ecosystem's configuration",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    arguments = parser.parse_args(argv)
    return run_all(
        builders,
        arguments.agents,
        data_dir=arguments.data,
        config=arguments.config,
        host=arguments.host,
    )


def run_all(
    builders: Sequence[Builder],
    only: Sequence[str] = (),
    *,
    data_dir: Path | None = None,
    config: Path | None = None,
    host: str = "127.0.0.1",
) -> int:
    """Run agents in this process until it gets SIGINT or SIGTERM.

    Args:
        builders: Builds each agent.
        only: Names of the agents to run; all when empty.
        data_dir: Folder for stores, logs and audit trails.
        config: The ecosystem's configuration file.
        host: The address that the servers listen on.

    Returns:
        The exit status: 0 after a clean stop, 1 when an agent could not run, 2 when there
        is no agent of a name; why stands on standard error.
    """
    handler = logging.StreamHandler()
    handler.addFilter(FlowFilter())
    logging.basicConfig(format=_LOG_FORMAT, level=logging.WARNING, handlers=[handler])
    try:
        ecosystem = load_ecosystem(config) if config else Ecosystem()
        runtime = Runtime(data_dir=data_dir, ecosystem=ecosystem)
        services = tuple(build(runtime) for build in chosen(builders, only))
        _warn(runtime)
        asyncio.run(_run_until_signal(runtime, services, host))
    except UnknownAgentError as error:
        print(error, file=sys.stderr)
        return _USAGE
    except (AgentError, OSError, ExceptionGroup) as error:
        print(f"The agents do not run: {error}", file=sys.stderr)
        return 1
    return 0


def chosen(builders: Sequence[Builder], only: Sequence[str]) -> tuple[Builder, ...]:
    """Choose builders by the names of their agents.

    Args:
        builders: All builders.
        only: Names of agents, or last segments of their packages, in any case; all agents
            when empty.

    Returns:
        The builders of the agents that are meant, in the order of `builders`. The others
        are no part of the process, so that nothing reaches them in it.

    Raises:
        UnknownAgentError: There is no agent of a name.
    """
    if not only:
        return tuple(builders)
    controllers = [build(Runtime()).controller for build in builders]
    names = [_names(controller) for controller in controllers]
    wanted = {name.lower() for name in only}
    unknown = [name for name in only if name.lower() not in frozenset().union(*names)]
    if unknown:
        known = [controller.context.name for controller in controllers]
        raise UnknownAgentError(_unknown(unknown, known))
    return tuple(
        build for build, known in zip(builders, names, strict=True) if known & wanted
    )


def _unknown(names: Sequence[str], known: Sequence[str]) -> str:
    """Word the error for names that no agent has, with those that may be meant."""
    folded = {name.lower(): name for name in known}
    near = {
        folded[match]
        for name in names
        for match in difflib.get_close_matches(name.lower(), folded, 1)
    }
    question = f" Did you mean {', '.join(sorted(near))}?" if near else ""
    return (
        f"There is no agent {', '.join(names)}.{question}"
        f" The agents are {', '.join(known)}."
    )


def _warn(runtime: Runtime) -> None:
    """Log what will fail while the agents run, though they start."""
    here, ecosystem = runtime.contexts(), runtime.ecosystem
    if runtime.tokens.made_up:
        place = ecosystem.secret_env or "the variable that secret_env names"
        _LOG.warning(
            "No secret in %s: this process signs with one that it made up, so that agents"
            " in other processes answer 401 to it, and it to them.",
            place,
        )
    for context in here.values():
        for peer in context.peers():
            if peer not in here and peer not in ecosystem.peers:
                _LOG.warning(
                    "%s needs %s, which neither runs in this process nor stands under"
                    " peers in the configuration.",
                    context.name,
                    peer,
                )
        for publisher in context.events.publishers():
            if publisher not in here:
                _LOG.warning(
                    "%s observes %s, which does not run in this process: events do not"
                    " cross processes.",
                    context.name,
                    publisher,
                )
        for packet_type, steps in context.packets.unknown_steps().items():
            _LOG.warning(
                "%s knows no step %s of its packet %s.",
                context.name,
                ", ".join(steps),
                packet_type,
            )


def _names(controller: AgentController) -> frozenset[str]:
    """Give the names by which an agent may be chosen, in lower case."""
    settings = controller.context.settings
    return frozenset(
        {settings.agent.lower(), settings.package.rpartition(".")[2].lower()}
    )


@asynccontextmanager
async def serving(
    runtime: Runtime, services: Sequence[Service], host: str = "127.0.0.1"
) -> AsyncIterator[tuple[Address, ...]]:
    """Start agents and serve them for the length of a block.

    Args:
        runtime: What the agents share; closed when the block ends.
        services: The agents, started in this order.
        host: The address that the servers listen on.

    Yields:
        Where each agent is served; port 0 has become the port that was free.

    Raises:
        ConfigurationError: An agent's port cannot be had.
        Exception: What the start of an agent raised; the others are stopped again.
    """
    async with AsyncExitStack() as stack:
        stack.push_async_callback(runtime.aclose)
        sockets = [stack.enter_context(_listen(service, host)) for service in services]
        for service in services:
            await service.controller.start()
            stack.push_async_callback(service.controller.stop)
        for service, listener in zip(services, sockets, strict=True):
            await stack.enter_async_context(_served(service, listener))
        yield tuple(
            _address(service, listener)
            for service, listener in zip(services, sockets, strict=True)
        )


@contextmanager
def _listen(service: Service, host: str) -> Iterator[socket.socket]:
    """Hold the port of an agent.

    Raises:
        ConfigurationError: Somebody else has it, or the host is not one's own.
    """
    settings = service.controller.context.settings
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, settings.port), family=family)
    except OSError as error:
        raise ConfigurationError(
            f"{settings.agent} cannot listen on {host}:{settings.port}: {error}"
        ) from error
    with listener:
        yield listener


@asynccontextmanager
async def _served(service: Service, listener: socket.socket) -> AsyncIterator[None]:
    """Serve an agent on a socket, with a grace of some seconds for open requests."""
    server = _Server(
        uvicorn.Config(
            service.app,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
    )
    serving_it = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving_it.done():
        await asyncio.sleep(_TICK_S)
    try:
        yield
    finally:
        server.should_exit = True
        await serving_it


def _address(service: Service, listener: socket.socket) -> Address:
    """Give the address of an agent that is served on a socket."""
    host, port = listener.getsockname()[:2]
    return Address(service.controller.context.name, base_url(host, port))


def base_url(host: str, port: int) -> str:
    """Give the base URL of an address; one of IPv6 stands in brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def _run_until_signal(
    runtime: Runtime, services: Sequence[Service], host: str
) -> None:
    """Serve agents, say where, and stop cleanly at SIGINT or SIGTERM."""
    told = asyncio.Event()
    with _signals(asyncio.get_running_loop(), told):
        async with serving(runtime, services, host) as addresses:
            for service, address in zip(services, addresses, strict=True):
                print(_line(service, address), flush=True)
            await told.wait()


@contextmanager
def _signals(loop: asyncio.AbstractEventLoop, told: asyncio.Event) -> Iterator[None]:
    """Set an event when the process is told to stop, in place of the usual handlers."""
    before = {
        number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(told.set))
        for number in _SIGNALS
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _line(service: Service, address: Address) -> str:
    """Give the line that says where an agent is served and what it can do."""
    operations = service.controller.context.operations
    unbound = len(operations.unbound())
    return (
        f"{address.agent} {service.controller.context.settings.version} {address.url}"
        f" (operations: {len(operations.names()) - unbound} bound, {unbound} unbound)"
    )

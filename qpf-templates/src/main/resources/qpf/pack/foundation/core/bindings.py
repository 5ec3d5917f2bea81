"""Bindings: the domain code that people wrote for an agent's operations and strategies."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from .errors import ConfigurationError

OperationCode: TypeAlias = Callable[..., object]
Strategy: TypeAlias = Callable[[Mapping[str, float]], float]
StrategyCode: TypeAlias = Strategy | Callable[[], Strategy]

_NO_OPERATIONS: Final[Mapping[str, OperationCode]] = MappingProxyType({})
_NO_STRATEGIES: Final[Mapping[str, StrategyCode]] = MappingProxyType({})


@dataclass(frozen=True)
class Bindings:
    """Domain code by the names that the schema gives.

    Attributes:
        operations: Functions, or classes with a `__call__`, by operation; plain or async.
        strategies: Functions from features to a score, or classes of such, by strategy.
    """

    operations: Mapping[str, OperationCode] = field(
        default_factory=lambda: _NO_OPERATIONS
    )
    strategies: Mapping[str, StrategyCode] = field(
        default_factory=lambda: _NO_STRATEGIES
    )

    def instantiated(self) -> BoundCode:
        """Make one instance of each bound class, without arguments.

        Returns:
            The code, each piece ready to be called with what its operation takes.

        Raises:
            ConfigurationError: What is bound cannot be called.
        """
        return BoundCode(
            operations=MappingProxyType(
                {name: _ready(name, code) for name, code in self.operations.items()}
            ),
            strategies=MappingProxyType(
                {
                    name: cast(Strategy, _ready(name, code))
                    for name, code in self.strategies.items()
                }
            ),
        )


@dataclass(frozen=True)
class BoundCode:
    """Bindings that are ready to run.

    Attributes:
        operations: What to call for each operation.
        strategies: What to call for each strategy.
    """

    operations: Mapping[str, OperationCode]
    strategies: Mapping[str, Strategy]


def _ready(name: str, code: OperationCode) -> OperationCode:
    """Give a function as it is and a class as an instance of it.

    Raises:
        ConfigurationError: The result cannot be called.
    """
    target: object = code() if isinstance(code, type) else code
    if not callable(target):
        raise ConfigurationError(f"What is bound to {name} cannot be called.")
    return target


async def invoke(code: OperationCode, /, *args: object, **kwargs: object) -> object:
    """Call bound code in the threads of the event loop; see `invoke_in`."""
    return await invoke_in(None, code, *args, **kwargs)


async def invoke_in(
    threads: Executor | None, code: OperationCode, /, *args: object, **kwargs: object
) -> object:
    """Call bound code: async code is awaited, plain code runs in a thread.

    Args:
        threads: Where plain code runs, in the context of the caller; None is the threads
            of the event loop.
        code: The bound code.
        args: Its positional arguments.
        kwargs: Its keyword arguments.

    Returns:
        What it returned.
    """
    call = partial(code, *args, **kwargs)
    if inspect.iscoroutinefunction(code) or inspect.iscoroutinefunction(
        getattr(code, "__call__", None)
    ):
        result = call()
    else:
        loop = asyncio.get_running_loop()
        result = await loop.run_in_executor(threads, copy_context().run, call)
    return await result if inspect.isawaitable(result) else result


def takes_payload(code: OperationCode) -> bool:
    """Say whether bound code asks for one mapping that is named payload."""
    try:
        names = tuple(inspect.signature(code).parameters)
    except (TypeError, ValueError):
        return False
    return names == ("payload",)

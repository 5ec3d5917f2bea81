"""Settings of an agent: what the schema says, and what an operator overrides."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from .ecosystem import Ecosystem, load_ecosystem
from .errors import ConfigurationError

__all__ = [
    "AgentSettings",
    "ConfigManager",
    "Ecosystem",
    "RetryPolicy",
    "load_ecosystem",
]

_PORTS: Final = range(0, 65536)
_LIMITS: Final = range(1, 1_000_000_000)


@dataclass(frozen=True)
class RetryPolicy:
    """How often, and after which pauses, a call to a peer is tried again.

    Attributes:
        max_retries: Further tries after the first one; 0 means none.
        backoff_multiplier: Factor from one pause to the next; at least 1.
        initial_delay_ms: The first pause in milliseconds.
    """

    max_retries: int = 0
    backoff_multiplier: float = 1.0
    initial_delay_ms: int = 0

    def delays(self) -> tuple[float, ...]:
        """Give the pause before each further try, in seconds."""
        return tuple(
            self.initial_delay_ms * self.backoff_multiplier**attempt / 1000
            for attempt in range(self.max_retries)
        )


@dataclass(frozen=True)
class AgentSettings:
    """What a schema fixes for one agent and an operator may tune.

    Attributes:
        agent: The agent's name, as the schema writes it.
        version: The schema's version.
        package: The dotted Python package of the agent.
        port: TCP port of the agent's server; 0 takes any free one.
        api_mode: Who the API is for, such as private or public.
        runtime: The runtime that the schema asks for; descriptive.
        environment: The environment that the schema deploys to; descriptive.
        task_limit: Tasks that may run at a time; None is unlimited.
        decision_latency_ms: Longest time that a decision should take, in milliseconds;
            None is no bound. Longer ones are counted and audited, not stopped.
        log_files: Log files, relative to the data folder.
        retry: How calls to peers are tried again.
        changed_at: When the change was made that this start deploys, aware; None where
            nobody says. Its deployment's lead time is measured from then.
    """

    agent: str
    version: str
    package: str
    port: int
    api_mode: str = "private"
    runtime: str = ""
    environment: str = ""
    task_limit: int | None = None
    decision_latency_ms: int | None = None
    log_files: tuple[str, ...] = ()
    retry: RetryPolicy = RetryPolicy()
    changed_at: datetime | None = None

    @property
    def env_prefix(self) -> str:
        """Give the prefix of the agent's environment variables: its name in capitals.

        What is neither an ASCII letter nor a digit becomes one underscore.
        """
        words = re.sub(r"[^A-Za-z0-9]+", "_", self.agent).strip("_").upper()
        return words if words[:1].isalpha() else f"AGENT_{words}".rstrip("_")

    def with_environment(self, environment: Mapping[str, str]) -> AgentSettings:
        """Apply the overrides that environment variables give.

        `<PREFIX>_PORT`, `_TASK_LIMIT`, `_DECISION_LATENCY_MS`, `_MAX_RETRIES` and
        `_INITIAL_DELAY_MS` are whole numbers; `_BACKOFF_MULTIPLIER` is a number;
        `_API_MODE` and `_ENVIRONMENT` are texts; `_CHANGED_AT` is a time of ISO 8601 with
        its zone. Limits also take `unlimited`.

        Args:
            environment: Variables by name, such as os.environ.

        Returns:
            New settings; variables that are absent change nothing.

        Raises:
            ConfigurationError: A value is not what its variable takes.
        """
        read = _Overrides(self.env_prefix, environment)
        return replace(
            self,
            port=read.whole("PORT", self.port, _PORTS),
            api_mode=read.text("API_MODE", self.api_mode),
            environment=read.text("ENVIRONMENT", self.environment),
            task_limit=read.limit("TASK_LIMIT", self.task_limit),
            changed_at=read.moment("CHANGED_AT", self.changed_at),
            decision_latency_ms=read.limit(
                "DECISION_LATENCY_MS", self.decision_latency_ms
            ),
            retry=RetryPolicy(
                max_retries=read.whole("MAX_RETRIES", self.retry.max_retries),
                backoff_multiplier=read.factor(
                    "BACKOFF_MULTIPLIER", self.retry.backoff_multiplier
                ),
                initial_delay_ms=read.whole(
                    "INITIAL_DELAY_MS", self.retry.initial_delay_ms
                ),
            ),
        )


class _Overrides:
    """Reads the variables of one prefix and says precisely what is wrong with them."""

    def __init__(self, prefix: str, environment: Mapping[str, str]) -> None:
        """Read variables that start with a prefix from an environment."""
        self._prefix = prefix
        self._environment = environment

    def text(self, name: str, default: str) -> str:
        """Read a text; absent gives the default."""
        return self._environment.get(f"{self._prefix}_{name}", default)

    def whole(self, name: str, default: int, allowed: range | None = None) -> int:
        """Read a whole number of at least 0; absent gives the default.

        Raises:
            ConfigurationError: The value is no such number, or not in the range.
        """
        value = self._environment.get(f"{self._prefix}_{name}")
        if value is None:
            return default
        if not re.fullmatch(r"[0-9]{1,9}", value.strip()):
            raise self._wrong(name, value, "a whole number of at least 0")
        number = int(value)
        if allowed is not None and number not in allowed:
            raise self._wrong(
                name, value, f"a number from {allowed.start} to {allowed.stop - 1}"
            )
        return number

    def limit(self, name: str, default: int | None) -> int | None:
        """Read a number of at least 1, or `unlimited` for None; absent gives the default.

        Raises:
            ConfigurationError: The value is neither.
        """
        value = self._environment.get(f"{self._prefix}_{name}", "")
        if value.strip().lower() == "unlimited":
            return None
        return self.whole(name, 0, _LIMITS) if value else default

    def factor(self, name: str, default: float) -> float:
        """Read a number of at least 1; absent gives the default.

        Raises:
            ConfigurationError: The value is no such number.
        """
        value = self._environment.get(f"{self._prefix}_{name}")
        if value is None:
            return default
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", value.strip()) or float(value) < 1:
            raise self._wrong(name, value, "a number of at least 1")
        return float(value)

    def moment(self, name: str, default: datetime | None) -> datetime | None:
        """Read a time of ISO 8601 with a zone; absent gives the default.

        Raises:
            ConfigurationError: The value is no such time.
        """
        value = self._environment.get(f"{self._prefix}_{name}")
        if value is None:
            return default
        try:
            at = datetime.fromisoformat(value.strip())
        except ValueError as error:
            raise self._wrong(name, value, "a time of ISO 8601") from error
        if at.tzinfo is None:
            raise self._wrong(name, value, "a time with its zone")
        return at

    def _wrong(self, name: str, value: str, wanted: str) -> ConfigurationError:
        """Word the error for a variable that has the wrong value."""
        return ConfigurationError(
            f"{self._prefix}_{name} is {value!r}; it takes {wanted}."
        )


class ConfigManager:
    """Gives an agent its settings: the schema's, with the operator's on top."""

    def __init__(self, settings: AgentSettings) -> None:
        """Start from the schema's settings.

        Args:
            settings: What the schema says; overrides never change this object.
        """
        self._declared = settings
        self._current = settings

    def load(self, environment: Mapping[str, str] | None = None) -> AgentSettings:
        """Apply an environment's overrides to the schema's settings.

        Args:
            environment: Variables by name; the process's own when absent.

        Returns:
            The settings that hold from now on.

        Raises:
            ConfigurationError: A variable has a value that it does not take.
        """
        variables = os.environ if environment is None else environment
        self._current = self._declared.with_environment(variables)
        return self._current

    def tunables(self) -> Mapping[str, object]:
        """Give what an operator may override, by environment variable, as it stands."""
        settings, prefix = self._current, self._current.env_prefix
        return {
            f"{prefix}_PORT": settings.port,
            f"{prefix}_API_MODE": settings.api_mode,
            f"{prefix}_ENVIRONMENT": settings.environment,
            f"{prefix}_TASK_LIMIT": settings.task_limit,
            f"{prefix}_DECISION_LATENCY_MS": settings.decision_latency_ms,
            f"{prefix}_MAX_RETRIES": settings.retry.max_retries,
            f"{prefix}_BACKOFF_MULTIPLIER": settings.retry.backoff_multiplier,
            f"{prefix}_INITIAL_DELAY_MS": settings.retry.initial_delay_ms,
            f"{prefix}_CHANGED_AT": settings.changed_at,
        }

"""The log of one agent: one JSON object a line, with the correlation id of its flow."""

from __future__ import annotations

import logging
from collections import deque
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Final

from .correlation import correlation_id
from .errors import ConfigurationError
from .payload import to_wire

if TYPE_CHECKING:
    from .context import AgentContext

_KEPT: Final = 10_000


class AgentLogger:
    """Writes events to the agent's log files, to memory and to the standard logging.

    A line goes to the file whose stem is a word of the event's name, so `anomaly_flagged`
    goes to `anomaly.log`; any other goes to the first file. Without a data folder nothing
    is written to disk.
    """

    def __init__(self, context: AgentContext, files: tuple[str, ...]) -> None:
        """Open the log.

        Args:
            context: The agent that logs.
            files: Log files, relative to the data folder; made at their first line.

        Raises:
            ConfigurationError: A file would lie outside of the data folder.
        """
        self._agent = context.settings.agent
        self._clock = context.clock
        self._logger = logging.getLogger(context.settings.package)
        self._lines: deque[str] = deque(maxlen=_KEPT)
        self._writing = Lock()
        self._files: dict[str, Path] = {}
        for file in files:
            relative = PurePosixPath(file)
            if relative.is_absolute() or ".." in relative.parts:
                raise ConfigurationError(f"{file} lies outside of the data folder.")
            if context.runtime.data_dir is not None:
                self._files[relative.stem] = context.runtime.data_dir / relative

    def log(self, event: str, **facts: object) -> None:
        """Write a line.

        Args:
            event: What happened, in one name.
            facts: Further members of the line, JSON values; they do not replace at,
                agent, event and correlation_id.

        Raises:
            OSError: The log file cannot be written.
            ValueError: A fact has no JSON form.
        """
        head = {
            "at": self._clock.now().isoformat(),
            "agent": self._agent,
            "event": event,
            "correlation_id": correlation_id(),
        }
        line = to_wire({**head, **facts, **head}).decode()
        self._lines.append(line)
        self._logger.info("%s", line)
        path = self._file_of(event)
        if path is not None:
            with self._writing:
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("a", encoding="utf-8") as file:
                    file.write(f"{line}\n")

    def lines(self) -> tuple[str, ...]:
        """Give the latest lines, oldest first, without their line ends."""
        return tuple(self._lines)

    def _file_of(self, event: str) -> Path | None:
        """Give the file for an event; None when nothing is written to disk."""
        for word in event.split("_"):
            if word in self._files:
                return self._files[word]
        return next(iter(self._files.values()), None)

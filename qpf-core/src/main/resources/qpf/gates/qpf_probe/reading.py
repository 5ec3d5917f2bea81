"""Which files of the project tests read, besides those that are known to matter.

A kept result must not outlive them, and no import tells of them.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

_LIBRARIES = {"site-packages", "__pycache__", ".git"}
_WRITING = frozenset("wax+")


def _writes(mode: str | None, flags: int) -> bool:
    if mode is None:
        return bool(flags & (os.O_WRONLY | os.O_RDWR))
    return not _WRITING.isdisjoint(mode)


class Reading:
    """Notes what is opened below a folder, from now on and for as long as the process lives."""

    def __init__(self, project: str, known: list[str]) -> None:
        """Begin to listen.

        Args:
            project: The folder that counts.
            known: Folders below it that count by other means.
        """
        self._project = project + os.sep
        self._known = tuple(it + os.sep for it in known)
        self._paths: set[str] = set()
        sys.addaudithook(self._heard)

    def _heard(self, event: str, facts: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(facts[0], (str, bytes)) and not _writes(*facts[1:]):
            path = os.path.abspath(os.fsdecode(facts[0]))
            if path.startswith(self._project) and not path.startswith(self._known):
                self._paths.add(path)

    def digests(self) -> dict[str, str]:
        """Give the fingerprint of each file that was opened and is still there, by its path."""
        found = {}
        for path in sorted(self._paths):
            file = Path(path)
            if file.is_file() and not _LIBRARIES.intersection(file.parts):
                found[path] = hashlib.sha256(file.read_bytes()).hexdigest()
        return found

"""What the results of tests depend on, besides the files that are known to matter.

A kept result must not outlive it, and no import tells of it: files that were opened, or
looked for and not found, folders that were listed, variables of the environment that were
asked for. What other processes read is not heard.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

_LIBRARIES = {"site-packages", "__pycache__", ".git"}
_SYSTEM = ("/bin", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sys", "/usr", "/var")
_WRITING = frozenset("wax+")
_LISTING = frozenset({"os.listdir", "os.scandir"})
# Shells, terminals and Maven set these for themselves, and who copies the environment asks for all.
_PASSING = frozenset({"_", "COLUMNS", "LINES", "OLDPWD", "PWD", "SHLVL", "TERM", "WINDOWID"})


def _writes(mode: str | None, flags: int) -> bool:
    if mode is None:
        return bool(flags & (os.O_WRONLY | os.O_RDWR))
    return not _WRITING.isdisjoint(mode)


def _folders(paths: list[str]) -> tuple[str, ...]:
    return tuple(os.path.realpath(it) + os.sep for it in paths)


def _fingerprint(path: Path) -> str:
    """Say what a path holds: `Reads` of the gates says the same in the same words."""
    if path.is_dir():
        names = sorted(it for it in os.listdir(path) if it != "__pycache__")
        return "folder " + hashlib.sha256("\n".join(names).encode()).hexdigest()
    if path.exists():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return "absent"


class Reading:
    """Notes what is read, from now on and for as long as the process lives."""

    def __init__(self, project: str, known: list[str]) -> None:
        """Begin to listen.

        Args:
            project: The folder in which everything counts that is not known.
            known: Folders that count by other means.
        """
        self._project = _folders([project])
        self._known = _folders(known)
        self._foreign = _folders([sys.prefix, sys.base_prefix, tempfile.gettempdir(), *_SYSTEM])
        self._paths: set[str] = set()
        self._names: set[str] = set()
        sys.addaudithook(self._heard)
        self._listen()

    def _heard(self, event: str, facts: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(facts[0], (str, bytes)) and not _writes(*facts[1:]):
            self._paths.add(os.path.abspath(os.fsdecode(facts[0])))
        elif event in _LISTING and not isinstance(facts[0], int):
            self._paths.add(os.path.abspath(os.fsdecode(facts[0] or ".")))

    def _listen(self) -> None:
        """Note each variable that somebody asks for; what is listed as a whole is not heard."""
        environment = type(os.environ)
        read = environment.__getitem__
        names = self._names

        def heard(self: os._Environ[str], key: str) -> str:
            names.add(key)
            return read(self, key)

        environment.__getitem__ = heard  # type: ignore[method-assign]

    def _counts(self, path: Path) -> bool:
        place = str(path) + os.sep
        if place.startswith(self._known) or _LIBRARIES.intersection(path.parts):
            return False
        return place.startswith(self._project) or not place.startswith(self._foreign)

    def digests(self) -> dict[str, str]:
        """Give the fingerprint of each file and folder that counts, by its path."""
        paths = sorted(self._paths)  # looking at them is heard as well
        real = {Path(os.path.realpath(it)) for it in paths}
        return {str(it): _fingerprint(it) for it in sorted(real) if self._counts(it)}

    def names(self) -> list[str]:
        """Give the variables of the environment that were asked for."""
        return sorted(it for it in self._names - _PASSING if not it.startswith("MAVEN_"))

"""The ecosystem: what the agents of a collection share, read from one YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

from .errors import ConfigurationError
from .policy import Anchor, folded

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NO_FACTS: Final[Mapping[str, object]] = MappingProxyType({})
_NO_CHANNELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


@dataclass(frozen=True)
class Ecosystem:
    """What the agents of a collection share, read from its configuration file.

    Attributes:
        name: The collection's name.
        data_dir: Folder for stores, logs and audit trails; None keeps all in memory.
        secret_env: Environment variable that holds the secret of the tokens.
        backends: Addresses of memory backends by name.
        anchors: Channels by which each governance anchor is reached.
        channels: Code that delivers over a channel, as module:callable, by channel.
        peers: Base URLs of agents that run in other processes.
        communication: Protocol, authentication and encryption; descriptive.
        facts: Whatever else the collection says of itself; descriptive.
    """

    name: str = ""
    data_dir: Path | None = None
    secret_env: str = ""
    backends: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_CHANNELS)
    channels: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    peers: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    communication: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    facts: Mapping[str, object] = field(default_factory=lambda: _NO_FACTS)

    def secret(self, environment: Mapping[str, str]) -> str | None:
        """Give the secret from its environment variable; None when it is not set."""
        return environment.get(self.secret_env) if self.secret_env else None

    def anchor(self, name: str) -> Anchor | None:
        """Give the anchor of a name, however it is written; None if there is none."""
        wanted = folded(name)
        for known, channels in self.anchors.items():
            if folded(known) == wanted:
                return Anchor(name=known, channels=channels)
        return None


def load_ecosystem(path: Path) -> Ecosystem:
    """Read an ecosystem's configuration file.

    Args:
        path: A YAML file with the keys name, data_dir (relative to the file), secret_env,
            backends, anchors, channels, peers and communication; each may be absent.

    Returns:
        The configuration.

    Raises:
        ConfigurationError: The file cannot be read or does not have this form.
    """
    document = _read_mapping(path)
    unknown = sorted(set(document) - {entry.name for entry in fields(Ecosystem)})
    if unknown:
        raise ConfigurationError(f"{path}: unknown keys: {', '.join(unknown)}.")
    data_dir = document.get("data_dir")
    return Ecosystem(
        name=str(document.get("name") or ""),
        data_dir=path.parent / str(data_dir) if data_dir else None,
        secret_env=str(document.get("secret_env") or ""),
        backends=_texts(path, document, "backends"),
        anchors=_anchors(path, document),
        channels=_texts(path, document, "channels"),
        peers=_texts(path, document, "peers"),
        communication=_texts(path, document, "communication"),
        facts=_mapping(path, document, "facts"),
    )


def _read_mapping(path: Path) -> Mapping[str, object]:
    """Read a YAML file whose top level is a mapping.

    Raises:
        ConfigurationError: It cannot be read, or its top level is something else.
    """
    try:
        document: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    if document is None:
        return {}
    if not isinstance(document, dict):
        raise ConfigurationError(f"{path}: the top level must be a mapping.")
    return {str(key): value for key, value in document.items()}


def _mapping(
    path: Path, document: Mapping[str, object], key: str
) -> Mapping[str, object]:
    """Read a mapping of any values; absent gives an empty one.

    Raises:
        ConfigurationError: The value is no mapping.
    """
    value = document.get(key)
    if value is None:
        return _NO_FACTS
    if not isinstance(value, dict):
        raise ConfigurationError(f"{path}: {key} must be a mapping.")
    return MappingProxyType({str(name): entry for name, entry in value.items()})


def _texts(path: Path, document: Mapping[str, object], key: str) -> Mapping[str, str]:
    """Read a mapping of texts; absent gives an empty one.

    Raises:
        ConfigurationError: The value is no mapping, or holds lists or mappings.
    """
    entries = _mapping(path, document, key)
    if any(isinstance(entry, (dict, list)) for entry in entries.values()):
        raise ConfigurationError(f"{path}: {key} must be a mapping of texts.")
    return MappingProxyType({name: str(entry) for name, entry in entries.items()})


def _anchors(
    path: Path, document: Mapping[str, object]
) -> Mapping[str, tuple[str, ...]]:
    """Read the channels of each anchor; absent gives an empty mapping.

    Raises:
        ConfigurationError: The value is no mapping of lists.
    """
    anchors: dict[str, tuple[str, ...]] = {}
    for name, channels in _mapping(path, document, "anchors").items():
        if not isinstance(channels, list):
            raise ConfigurationError(f"{path}: anchors.{name} must be a list.")
        anchors[name] = tuple(str(channel) for channel in channels)
    return MappingProxyType(anchors)

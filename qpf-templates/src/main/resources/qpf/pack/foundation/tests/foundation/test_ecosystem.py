"""The ecosystem's configuration file is read, and what is wrong in it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...core.ecosystem import Ecosystem, load_ecosystem
from ...core.errors import ConfigurationError

_WHOLE = """\
name: acme
data_dir: state
secret_env: ACME_SECRET
backends:
  redis: redis://127.0.0.1:6379
anchors:
  Ada: [email, slack]
  Committee: []
peers:
  LinkScorer: http://127.0.0.1:8000
communication:
  protocol: PacketEnvelope
facts:
  ports: {LinkScorer: 8000}
"""


def _written(folder: Path, text: str) -> Path:
    """Write a configuration file."""
    path = folder / "ecosystem.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    """Every key arrives; the data folder lies beside the file."""
    ecosystem = load_ecosystem(_written(tmp_path, _WHOLE))
    assert ecosystem.name == "acme"
    assert ecosystem.data_dir == tmp_path / "state"
    assert ecosystem.backends == {"redis": "redis://127.0.0.1:6379"}
    assert ecosystem.anchors == {"Ada": ("email", "slack"), "Committee": ()}
    assert ecosystem.peers == {"LinkScorer": "http://127.0.0.1:8000"}
    assert ecosystem.communication == {"protocol": "PacketEnvelope"}
    assert ecosystem.facts == {"ports": {"LinkScorer": 8000}}


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    """All keys may be absent."""
    assert load_ecosystem(_written(tmp_path, "")) == Ecosystem()


def test_the_secret_comes_from_its_variable() -> None:
    """It never stands in the file."""
    ecosystem = Ecosystem(secret_env="ACME_SECRET")
    assert ecosystem.secret({"ACME_SECRET": "s"}) == "s"
    assert ecosystem.secret({}) is None
    assert Ecosystem().secret({"": "s"}) is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- a list", "the top level must be a mapping"),
        ("a: [", "cannot be read"),
        ("peer: {}\nname: acme", "unknown keys: peer"),
        ("peers: [a]", "peers must be a mapping"),
        ("backends: {redis: {host: a}}", "backends must be a mapping of texts"),
        ("anchors: {Ada: email}", "anchors.Ada must be a list"),
        ("facts: 5", "facts must be a mapping"),
    ],
)
def test_a_wrong_file_is_named_with_its_fault(
    tmp_path: Path, text: str, complaint: str
) -> None:
    """A typing error in a key is not taken for an absent key."""
    path = _written(tmp_path, text)
    with pytest.raises(ConfigurationError, match=complaint) as caught:
        load_ecosystem(path)
    assert str(path) in caught.value.detail


def test_a_missing_file_and_other_encodings_are_refused(tmp_path: Path) -> None:
    """Both cannot be read, and the message says so."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_ecosystem(tmp_path / "none.yaml")
    broken = tmp_path / "latin.yaml"
    broken.write_bytes(b"name: \xff")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_ecosystem(broken)

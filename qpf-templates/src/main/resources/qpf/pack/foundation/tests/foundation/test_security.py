"""Tokens are signed and end in time; scopes let callers pass, or not."""

from __future__ import annotations

import jwt
import pytest

from ...core.clock import FixedClock
from ...core.errors import (
    AuthenticationError,
    AuthorizationError,
    ConfigurationError,
)
from ...core.security import Principal, TokenService, require
from .samples import NOON, SECRET


def _service() -> tuple[TokenService, FixedClock]:
    """Give a service and its clock."""
    clock = FixedClock(NOON)
    return TokenService(SECRET, clock), clock


def test_a_token_says_who_shows_it_and_what_they_may() -> None:
    """Scopes are kept as they are, blanks and all."""
    service, _ = _service()
    token = service.issue("ada", ["governance token", "read", "read"])
    assert service.verify(token) == Principal(
        "ada", frozenset({"governance token", "read"})
    )


def test_a_token_ends_at_its_second() -> None:
    """Valid until a moment before, not from then on."""
    service, clock = _service()
    token = service.issue("ada", ttl_s=60)
    clock.advance(59)
    assert service.verify(token).subject == "ada"
    clock.advance(1)
    with pytest.raises(AuthenticationError, match="expired"):
        service.verify(token)


def test_a_token_lasts_at_least_a_second() -> None:
    """One that ends before it begins is a mistake."""
    with pytest.raises(ValueError):
        _service()[0].issue("ada", ttl_s=0)


def _forged(
    claims: dict[str, object], secret: str = SECRET, algorithm: str = "HS256"
) -> str:
    """Sign claims that no service would issue."""
    return jwt.encode(claims, secret, algorithm=algorithm)


_GOOD: dict[str, object] = {"sub": "ada", "iat": 0, "exp": 4102444800, "scopes": []}


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty"),
        pytest.param("a.b.c", id="malformed"),
        pytest.param(_forged(_GOOD, "x" * 32), id="other secret"),
        pytest.param(_forged(_GOOD, SECRET * 2, "HS512"), id="other algorithm"),
        pytest.param(jwt.encode(_GOOD, None, algorithm="none"), id="unsigned"),
        pytest.param(
            _forged({key: _GOOD[key] for key in ("sub", "iat")}), id="never ends"
        ),
        pytest.param(_forged({**_GOOD, "scopes": "all"}), id="scopes no list"),
        pytest.param(_forged({**_GOOD, "exp": "never"}), id="end no time"),
        pytest.param(_forged({**_GOOD, "sub": 5}), id="subject no text"),
    ],
)
def test_a_token_that_was_not_issued_here_is_refused(token: str) -> None:
    """Whatever is wrong with it, the caller learns only that it is not valid."""
    with pytest.raises(AuthenticationError, match="not valid"):
        _service()[0].verify(token)


def test_the_token_of_a_good_forger_passes() -> None:
    """The forged claims of the test above are refused for their fault alone."""
    assert _service()[0].verify(_forged(_GOOD)).subject == "ada"


def test_a_short_secret_is_refused() -> None:
    """HMAC SHA-256 needs 32 bytes; an umlaut has two."""
    clock = FixedClock(NOON)
    with pytest.raises(ConfigurationError, match="32 bytes"):
        TokenService("x" * 31, clock)
    assert TokenService("ü" * 16, clock).issue("ada")


def test_without_a_secret_each_process_has_its_own() -> None:
    """Tokens of one are worth nothing to another."""
    clock = FixedClock(NOON)
    one, other = TokenService(None, clock), TokenService(None, clock)
    token = one.issue("ada")
    assert one.verify(token).subject == "ada"
    with pytest.raises(AuthenticationError):
        other.verify(token)


@pytest.mark.parametrize("scope", [None, "*", "read"])
def test_a_caller_with_the_scope_passes(scope: str | None) -> None:
    """None and * ask for any caller who is known."""
    ada = Principal("ada", frozenset({"read"}))
    assert require(ada, scope) is ada


def test_others_do_not_pass() -> None:
    """Unknown callers are asked who they are, known ones lack the scope."""
    with pytest.raises(AuthenticationError):
        require(None, None)
    with pytest.raises(AuthorizationError, match="governance"):
        require(Principal("ada", frozenset({"read"})), "governance")
    with pytest.raises(AuthorizationError):
        require(Principal("ada", frozenset()), "read")

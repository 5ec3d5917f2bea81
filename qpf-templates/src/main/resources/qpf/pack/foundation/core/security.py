"""Who a caller is and what they may do: signed tokens and scopes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import jwt

from .clock import Clock
from .errors import AuthenticationError, ConfigurationError, MissingScopeError

ANY_SCOPE: Final = "*"
_ALGORITHM: Final = "HS256"
_SHORTEST_SECRET: Final = 32
_HOUR_S: Final = 3600


@dataclass(frozen=True)
class Principal:
    """A caller who has proved who they are.

    Attributes:
        subject: The caller's name.
        scopes: What they may do.
    """

    subject: str
    scopes: frozenset[str]


class TokenService:
    """Issues and verifies tokens: JSON Web Tokens, signed with HMAC SHA-256."""

    def __init__(self, secret: str | None, clock: Clock, variable: str = "") -> None:
        """Take the secret that signs the tokens.

        Args:
            secret: At least 32 bytes in UTF-8, shared by all processes that accept each
                other's tokens. None makes one up that holds for this process only.
            clock: Tells when tokens begin and end.
            variable: The environment variable that the secret comes from, for messages.

        Raises:
            ConfigurationError: The secret is too short to be safe.
        """
        if secret is not None and len(secret.encode()) < _SHORTEST_SECRET:
            raise ConfigurationError(
                f"The tokens' secret needs at least {_SHORTEST_SECRET} bytes."
            )
        self.made_up: Final = not secret
        self._variable = variable
        self._secret = secret or secrets.token_hex(_SHORTEST_SECRET)
        self._clock = clock

    def advice(self) -> str:
        """Say what to do where another process does not take a token of this one."""
        place = (
            self._variable or "the variable that secret_env of its configuration names"
        )
        own = " This process has none and made one up." if self.made_up else ""
        return f"both processes need the same secret in {place}.{own}"

    def issue(
        self, subject: str, scopes: Iterable[str] = (), ttl_s: int = _HOUR_S
    ) -> str:
        """Sign a token.

        Args:
            subject: Who will show it.
            scopes: What it allows.
            ttl_s: Seconds for which it is valid; at least 1.

        Returns:
            The token in its compact form.

        Raises:
            ValueError: The token would never be valid.
        """
        if ttl_s < 1:
            raise ValueError("a token is valid for at least one second")
        now = self._clock.now()
        claims: dict[str, object] = {
            "sub": subject,
            "scopes": sorted(set(scopes)),
            "iat": int(now.timestamp()),
            "exp": int((now + timedelta(seconds=ttl_s)).timestamp()),
        }
        return jwt.encode(claims, self._secret, algorithm=_ALGORITHM)

    def verify(self, token: str) -> Principal:
        """Check a token's signature, form and time.

        Args:
            token: The token in its compact form.

        Returns:
            Who showed it.

        Raises:
            AuthenticationError: It is forged, malformed, not signed here or expired.
        """
        try:
            claims: dict[str, object] = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                options={
                    "require": ["sub", "exp", "iat"],
                    "verify_exp": False,
                    "verify_iat": False,
                },
            )
        except jwt.InvalidTokenError as error:
            raise AuthenticationError("The token is not valid.") from error
        expires, scopes = claims["exp"], claims.get("scopes", [])
        if not isinstance(expires, int) or not isinstance(scopes, list):
            raise AuthenticationError("The token is not valid.")
        if self._clock.now().timestamp() >= expires:
            raise AuthenticationError("The token has expired.")
        return Principal(
            subject=str(claims["sub"]),
            scopes=frozenset(str(scope) for scope in scopes),
        )


def require(principal: Principal | None, scope: str | None) -> Principal:
    """Let a caller pass, or not.

    Args:
        principal: Who calls; None is somebody unknown.
        scope: What they need; None or "*" lets every known caller pass.

    Returns:
        The caller.

    Raises:
        AuthenticationError: The caller is not known.
        MissingScopeError: The caller lacks the scope.
    """
    if principal is None:
        raise AuthenticationError()
    if scope not in (None, ANY_SCOPE) and scope not in principal.scopes:
        raise MissingScopeError(str(scope))
    return principal

{{> part/banner.py}}

from datetime import datetime, timedelta
from typing import Final

{{#layer}}
KEYSPACE: Final = {{keyspace.py}}
{{/layer}}
{{^layer}}
KEYSPACE: Final = ""
{{/layer}}
SCOPE_DAYS: Final[int | None] = {{agent.reasoning.scopeDays}}


def working_key(*parts: str) -> str:
    """Return the full key of an entry in working memory.

    Args:
        parts: What names the entry, outermost first.

    Raises:
        ValueError: No part is given.
    """
    if not parts:
        raise ValueError("a key needs at least one part")
    return KEYSPACE.removesuffix("*") + ":".join(parts)


def in_scope(at: datetime, now: datetime) -> bool:
    """Return whether a moment lies within the temporal scope, the whole past if none is set.

    Args:
        at: The moment, with its time zone.
        now: The end of the scope.
    """
    return at <= now and (SCOPE_DAYS is None or now - at <= timedelta(days=SCOPE_DAYS))

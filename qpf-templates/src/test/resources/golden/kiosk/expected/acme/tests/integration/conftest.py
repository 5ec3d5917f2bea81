"""The agents of acme.

Starts the collection on embedded backends.

Extracted from extractor-map.yaml
    extraction_sequence, shared_configuration
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from acme.core.clock import FixedClock
from acme.core.context import Runtime


@pytest.fixture(name="runtime")
def fixture_runtime() -> Runtime:
    """One process for both ends of a wiring, all in memory."""
    return Runtime(clock=FixedClock(datetime(2026, 1, 1, tzinfo=timezone.utc)))

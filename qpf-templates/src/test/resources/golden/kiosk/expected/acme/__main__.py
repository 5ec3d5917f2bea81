"""The agents of acme.

Starts the collection on embedded backends.

Extracted from extractor-map.yaml
    extraction_sequence, shared_configuration
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import acme.kiosk.api_server
from acme.core.context import Runtime
from acme.core.runner import Service, main

BUILDERS: Final[tuple[Callable[[Runtime], Service], ...]] = (
    acme.kiosk.api_server.build,
)

ECOSYSTEM: Final = "acme"
CONFIGURATION: Final = Path(__file__).resolve().parents[1] / f"{ECOSYSTEM}_config.yaml"

if __name__ == "__main__":
    sys.exit(main(BUILDERS, config=CONFIGURATION))

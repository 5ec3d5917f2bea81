{{> part/banner.py}}

import sys
from collections.abc import Callable
from typing import Final

from {{root}}.core.context import Runtime
from {{root}}.core.runner import Service, main
{{#agents}}
import {{refs.api_server.dotted}}
{{/agents}}

BUILDERS: Final[tuple[Callable[[Runtime], Service], ...]] = (
    {{#agents}}
    {{refs.api_server.dotted}}.build,
    {{/agents}}
)

if __name__ == "__main__":
    sys.exit(main(BUILDERS))

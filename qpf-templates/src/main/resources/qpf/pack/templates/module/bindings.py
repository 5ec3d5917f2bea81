{{> part/banner.py}}

from collections.abc import Awaitable, Mapping
from datetime import date, datetime
from typing import Final, Protocol, TypeAlias

from {{agent.root}}.core.operations import Bindings, Strategy
from {{agent.root}}.core.payload import Payload, PayloadModel
{{#agent.bindings.operations}}
{{#contractImports}}
from {{contracts}} import {{.}}
{{/contractImports}}
{{/agent.bindings.operations}}
{{#agent.hasModels}}
{{#agent.models}}
from {{agent.refs.contracts.dotted}} import {{className}}
{{/agent.models}}
{{/agent.hasModels}}
{{#agent.bindings.modules}}
import {{.}}
{{/agent.bindings.modules}}

{{#agent.bindings.operations}}


class {{className}}(Protocol):
    """What the domain code behind {{name.doc}} must be: plain or asynchronous."""

    {{#typed}}
    def __call__(self, {{#hasRequestFields}}*, {{#requestFields}}{{name}}: {{type}}, {{/requestFields}}{{/hasRequestFields}}) -> {{response}} | Payload | Awaitable[{{response}} | Payload]:
        """Take the request's fields and return the response."""
    {{/typed}}
    {{#untyped}}
    def __call__(self, payload: Payload) -> Payload | Awaitable[Payload]:
        """Take a JSON object and return one."""
    {{/untyped}}
{{/agent.bindings.operations}}

{{#agent.bindings.operations}}
_{{constant}}: Final[{{className}}] = {{target}}
{{/agent.bindings.operations}}
{{#agent.bindings.strategies}}
_{{constant}}: Final[Strategy] = {{target}}
{{/agent.bindings.strategies}}

BINDINGS: Final = Bindings(
    {{#agent.bindings.hasOperations}}
    operations={
        {{#agent.bindings.operations}}
        {{name.py}}: _{{constant}},
        {{/agent.bindings.operations}}
    },
    {{/agent.bindings.hasOperations}}
    {{#agent.bindings.hasStrategies}}
    strategies={
        {{#agent.bindings.strategies}}
        {{name.py}}: _{{constant}},
        {{/agent.bindings.strategies}}
    },
    {{/agent.bindings.hasStrategies}}
)

{{> part/banner.py}}

from typing import Final

from {{agent.root}}.core import transport
from {{agent.root}}.core.context import AgentContext
from {{agent.root}}.core.operations import OperationSpec
from {{agent.root}}.core.payload import Payload, PayloadModel
{{#peer}}
{{#methods}}
{{#declaredElsewhere}}
from {{host.dotted}} import {{constant}}
{{/declaredElsewhere}}
{{#contractImports}}
from {{contracts}} import {{.}}
{{/contractImports}}
{{/methods}}
{{/peer}}
{{#operations}}
{{#contractImports}}
from {{contracts}} import {{.}}
{{/contractImports}}
{{/operations}}

{{#peer}}
PEER: Final = {{name.py}}
{{#methods}}
{{^declaredElsewhere}}
{{constant}}: Final = OperationSpec(name={{name.py}})
{{/declaredElsewhere}}
{{/methods}}
{{/peer}}
{{^peer}}
PEER: Final = {{stem.py}}
{{/peer}}


class {{className}}(transport.PeerClient):
    """Calls {{#peer}}{{name.doc}}{{/peer}}{{^peer}}a peer{{/peer}} for {{agent.name.doc}}."""

    def __init__(self, context: AgentContext) -> None:
        """Find the peer.

        Args:
            context: Knows whether the peer runs in this process or behind HTTP.
        """
        super().__init__(context, PEER{{#peer}}{{#hasMethods}}, ({{#methods}}{{constant}}, {{/methods}}){{/hasMethods}}{{/peer}})

    {{#peer}}
    {{#methods}}
    {{#typed}}
    async def {{method}}(self, request: {{request}}) -> {{response}}:
        """Call {{name.doc}} of the peer.

        Args:
            request: What the peer's contract asks for.

        Returns:
            What the peer's contract promises.

        Raises:
            PeerError: The peer could not be reached, or answered with an error.
        """
        return await self.peer.call({{constant}}, request, {{response}})

    {{/typed}}
    {{#untyped}}
    async def {{method}}(self, payload: Payload) -> Payload:
        """Call {{name.doc}} of the peer.

        Args:
            payload: Any JSON object; no contract is given.

        Returns:
            The JSON object that the peer answered.

        Raises:
            PeerError: The peer could not be reached, or answered with an error.
        """
        return await self.peer.call_payload({{constant}}, payload)

    {{/untyped}}
    {{/methods}}
    {{/peer}}

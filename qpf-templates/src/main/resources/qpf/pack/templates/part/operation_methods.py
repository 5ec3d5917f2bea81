{{#operations}}
{{#typed}}
async def {{method}}(self, request: {{request}}) -> {{response}}:
    """Run {{name.doc}} by its bound domain code{{#timed}}, within {{timeoutMs}} ms{{/timed}}.

    Args:
        request: What the contract asks for.

    Returns:
        What the contract promises.

    Raises:
        OperationUnboundError: No domain code is bound to {{name.doc}}.
        {{#timed}}
        OperationTimeoutError: The bound code took longer than {{timeoutMs}} ms.
        {{/timed}}
    """
    return await self.{{runner}}(request)

{{/typed}}
{{#untyped}}
async def {{method}}(self, payload: Payload) -> Payload:
    """Run {{name.doc}} by its bound domain code{{#timed}}, within {{timeoutMs}} ms{{/timed}}.

    Args:
        payload: Any JSON object; the schema gives no contract.

    Returns:
        The JSON object that the bound code returned.

    Raises:
        OperationUnboundError: No domain code is bound to {{name.doc}}.
        {{#timed}}
        OperationTimeoutError: The bound code took longer than {{timeoutMs}} ms.
        {{/timed}}
    """
    return await self.{{runner}}(payload)

{{/untyped}}
{{/operations}}

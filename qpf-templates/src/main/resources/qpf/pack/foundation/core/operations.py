"""Operations: what an agent can do, each dispatched to the domain code bound to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from .bindings import (
    Bindings,
    OperationCode,
    Strategy,
    StrategyCode,
    invoke_in,
    takes_payload,
)
from .errors import ContractBreachError, InvalidRequestError, UnknownOperationError
from .execution import Execution, OperationSpec
from .payload import Payload, PayloadModel, to_payload

if TYPE_CHECKING:
    from .context import AgentContext

__all__ = [
    "Bindings",
    "Operation",
    "OperationCode",
    "OperationRegistry",
    "OperationSpec",
    "PayloadOperation",
    "RequestT",
    "ResponseT",
    "Strategy",
    "StrategyCode",
]

RequestT = TypeVar("RequestT", bound=BaseModel)
ResponseT = TypeVar("ResponseT", bound=BaseModel)


class Operation(Generic[RequestT, ResponseT]):
    """An operation with a contract.

    Bound code takes the request's fields as keyword arguments, by the names of the model's
    attributes, or one mapping if that is all it asks for or the request is untyped.
    """

    def __init__(
        self,
        context: AgentContext,
        spec: OperationSpec,
        request: type[RequestT],
        response: type[ResponseT],
    ) -> None:
        """Tie an operation to the code that the agent's bindings give.

        Args:
            context: The agent.
            spec: What the schema says about the operation.
            request: The model of a request.
            response: The model of a response.
        """
        self.spec: Final = spec
        self.request: Final = request
        self.response: Final = response
        self._execution = Execution(context, spec)
        self._threads = context.threads
        self._code = context.bindings.operations.get(spec.name)
        self._whole = self._code is not None and (
            request is PayloadModel
            or (takes_payload(self._code) and set(request.model_fields) != {"payload"})
        )

    @property
    def bound(self) -> bool:
        """Say whether domain code is bound to the operation."""
        return self._code is not None

    async def __call__(self, request: RequestT) -> ResponseT:
        """Run the bound code.

        Args:
            request: A request that fits the contract.

        Returns:
            The response, checked against the contract.

        Raises:
            OperationUnboundError: No code is bound.
            OperationTimeoutError: The code took longer than the schema allows.
            ContractBreachError: It returned what the contract forbids.
            OperationFailedError: It raised an exception of its own.
        """
        code = self._code
        if code is None:
            raise self._execution.refuse()
        return await self._execution.run(
            to_payload(request), lambda: self._invoke(code, request), self._accept
        )

    async def call_payload(self, payload: Payload) -> dict[str, object]:
        """Run the bound code for a request as it comes over the wire.

        Args:
            payload: A JSON object, fields by their names on the wire.

        Returns:
            The response as a JSON object.

        Raises:
            OperationUnboundError: No code is bound; the payload is not looked at.
            InvalidRequestError: The payload does not fit the contract.
            AgentError: As for a call with a model.
        """
        if self._code is None:
            raise self._execution.refuse()
        return to_payload(await self(parse(self.request, payload)))

    async def _invoke(self, code: OperationCode, request: RequestT) -> object:
        """Call the bound code in the way that it asks for."""
        if self._whole:
            return await invoke_in(self._threads, code, to_payload(request))
        fields = {name: getattr(request, name) for name in self.request.model_fields}
        return await invoke_in(self._threads, code, **fields)

    def _accept(self, result: object) -> ResponseT:
        """Check a result against the contract.

        Raises:
            ContractBreachError: It is neither the response's model nor fits it.
        """
        if isinstance(result, self.response):
            return result
        if not isinstance(result, (BaseModel, Mapping)):
            raise ContractBreachError(
                self.spec.name, f"it returned {type(result).__name__}, not a mapping."
            )
        try:
            return self.response.model_validate(
                result.model_dump() if isinstance(result, BaseModel) else dict(result),
                by_alias=True,
                by_name=True,
            )
        except ValidationError as error:
            raise ContractBreachError(self.spec.name, problems(error)) from error


class PayloadOperation:
    """An operation without a contract: bound code takes one mapping, and returns one."""

    def __init__(self, context: AgentContext, spec: OperationSpec) -> None:
        """Tie an operation to the code that the agent's bindings give.

        Args:
            context: The agent.
            spec: What the schema says about the operation.
        """
        self.spec: Final = spec
        self._execution = Execution(context, spec)
        self._threads = context.threads
        self._code = context.bindings.operations.get(spec.name)

    @property
    def bound(self) -> bool:
        """Say whether domain code is bound to the operation."""
        return self._code is not None

    async def __call__(self, payload: Payload) -> Payload:
        """Run the bound code.

        Args:
            payload: A JSON object.

        Returns:
            The response, a JSON object.

        Raises:
            OperationUnboundError: No code is bound.
            OperationTimeoutError: The code took longer than the schema allows.
            ContractBreachError: It returned something else than a JSON object.
            OperationFailedError: It raised an exception of its own.
        """
        code = self._code
        if code is None:
            raise self._execution.refuse()
        return await self._execution.run(
            payload, lambda: invoke_in(self._threads, code, payload), self._accept
        )

    async def call_payload(self, payload: Payload) -> dict[str, object]:
        """Run the bound code; the same as a call, for the registry."""
        return dict(await self(payload))

    def _accept(self, result: object) -> Payload:
        """Check that a result is a JSON object.

        Raises:
            ContractBreachError: It is not.
        """
        if not isinstance(result, (BaseModel, Mapping)):
            raise ContractBreachError(
                self.spec.name, f"it returned {type(result).__name__}, not a mapping."
            )
        try:
            return to_payload(result)
        except ValueError as error:
            raise ContractBreachError(self.spec.name, str(error)) from error


class RegisteredOperation(Protocol):
    """What the registry needs of an operation."""

    @property
    def spec(self) -> OperationSpec:
        """Give what the schema says about the operation."""

    async def call_payload(self, payload: Payload) -> dict[str, object]:
        """Run the operation for a request as it comes over the wire."""


def parse(model: type[RequestT], payload: Payload) -> RequestT:
    """Make a model of a payload; fields may have their wire or their Python names.

    Raises:
        InvalidRequestError: The payload does not fit; all its faults are named.
    """
    try:
        return model.model_validate(dict(payload), by_alias=True, by_name=True)
    except ValidationError as error:
        raise InvalidRequestError(
            problems(error),
            errors=error.errors(
                include_url=False, include_context=False, include_input=False
            ),
        ) from error


def problems(error: ValidationError) -> str:
    """Word all faults of a validation in one sentence, without the values."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc']) or 'all of it'}: {fault['msg']}"
        for fault in error.errors(include_url=False, include_input=False)
    )


class OperationRegistry:
    """The operations of one agent, by name."""

    def __init__(self, context: AgentContext) -> None:
        """Start without a declared operation."""
        self._context = context
        self._declared: dict[str, RegisteredOperation] = {}

    def declare(self, operation: RegisteredOperation) -> None:
        """Add an operation; the first with a contract stands for its name."""
        known = self._declared.get(operation.spec.name)
        if known is None or (
            isinstance(known, PayloadOperation)
            and not isinstance(operation, PayloadOperation)
        ):
            self._declared[operation.spec.name] = operation

    def names(self) -> tuple[str, ...]:
        """Give the names of all operations, declared or bound, in order."""
        return tuple(sorted({*self._declared, *self._context.bindings.operations}))

    def unbound(self) -> tuple[str, ...]:
        """Give the names of declared operations that have no code, in order."""
        return tuple(name for name in self.names() if not self.bound(name))

    def spec(self, name: str) -> OperationSpec | None:
        """Give what the schema says about a declared operation; None for any other."""
        operation = self._declared.get(name)
        return None if operation is None else operation.spec

    def declared(self, name: str) -> bool:
        """Say whether a module of the agent declares the operation."""
        return name in self._declared

    def bound(self, name: str) -> bool:
        """Say whether domain code is bound under a name."""
        return name in self._context.bindings.operations

    async def call(self, name: str, payload: Payload) -> Payload:
        """Run an operation by its name, as a request from outside does.

        Args:
            name: The operation; declared by a module, or only bound.
            payload: A JSON object, checked against the contract if there is one.

        Returns:
            The response as a JSON object.

        Raises:
            UnknownOperationError: No operation has this name.
            OperationUnboundError: It has no code.
            InvalidRequestError: The payload does not fit the contract.
            AgentError: The code failed.
        """
        operation = self._declared.get(name)
        if operation is None:
            if not self.bound(name):
                raise UnknownOperationError(name)
            operation = PayloadOperation(self._context, OperationSpec(name))
        return await operation.call_payload(payload)

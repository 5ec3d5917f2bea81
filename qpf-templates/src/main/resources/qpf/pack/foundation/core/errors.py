"""What can go wrong in an agent, each with its HTTP status and problem document.

Every error is raised where it is found and becomes a problem document (RFC 9457) at the
edge. The `outcome` of an error is the word that audit entries use for it.
"""

from __future__ import annotations

from typing import ClassVar


class AgentError(Exception):
    """Base of all errors that an agent reports to its callers."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Agent error"
    kind: ClassVar[str] = "agent-error"
    outcome: ClassVar[str] = "failed"

    def __init__(self, detail: str, **facts: object) -> None:
        """Describe this occurrence.

        Args:
            detail: One sentence for people: what happened, to what.
            facts: Extension members of the problem document, JSON values.
        """
        super().__init__(detail)
        self.detail = detail
        self.facts = facts

    def problem(self) -> dict[str, object]:
        """Give the error as a problem document of RFC 9457."""
        return {
            "type": f"urn:problem:{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.facts,
        }


class OperationUnboundError(AgentError):
    """An operation is declared by the schema, and no domain code is bound to it."""

    status = 501
    title = "Operation not bound"
    kind = "operation-unbound"
    outcome = "unbound"

    def __init__(self, operation: str) -> None:
        """Name the operation that has no code."""
        super().__init__(
            f"No domain code is bound to operation {operation}.",
            operation=operation,
        )


class OperationTimeoutError(AgentError):
    """Bound code took longer than the schema allows."""

    status = 504
    title = "Operation timed out"
    kind = "operation-timeout"
    outcome = "timeout"

    def __init__(self, operation: str, timeout_ms: int) -> None:
        """Name the operation and its deadline in milliseconds."""
        super().__init__(
            f"Operation {operation} took longer than {timeout_ms} ms.",
            operation=operation,
            timeout_ms=timeout_ms,
        )


class OperationFailedError(AgentError):
    """Bound code raised an exception of its own; it is chained as the cause."""

    title = "Operation failed"
    kind = "operation-failed"

    def __init__(self, operation: str, cause: str) -> None:
        """Name the operation and the type of the exception, never its text."""
        super().__init__(
            f"Operation {operation} failed with {cause}.",
            operation=operation,
            cause=cause,
        )


class ContractBreachError(AgentError):
    """Bound code returned what the operation's contract forbids."""

    title = "Contract breached"
    kind = "contract-breach"
    outcome = "contract_breach"

    def __init__(self, operation: str, detail: str) -> None:
        """Name the operation and say what is wrong with its result."""
        super().__init__(
            f"Operation {operation} breached its contract: {detail}",
            operation=operation,
        )


class InvalidRequestError(AgentError):
    """A request does not fit its contract."""

    status = 422
    title = "Invalid request"
    kind = "invalid-request"
    outcome = "rejected"


class RequestTooLargeError(AgentError):
    """A request has a larger body than an agent reads."""

    status = 413
    title = "Request too large"
    kind = "request-too-large"
    outcome = "rejected"

    def __init__(self, limit: int) -> None:
        """Name the limit in bytes."""
        super().__init__(f"A request has at most {limit} bytes.", limit=limit)


class AuthenticationError(AgentError):
    """A caller has shown no token, or one that is not valid."""

    status = 401
    title = "Authentication required"
    kind = "authentication"
    outcome = "rejected"

    def __init__(self, detail: str = "A valid bearer token is required.") -> None:
        """Say what is wrong with the token, without repeating it."""
        super().__init__(detail)


class AuthorizationError(AgentError):
    """A caller is known and may not do this."""

    status = 403
    title = "Not allowed"
    kind = "authorization"
    outcome = "rejected"


class MissingScopeError(AuthorizationError):
    """A caller's token lacks the scope that a route wants."""

    def __init__(self, scope: str) -> None:
        """Name the scope, or the role, that the caller lacks."""
        super().__init__(f"This needs the scope {scope}.", scope=scope)


class NoAnchorError(AuthorizationError):
    """Somebody would decide an escalation who is no anchor of the agent's policy."""

    def __init__(self, by: str, anchors: tuple[str, ...]) -> None:
        """Name who would decide, and who may."""
        super().__init__(
            f"{by} is no anchor of this policy; {_listed(anchors)} may decide.",
            anchors=list(anchors),
        )


class PolicyViolationError(AgentError):
    """A policy forbids what was about to happen."""

    status = 403
    title = "Policy violated"
    kind = "policy-violation"
    outcome = "rejected"

    def __init__(self, triggers: tuple[str, ...]) -> None:
        """Name the triggers that fired, in the policy's order."""
        super().__init__(
            f"The policy forbids this: {', '.join(triggers)}.",
            triggers=list(triggers),
        )


class UnknownOperationError(AgentError):
    """An agent has no operation of this name."""

    status = 404
    title = "Unknown operation"
    kind = "unknown-operation"

    def __init__(self, name: str) -> None:
        """Name the operation that was asked for."""
        super().__init__(f"There is no operation {name}.", operation=name)


class UnknownNameError(AgentError):
    """Something was asked for by a name that the schema does not list."""

    status = 404
    title = "Unknown name"
    kind = "unknown-name"

    def __init__(self, kind: str, name: str, known: tuple[str, ...] = ()) -> None:
        """Say what was asked for, and what there is.

        Args:
            kind: What kind of thing it is: strategy, model, …
            name: Its name.
            known: The names that there are, where they help.
        """
        listed = f"; known: {', '.join(dict.fromkeys(known))}" if known else ""
        super().__init__(f"There is no {kind} {name}{listed}.", kind=kind, name=name)


class UnknownPacketError(AgentError):
    """A packet's type is not among those that the schema routes."""

    status = 422
    title = "Unknown packet type"
    kind = "unknown-packet"
    outcome = "rejected"

    def __init__(self, packet_type: str) -> None:
        """Name the packet type."""
        super().__init__(
            f"Packets of type {packet_type} are not routed here.",
            packet_type=packet_type,
        )


class UnknownEventError(AgentError):
    """An event is not among those that the schema declares."""

    status = 422
    title = "Unknown event"
    kind = "unknown-event"
    outcome = "rejected"

    def __init__(self, name: str) -> None:
        """Name the event."""
        super().__init__(f"The event {name} is not declared.", event=name)


class MemoryFieldError(AgentError):
    """A memory layer was searched by a field that it does not index."""

    status = 422
    title = "Field not indexed"
    kind = "memory-field"
    outcome = "rejected"

    def __init__(self, layer: str, field: str) -> None:
        """Name the memory layer and the field."""
        super().__init__(
            f"The {layer} memory is not indexed by {field}.",
            layer=layer,
            field=field,
        )


class ArchiveConflictError(AgentError):
    """Other content is already archived under a key; archives do not change."""

    status = 409
    title = "Archive is immutable"
    kind = "archive-conflict"
    outcome = "rejected"

    def __init__(self, key: str) -> None:
        """Name the key that is taken."""
        super().__init__(f"Other content is archived under {key}.", key=key)


class ResultTimeoutError(AgentError):
    """A result that was waited for did not arrive in time."""

    status = 504
    title = "Result timed out"
    kind = "result-timeout"
    outcome = "timeout"

    def __init__(self, key: str, timeout_s: float) -> None:
        """Name the result's key and how many seconds were waited."""
        super().__init__(
            f"The result {key} did not arrive within {timeout_s:g} s.",
            key=key,
            timeout_s=timeout_s,
        )


class PeerError(AgentError):
    """A peer cannot be reached, or refused what it was asked."""

    status = 502
    title = "Peer failed"
    kind = "peer"

    def __init__(self, peer: str, detail: str, *, transient: bool = False) -> None:
        """Name the peer and say what happened.

        Args:
            peer: The other agent's name.
            detail: What went wrong, for people.
            transient: Whether trying again may help.
        """
        super().__init__(f"{peer}: {detail}" if peer else detail, peer=peer)
        self.transient = transient


class PeerTimeoutError(PeerError):
    """A peer did not answer in time; it may have done what it was asked."""

    status = 504
    title = "Peer timed out"
    kind = "peer-timeout"
    outcome = "timeout"


class PeerRefusedError(PeerError):
    """A peer does not take the token of this process."""

    title = "Peer refused the token"
    kind = "peer-refused"
    outcome = "refused"


class PacketUnhandledError(AgentError):
    """A packet arrived, and nothing that its route names could handle it."""

    status = 501
    title = "Packet not handled"
    kind = "packet-unhandled"
    outcome = "unhandled"

    def __init__(
        self, agent: str, packet_type: str, reason: str, **facts: object
    ) -> None:
        """Name the agent that it reached, its type, and say what is missing there."""
        super().__init__(
            f"{agent} has not handled the {packet_type} packet: {reason}",
            agent=agent,
            packet_type=packet_type,
            **facts,
        )


class StorageError(AgentError):
    """The agent's store does not take or give anything now: full, locked or gone."""

    status = 503
    title = "Storage unavailable"
    kind = "storage"

    def __init__(self, reason: str) -> None:
        """Say what the database said."""
        super().__init__(f"The agent's store cannot be used: {reason}.")


class ConfigurationError(AgentError):
    """The configuration is not usable; an agent does not start with it."""

    title = "Configuration error"
    kind = "configuration"


class UnknownAgentError(ConfigurationError):
    """The command line asks for an agent that the collection does not have."""


def _listed(names: tuple[str, ...]) -> str:
    """Join names as a sentence does."""
    if len(names) < 2:
        return "".join(names) or "nobody"
    return f"{', '.join(names[:-1])} or {names[-1]}"

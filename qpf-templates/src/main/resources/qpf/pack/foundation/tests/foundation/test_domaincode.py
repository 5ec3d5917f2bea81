"""What domain code reaches from within an operation: memory, metrics, people, channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import pytest

from ...core.conditions import Above, Trigger
from ...core.context import AgentContext, Runtime, current_context
from ...core.ecosystem import Ecosystem
from ...core.errors import (
    AuthorizationError,
    ConfigurationError,
    InvalidRequestError,
    UnknownNameError,
)
from ...core.governance import (
    GOVERNANCE_BUS,
    Anchor,
    Governance,
    Notification,
    Policy,
    Reading,
)
from ...core.memorymanager import LayerSpec, MemoryManager
from ...core.observability import Alert, MetricSpec, Telemetry
from ...core.operations import OperationSpec
from .companions import new_agent, outcomes

POLICY = Policy(
    mode="hybrid",
    human_override=True,
    anchors=(Anchor("Ada", "architect", ("email",)),),
    audit_scope=(),
    triggers=(Trigger("doubt", Above("doubt", 0.5)),),
)
DELIVERED: list[Notification] = []


async def deliver(notice: Notification) -> None:
    """Take a message as the code of a channel does."""
    DELIVERED.append(notice)


def silent(notice: Notification) -> None:
    """Take a message, but not in the way that a channel needs."""
    DELIVERED.append(notice)


class Mail:
    """Delivers as an object."""

    async def __call__(self, notice: Notification) -> None:
        """Take a message."""
        DELIVERED.append(notice)


MAIL = Mail()


async def work(payload: Mapping[str, object]) -> dict[str, object]:
    """Use all that an agent has, as an operation does."""
    here = current_context()
    await here.memory("working").store("seen", payload)
    alerts = await here.report("queue", 9)
    asked = await here.assess(Reading(metrics={"doubt": 0.9}))
    return {"alerts": [it.name for it in alerts], "asked": [it.id for it in asked]}


def equipped() -> AgentContext:
    """Make an agent with a memory, metrics and a policy."""
    context = new_agent(operations={"work": work})
    context.payload_operation(OperationSpec("work"))
    layers = (LayerSpec("working", "redis", keyspace="a:working:*", ttl_s=60),)
    MemoryManager(context, layers)
    alerts = (Alert("long_queue", "ops", Above("queue", 5), "queue > 5"),)
    Telemetry(context, (MetricSpec("queue"),), alerts)
    Governance(context, POLICY)
    return context


async def test_an_operation_reaches_all_parts_of_its_agent() -> None:
    """With the keyspace, the alerts and the policy that the schema gives them."""
    context = equipped()
    result = await context.operations.call("work", {"a": 1})
    assert result["alerts"] == ["long_queue"]
    assert context.metrics.value("queue") == 9
    record = await context.memory("working").record("seen")
    assert record is not None
    assert (record.content, record.full_key) == ({"a": 1}, "a:working:seen")
    (waiting,) = context.desk().pending()
    assert [waiting.id] == result["asked"]
    assert (await context.desk().approve(waiting.id, by="Ada")).state == "approved"
    assert outcomes(context, "escalation_decided") == ["approved"]


async def test_only_an_anchor_decides() -> None:
    """The desk knows the policy of the agent."""
    context = equipped()
    (asked,) = await context.assess(Reading(metrics={"doubt": 0.9}))
    with pytest.raises(AuthorizationError) as refused:
        await context.desk().reject(asked.id, by="Bob")
    problem = refused.value.problem()
    assert (problem["status"], problem["anchors"]) == (403, ["Ada"])
    assert problem["detail"] == "Bob is no anchor of this policy; Ada may decide."
    assert "scope" not in problem


async def test_what_the_schema_does_not_declare_is_an_error() -> None:
    """A name that is spelt wrong is not taken for a new one."""
    context = equipped()
    with pytest.raises(UnknownNameError, match="memory layer"):
        context.memory("wroking")
    with pytest.raises(UnknownNameError, match="metric"):
        await context.report("queu", 1)


async def test_messages_reach_those_whom_the_schema_names_and_nobody_else() -> None:
    """An anchor over its own channels, a receiver of an alert, and never a slip."""
    context = equipped()
    await context.notify("ada", "News", "All.")
    await context.notify("ops", "News", "All.")
    sent = [(it.anchor, it.channel) for it in context.runtime.notifications.sent()]
    assert sent == [("Ada", "email"), ("ops", GOVERNANCE_BUS)]
    with pytest.raises(
        UnknownNameError, match="no anchor or receiver Adda; known: Ada"
    ):
        await context.notify("Adda", "News", "All.")
    assert len(context.runtime.notifications.sent()) == 2


async def test_an_alert_meets_the_anchor_of_its_receiver_however_it_is_written() -> (
    None
):
    """An alert is one word without blanks, and an anchor a name of a person."""
    context = new_agent()
    anchor = Anchor("Grace Hopper", "", ("email",))
    Governance(context, replace(POLICY, anchors=(anchor,)))
    alert = Alert("slow", "grace_hopper", Above("queue", 5), "queue > 5")
    Telemetry(context, (MetricSpec("queue"),), (alert,))
    await context.report("queue", 9)
    (notice,) = context.runtime.notifications.sent()
    assert (notice.anchor, notice.channel) == ("Grace Hopper", "email")


async def test_it_is_said_once_that_nobody_sees_the_messages_to_a_receiver(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A channel without code, and no channel at all; one that delivers is quiet."""
    context = equipped()
    for receiver in ("Ada", "ops", "ops"):
        await context.notify(receiver, "News", "All.")
    told = [it.getMessage() for it in caplog.records]
    assert [it.split(" stay ")[0] for it in told] == [
        "Messages to Ada",
        "Messages to ops",
    ]
    assert told[0].endswith("no code delivers over email.")
    assert told[1].endswith("there is no channel.")
    caplog.clear()
    heard = equipped()
    heard.runtime.notifications.plug("email", deliver)
    await heard.notify("Ada", "News", "All.")
    assert not caplog.records


async def test_a_name_that_no_condition_uses_is_said_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Readings may be wider than the policy; a slip must be seen all the same."""
    context = equipped()
    wide = Reading(metrics={"doupt": 0.9, "queue": 3}, events=frozenset({"doubt"}))
    assert await context.assess(wide) == ()
    assert await context.assess(wide) == ()
    words = "No condition of the policy of Alpha uses the"
    assert caplog.messages == [
        f"{words} metric doupt; did you mean the metric doubt?",
        f"{words} metric queue.",
        f"{words} event doubt; did you mean the metric doubt?",
    ]


@pytest.mark.parametrize("value", ["60", None, [60]])
async def test_a_value_that_is_no_number_is_named(value: object) -> None:
    """In words, and before anything was made of it."""
    context = equipped()
    number = cast(float, value)
    with pytest.raises(InvalidRequestError, match="metric doubt .* takes a number"):
        await context.assess(Reading(metrics={"doubt": number}))
    with pytest.raises(InvalidRequestError, match="metric queue .* takes a number"):
        await context.report("queue", number)
    assert b"queue" not in context.metrics.exposition()
    with pytest.raises(InvalidRequestError, match="a set of names"):
        Reading(events=cast("frozenset[str]", "doubt"))


async def test_a_part_that_is_missing_is_named() -> None:
    """An agent is put together by hand in a test, and something is forgotten."""
    bare = new_agent()
    with pytest.raises(ConfigurationError, match="Alpha has no MemoryManager"):
        bare.memory("working")
    with pytest.raises(ConfigurationError, match="Alpha has no Governance"):
        bare.desk()
    with pytest.raises(ConfigurationError, match="Alpha has no Telemetry"):
        await bare.report("queue", 1)


async def test_the_first_memory_of_an_agent_stays() -> None:
    """Another module that opens layers of its own does not hide the schema's."""
    context = equipped()
    MemoryManager(context, (LayerSpec("other", "redis"),))
    assert context.memory("working").spec.keyspace == "a:working:*"


@pytest.mark.parametrize("name", ["deliver", "MAIL"])
async def test_the_configuration_names_the_code_of_a_channel(name: str) -> None:
    """A function or an object, as long as it can be awaited."""
    DELIVERED.clear()
    runtime = Runtime(ecosystem=Ecosystem(channels={"email": f"{__name__}:{name}"}))
    (notice,) = await runtime.notifications.notify(POLICY.anchors[0], "News", "All.")
    assert notice.delivered
    assert DELIVERED == [notice]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (f"{__name__}:nobody", "no .*:nobody"),
        ("no_such_module:send", "no_such_module"),
        ("not a name", "no not a name"),
        (f"{__name__}:silent", "is no async callable"),
        (f"{__name__}:Mail", "is no async callable"),
    ],
)
def test_code_that_cannot_deliver_is_refused_at_the_start(
    code: str, fault: str
) -> None:
    """Not in the night in which the first message is lost."""
    with pytest.raises(ConfigurationError, match=f"channels.email: .*{fault}"):
        Runtime(ecosystem=Ecosystem(channels={"email": code}))

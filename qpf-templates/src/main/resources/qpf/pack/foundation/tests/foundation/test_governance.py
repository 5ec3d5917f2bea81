"""Escalations reach every anchor over every channel, and leave a trace."""

from __future__ import annotations

import asyncio
import math
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from ...core.clock import FixedClock
from ...core.configuration import Ecosystem
from ...core.errors import (
    AuthorizationError,
    ConfigurationError,
    InvalidRequestError,
    PolicyViolationError,
    UnknownNameError,
)
from ...core.events import EventRecord
from ...core.governance import (
    GOVERNANCE_BUS,
    Above,
    All,
    Anchor,
    Below,
    Detector,
    EscalationDesk,
    Event,
    Governance,
    Notification,
    Notifications,
    Policy,
    PolicyChecker,
    Reading,
    Trigger,
    ViolationRecorder,
)
from .companions import START, new_agent, new_runtime, outcomes

DOUBT = Trigger("doubt", All(Below("confidence", 0.6), Above("criticality", 0.8)))
DRIFT = Trigger("drift", Event("drift"))
DOUBTFUL = Reading({"confidence": 0.59, "criticality": 0.9})
DRIFTING = Reading(events=frozenset({"drift"}))
POLICY = Policy(
    mode="hybrid",
    human_override=True,
    anchors=(
        Anchor("Ada", "architect", ("email", "slack")),
        Anchor("Oversight", channels=("email",)),
        Anchor("Council"),
    ),
    audit_scope=("model_loading",),
    triggers=(DOUBT, DRIFT),
    guidance=("Weigh the cost of waiting.",),
)


def reached(notices: tuple[Notification, ...]) -> set[tuple[str, str]]:
    """Return who was reached over which channel."""
    return {(notice.anchor, notice.channel) for notice in notices}


async def test_escalation_reaches_every_anchor_over_every_channel() -> None:
    """Nobody is left out; who has no channel is reached over the governance bus."""
    context = new_agent()
    (escalation,) = await Governance(context, POLICY).assess(DOUBTFUL)
    assert reached(context.runtime.notifications.sent()) == {
        ("Ada", "email"),
        ("Ada", "slack"),
        ("Oversight", "email"),
        ("Council", GOVERNANCE_BUS),
    }
    assert escalation.anchors == ("Ada", "Oversight", "Council")
    assert len(context.audit.entries("anchor_notified")) == 4
    assert {
        entry.details["escalation"]
        for entry in context.audit.entries("anchor_notified")
    } == {escalation.id}


async def test_message_says_what_people_need() -> None:
    """Condition, reading, state and the author's guidance stand in the message."""
    context = new_agent("Scorer")
    (escalation,) = await Governance(context, POLICY).assess(DOUBTFUL)
    notice = context.runtime.notifications.sent()[0]
    assert notice.subject == "Scorer escalates doubt"
    assert "confidence < 0.6 AND criticality > 0.8" in notice.body
    assert "confidence = 0.59, criticality = 0.9" in notice.body
    assert f"Escalation: {escalation.id}" in notice.body
    assert notice.body.endswith("Weigh the cost of waiting.")
    assert notice.correlation_id == escalation.correlation_id
    assert notice.at == START


async def test_configured_channels_are_used_too() -> None:
    """The ecosystem's configuration gives an anchor channels that the schema lacks."""
    ecosystem = Ecosystem(anchors={"Council": ("pager",), "Ada": ("email",)})
    context = new_agent(runtime=new_runtime(ecosystem=ecosystem)[0])
    await Governance(context, POLICY).assess(DRIFTING)
    sent = reached(context.runtime.notifications.sent())
    assert ("Council", "pager") in sent
    assert ("Council", GOVERNANCE_BUS) not in sent
    assert len(context.runtime.notifications.sent()) == 4


async def test_domain_code_is_held_to_the_policy_through_its_context() -> None:
    """By the governance that came first; without any, nothing passes unseen."""
    agent = new_agent()
    with pytest.raises(ConfigurationError, match="Alpha has no Governance"):
        await agent.assess(DRIFTING)
    Governance(agent, POLICY)
    Governance(agent, replace(POLICY, triggers=()))
    assert [found.trigger for found in await agent.assess(DRIFTING)] == ["drift"]
    assert len(agent.escalations.pending()) == 1


async def test_quiet_reading_escalates_nothing() -> None:
    """On the boundary nobody is woken."""
    context = new_agent()
    on_boundary = Reading({"confidence": 0.6, "criticality": 0.9})
    assert not await Governance(context, POLICY).assess(on_boundary)
    assert not context.runtime.notifications.sent()
    assert not context.escalations.all()


async def test_whoever_watches_the_log_sees_an_escalation(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It names the agent, the trigger and the people, and nothing that was read."""
    context = new_agent()
    with caplog.at_level("WARNING"):
        (escalation,) = await Governance(context, POLICY).assess(DOUBTFUL)
    line, *unseen = caplog.messages
    assert all("stay in the outbox" in it for it in unseen)
    assert line.startswith("Alpha escalates doubt to ")
    assert all(anchor in line for anchor in escalation.anchors)
    assert escalation.id in line


async def test_triggers_escalate_in_order_and_are_counted() -> None:
    """Each trigger that fires is an escalation of its own in the same flow."""
    context = new_agent()
    both = Reading(DOUBTFUL.metrics, DRIFTING.events)
    escalations = await Governance(context, POLICY).assess(both)
    assert [it.trigger for it in escalations] == ["doubt", "drift"]
    assert len({it.correlation_id for it in escalations}) == 1
    assert len({it.id for it in escalations}) == 2
    assert context.escalations.pending() == escalations
    assert outcomes(context, "escalation") == ["pending", "pending"]
    assert context.metrics.value("escalations_total") == 2


async def test_autonomous_policy_only_notifies() -> None:
    """Where nobody need decide nothing is pending."""
    context = new_agent()
    policy = Policy("autonomous", False, (Anchor("Ada"),), (), (DRIFT,))
    (escalation,) = await Governance(context, policy).assess(DRIFTING)
    assert escalation.state == "notified"
    assert not context.escalations.pending()
    with pytest.raises(InvalidRequestError, match="notified, not pending"):
        await EscalationDesk(context, policy).approve(escalation.id, "Ada")


async def test_trigger_is_published_where_it_is_declared() -> None:
    """Others hear of an escalation whose name the agent declares as an event."""
    context = new_agent()
    heard: list[EventRecord] = []

    async def hear(record: EventRecord) -> None:
        """Remember an event."""
        heard.append(record)

    context.events.declare("drift")
    context.runtime.events.subscribe("Alpha", "drift", hear)
    context.runtime.events.subscribe("Alpha", "doubt", hear)
    both = Reading(DOUBTFUL.metrics, DRIFTING.events)
    escalations = await Governance(context, POLICY).assess(both)
    assert [record.name for record in heard] == ["drift"]
    assert heard[0].payload["escalation"] == escalations[1].id


async def test_sink_delivers_to_the_outside() -> None:
    """A channel with a sink hands each message to it."""
    context = new_agent()
    mailed: list[Notification] = []

    async def mail(notice: Notification) -> None:
        """Remember a message."""
        mailed.append(notice)

    context.runtime.notifications.plug("email", mail)
    await Governance(context, POLICY).assess(DRIFTING)
    assert sorted(notice.anchor for notice in mailed) == ["Ada", "Oversight"]


async def test_failing_sink_hides_nothing() -> None:
    """The other channels go on; who is not reached by any gets the governance bus."""
    context = new_agent()

    async def broken(notice: Notification) -> None:
        """Fail to deliver."""
        raise ConnectionError(f"no way to {notice.anchor}")

    context.runtime.notifications.plug("email", broken)
    await Governance(context, POLICY).assess(DRIFTING)
    assert reached(context.runtime.notifications.sent()) == {
        ("Ada", "slack"),
        ("Oversight", GOVERNANCE_BUS),
        ("Council", GOVERNANCE_BUS),
    }
    failed = context.runtime.notifications.failed()
    assert reached(failed) == {("Ada", "email"), ("Oversight", "email")}
    assert failed[0].error.startswith("ConnectionError: no way to")
    assert outcomes(context, "anchor_notified").count("failed") == 2


async def test_slow_sink_counts_as_failed() -> None:
    """A sink that does not answer does not hold the escalation up."""
    notifications = Notifications(FixedClock(START), patience_s=0.01)

    async def stuck(_: Notification) -> None:
        """Never end."""
        await asyncio.Event().wait()

    notifications.plug("email", stuck)
    notices = await notifications.notify(Anchor("Ada", "", ("email",)), "s", "b")
    assert [(it.channel, it.delivered) for it in notices] == [
        ("email", False),
        (GOVERNANCE_BUS, True),
    ]


async def test_channel_named_twice_is_used_once() -> None:
    """One message for each way."""
    notifications = new_runtime()[0].notifications
    await notifications.notify(Anchor("Ada", "", ("email", "email")), "s", "b")
    assert len(notifications.sent()) == 1


def test_audit_takes_only_the_audit_scope() -> None:
    """An action that the schema does not name is a mistake of the caller."""
    context = new_agent()
    governance = Governance(context, POLICY)
    entry = governance.audit("model_loading", {"model": "m"})
    assert (entry.action, entry.details["model"]) == ("model_loading", "m")
    with pytest.raises(UnknownNameError, match="audited action model_eating"):
        governance.audit("model_eating", {})
    assert len(context.audit.entries()) == 1


@pytest.mark.parametrize("approved", [True, False])
async def test_anchor_decides(approved: bool) -> None:
    """A decision is recorded with who took it, and once."""
    context = new_agent()
    (escalation,) = await Governance(context, POLICY).assess(DRIFTING)
    desk = EscalationDesk(context, POLICY)
    decide = desk.approve if approved else desk.reject
    state = "approved" if approved else "rejected"
    assert desk.pending() == (escalation,)
    decided = await decide(escalation.id, "Ada")
    assert (decided.state, decided.decided_by) == (state, "Ada")
    assert not desk.pending()
    assert context.escalations.get(escalation.id) == decided
    assert outcomes(context, "escalation_decided") == [state]
    with pytest.raises(InvalidRequestError, match=f"is {state}, not pending"):
        await decide(escalation.id, "Ada")


async def test_nobody_else_decides() -> None:
    """Only an anchor of the policy; the try stands in the audit log."""
    context = new_agent()
    (escalation,) = await Governance(context, POLICY).assess(DRIFTING)
    desk = EscalationDesk(context, POLICY)
    with pytest.raises(AuthorizationError):
        await desk.approve(escalation.id, "ada")
    assert desk.pending() == (escalation,)
    assert outcomes(context, "escalation_decided") == ["rejected"]
    with pytest.raises(UnknownNameError):
        await desk.reject("no such id", "Ada")


async def test_escalations_survive_a_restart(tmp_path: Path) -> None:
    """What waits for people still waits, what they decided stays decided."""
    runtime, clock = new_runtime(tmp_path)
    context = new_agent(runtime=runtime)
    governance = Governance(context, POLICY)
    odd = Reading({"confidence": -math.inf, "criticality": math.inf})
    (first,) = await governance.assess(odd)
    clock.advance(1)
    (second,) = await governance.assess(DRIFTING)
    await EscalationDesk(context, POLICY).approve(second.id, "Ada")
    before = context.escalations.all()
    await runtime.aclose()

    runtime, _ = new_runtime(tmp_path)
    context = new_agent(runtime=runtime)
    governance = Governance(context, POLICY)
    await governance.start()
    await governance.start()
    assert context.escalations.all() == before
    assert EscalationDesk(context, POLICY).pending() == (first,)
    await EscalationDesk(context, POLICY).reject(first.id, "Ada")
    await governance.start()
    assert not context.escalations.pending()
    await runtime.aclose()


async def test_policy_is_enforced() -> None:
    """What fires is forbidden by name, what does not passes."""
    context = new_agent()
    checker = PolicyChecker(context, POLICY)
    await checker.enforce(Reading({"confidence": 0.6, "criticality": 0.9}))
    assert checker.check(DOUBTFUL) == ("doubt",)
    with pytest.raises(PolicyViolationError) as caught:
        await checker.enforce(DOUBTFUL)
    assert caught.value.problem()["triggers"] == ["doubt"]
    assert outcomes(context, "policy_enforced") == ["ok", "rejected"]
    assert context.metrics.value("policy_violations_total") == 1


async def test_detector_tells_what_it_finds() -> None:
    """Patterns are found in order, audited, and published where declared."""
    context = new_agent()
    context.events.declare("drift")
    detector = Detector(context, (DRIFT, DOUBT))
    both = Reading(DOUBTFUL.metrics, DRIFTING.events)
    assert detector.detect(both) == (DRIFT, DOUBT)
    assert await detector.watch(both) == (DRIFT, DOUBT)
    assert not await detector.watch(Reading())
    found = context.audit.entries("pattern_detected")
    assert [entry.details["trigger"] for entry in found] == ["drift", "doubt"]
    assert len(context.audit.entries("event_published")) == 1


async def test_violations_are_kept() -> None:
    """Each breach is found again by its rule, audited and published where declared."""
    context = new_agent()
    context.events.declare("late_report")
    recorder = ViolationRecorder(context, ("late_report",))
    late = await recorder.record("late_report", {"hours": 3})
    other = await recorder.record("no_report", {})
    assert recorder.violations() == (late, other)
    assert recorder.violations("no_report") == (other,)
    assert (late.in_scope, other.in_scope) == (True, False)
    assert len({late.id, other.id}) == 2
    assert len(context.audit.entries("violation_recorded")) == 2
    assert len(context.audit.entries("event_published")) == 1


async def test_people_are_asked_though_the_store_fails(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The question stands in memory, each anchor is told, and the log says what is lost."""
    agent = new_agent(runtime=new_runtime(tmp_path)[0])
    governance = Governance(agent, POLICY)
    with closing(connect(tmp_path / "alpha" / "memory.sqlite3")) as disk:
        disk.execute("DROP TABLE record")
    (asked,) = await governance.assess(DRIFTING)
    assert agent.escalations.pending() == (asked,)
    assert len(agent.runtime.notifications.sent()) == 4
    assert any("a restart loses it" in it for it in caplog.messages)


async def test_people_are_asked_though_the_trail_takes_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk keeps the trail from growing, and nobody from being told."""
    agent = new_agent()

    def full(_entry: object) -> None:
        """Be a disk without room."""
        raise OSError("No space left on device")

    monkeypatch.setattr(agent.audit, "_append", full)
    (asked,) = await Governance(agent, POLICY).assess(DRIFTING)
    assert agent.escalations.pending() == (asked,)
    assert len(agent.runtime.notifications.sent()) == 4
    assert sum("No space left on device" in it for it in caplog.messages) == 5

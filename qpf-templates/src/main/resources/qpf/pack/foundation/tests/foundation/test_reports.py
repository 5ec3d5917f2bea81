"""Samples are the same on every draw, reports say what happened."""

from __future__ import annotations

import pytest

from ...core.audit import AuditEntry
from ...core.correlation import correlated
from ...core.errors import InvalidRequestError
from ...core.governance import (
    Anchor,
    AuditSampler,
    EscalationDesk,
    Event,
    Governance,
    Policy,
    Reading,
    ReportGenerator,
    Trigger,
)
from .companions import new_agent, outcomes

POLICY = Policy(
    "hybrid", True, (Anchor("Ada"),), ("scored",), (Trigger("drift", Event("drift")),)
)
SCOPE = ("scored",)


def test_sampler_keeps_to_the_audit_scope() -> None:
    """What the schema does not want audited is not sampled."""
    context = new_agent()
    context.audit.record("scored", details={"n": 1})
    context.audit.record("other")
    (entry,) = AuditSampler(context, SCOPE).entries()
    assert entry.details == {"n": 1}


def many_entries() -> tuple[AuditSampler, tuple[AuditEntry, ...]]:
    """Give a sampler and 2000 entries, the same ones on every call."""
    context = new_agent()
    with correlated("flow"):
        for number in range(2000):
            context.audit.record("scored", details={"n": number})
    sampler = AuditSampler(context, SCOPE)
    return sampler, sampler.entries()


def test_sample_is_deterministic() -> None:
    """Two draws agree, in whatever order the entries come, and in another run."""
    sampler, entries = many_entries()
    tenth = sampler.sample(entries, 0.1)
    again, same = many_entries()
    assert again.sample(same, 0.1) == tenth
    assert sampler.sample(reversed(entries), 0.1) == tenth[::-1]


def test_sample_grows_with_its_rate() -> None:
    """A higher rate holds all of a lower one, and the share is met."""
    sampler, entries = many_entries()
    tenth, half = (sampler.sample(entries, rate) for rate in (0.1, 0.5))
    assert [it for it in tenth if it not in half] == []
    assert 150 < len(tenth) < 250
    assert 900 < len(half) < 1100
    assert not sampler.sample(entries, 0)
    assert sampler.sample(entries, 1) == entries


@pytest.mark.parametrize("rate", [-0.1, 1.1, float("nan")])
def test_rate_is_a_share(rate: float) -> None:
    """There is no such thing as eleven tenths of a log."""
    with pytest.raises(InvalidRequestError, match="between 0 and 1"):
        AuditSampler(new_agent(), SCOPE).sample((), rate)


async def test_report_sums_up_what_happened() -> None:
    """Audit, decisions, escalations and metrics stand in one report."""
    context = new_agent("Scorer", operations={"score": lambda payload: {"s": 1}})
    await context.operations.call("score", {})
    (escalation,) = await Governance(context, POLICY).assess(
        Reading(events=frozenset({"drift"}))
    )
    await EscalationDesk(context, POLICY).approve(escalation.id, "Ada")
    report = ReportGenerator(context).report()
    assert (report["agent"], report["version"]) == ("Scorer", "6.0.0")
    assert report["at"] == "2026-08-31T12:00:00+00:00"
    assert report["audit"] == {
        "anchor_notified: ok": 1,
        "escalation: pending": 1,
        "escalation_decided: approved": 1,
        "score: ok": 1,
    }
    assert report["decisions"] == {"score": 1}
    assert report["escalations"] == [
        {
            "id": escalation.id,
            "trigger": "drift",
            "state": "approved",
            "at": "2026-08-31T12:00:00+00:00",
            "decided_by": "Ada",
        }
    ]
    metrics = report["metrics"]
    assert isinstance(metrics, dict)
    assert metrics["escalations_total{trigger=drift}"] == 1.0
    assert metrics["operation_calls_total{operation=score}"] == 1.0
    assert not any("_bucket" in name or "_created" in name for name in metrics)


async def test_markdown_shows_the_report() -> None:
    """Each part is a table; a part without rows has a dash."""
    context = new_agent("Scorer")
    text = ReportGenerator(context).markdown()
    assert text.startswith(
        "# Report of Scorer 6.0.0\n\nAs of 2026-08-31T12:00:00+00:00."
    )
    assert "## Audit\n\n| name | value |\n| --- | --- |\n| - | - |\n" in text
    await Governance(context, POLICY).assess(Reading(events=frozenset({"drift"})))
    text = ReportGenerator(context).markdown()
    assert "| drift | pending | 2026-08-31T12:00:00+00:00 |  |" in text
    assert "| escalation: pending | 1 |" in text


def test_markdown_keeps_hostile_names_in_their_cells() -> None:
    """Names cannot end a cell, begin a line or become markup."""
    context = new_agent()
    context.audit.record("a|b\n# c `d` <e>")
    assert outcomes(context, "a|b\n# c `d` <e>") == ["ok"]
    text = ReportGenerator(context).markdown()
    assert "| a\\|b # c \\`d\\` \\<e>: ok | 1 |" in text

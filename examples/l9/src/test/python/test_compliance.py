"""Each rule of the auditor finds what it names, at its boundary."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import cast

import pytest

from l9_domain.compliance import check_compliance, severity_ranking

from .doubles import AuditRecord, Steps


def _check(*records: AuditRecord) -> dict[str, object]:
    """Check records with limits of 500 ms and 0.6."""
    return asyncio.run(
        check_compliance(records, latency_limit_ms=500.0, confidence_floor=0.6)
    )


def _rules(*records: AuditRecord) -> list[str]:
    """Return the rules that records break, in the order of the findings."""
    result = _check(*records)
    findings = cast(list[Mapping[str, object]], result["findings"])
    assert result["compliant"] is (not findings)
    return [str(finding["rule"]) for finding in findings]


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        pytest.param(AuditRecord(), [], id="clean"),
        pytest.param(AuditRecord(latency_ms=500.0), [], id="just in time"),
        pytest.param(AuditRecord(latency_ms=500.5), ["late_answer"], id="late"),
        pytest.param(AuditRecord(confidence=0.6), [], id="just sure enough"),
        pytest.param(
            AuditRecord(confidence=0.59), ["doubtful_decision"], id="doubtful"
        ),
        pytest.param(
            AuditRecord(class_="routine", confidence=0.1), [], id="routine may doubt"
        ),
        pytest.param(
            AuditRecord(class_="override", signed=False),
            ["unsigned_override"],
            id="unsigned",
        ),
    ],
)
@pytest.mark.usefixtures("steps")
def test_a_rule_finds_what_it_names(record: AuditRecord, rules: list[str]) -> None:
    """A record on the boundary is clean."""
    assert _rules(record) == rules


def test_the_severest_finding_comes_first(steps: Steps) -> None:
    """Whatever the order of the records."""
    late = AuditRecord(latency_ms=900.0)
    unsigned = AuditRecord(class_="override", signed=False)
    assert _rules(late, unsigned) == ["unsigned_override", "late_answer"]
    assert steps.consulted == [{"finding_severity": 5}]


def test_a_clean_record_asks_nobody(steps: Steps) -> None:
    """No finding has no severity."""
    assert not _rules(AuditRecord())
    assert not steps.consulted


@pytest.mark.usefixtures("steps")
def test_evidence_names_the_action() -> None:
    """A reader sees what happened, and to whom it belongs."""
    result = _check(AuditRecord(latency_ms=900.0))
    assert result["findings"] == [
        {
            "agent": "MainAgent",
            "rule": "late_answer",
            "severity": 2,
            "evidence": "decision_made: 900 ms, allowed are 500 ms",
        }
    ]


def test_severity_ranking_counts_repetition() -> None:
    """Three small findings weigh more than a middling one."""
    assert severity_ranking({"severity": 2.0, "count": 3.0}) == 6.0
    assert severity_ranking({"severity": 3.0}) == 3.0

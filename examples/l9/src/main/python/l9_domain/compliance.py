"""The rules that the auditor holds each action against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from l9_domain.agent import consult
from l9_domain.shapes import AuditRecord


def severity_ranking(features: Mapping[str, float]) -> float:
    """Rank a finding by `severity` times how often it was seen (`count`)."""
    return features.get("severity", 0.0) * features.get("count", 1.0)


async def check_compliance(
    records: Sequence[AuditRecord], latency_limit_ms: float, confidence_floor: float
) -> dict[str, object]:
    """Hold records against the rules; the severest findings come first.

    The policy of the agent says from which severity on people are told.
    """
    broken = [
        (-severity, record.agent, rule, f"{record.action}: {evidence}")
        for record in records
        for rule, severity, evidence in _broken_rules(
            record, latency_limit_ms, confidence_floor
        )
    ]
    findings = [
        {"agent": agent, "rule": rule, "severity": -order, "evidence": evidence}
        for order, agent, rule, evidence in sorted(broken)
    ]
    if broken:
        await consult(finding_severity=-min(broken)[0])
    return {"findings": findings, "compliant": not findings}


def _broken_rules(
    record: AuditRecord, latency_limit_ms: float, confidence_floor: float
) -> Iterator[tuple[str, int, str]]:
    """Yield rule, severity and evidence of each rule that a record breaks."""
    if record.class_ == "override" and not record.signed:
        yield "unsigned_override", 5, "an override that nobody signed for"
    if record.class_ == "decision" and record.confidence < confidence_floor:
        yield "doubtful_decision", 3, (
            f"confidence {record.confidence:g} below {confidence_floor:g}"
        )
    if record.latency_ms > latency_limit_ms:
        yield "late_answer", 2, (
            f"{record.latency_ms:g} ms, allowed are {latency_limit_ms:g} ms"
        )

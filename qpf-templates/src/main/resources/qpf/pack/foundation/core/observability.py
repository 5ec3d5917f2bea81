"""What an agent lets others see: audit trail, decisions, metrics, alerts and logs."""

from __future__ import annotations

from .audit import AuditEntry, AuditLog, DecisionLog, DecisionRecord
from .correlation import CORRELATION_HEADER, correlated, correlation_id
from .journal import AgentLogger
from .metrics import Metrics, metric_name
from .telemetry import Alert, MetricSpec, Telemetry

__all__ = [
    "CORRELATION_HEADER",
    "AgentLogger",
    "Alert",
    "AuditEntry",
    "AuditLog",
    "DecisionLog",
    "DecisionRecord",
    "MetricSpec",
    "Metrics",
    "Telemetry",
    "correlated",
    "correlation_id",
    "metric_name",
]

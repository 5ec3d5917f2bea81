"""The log: a line of JSON for each event, in the file that its name points at."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from ...core.context import AgentContext, Runtime
from ...core.errors import ConfigurationError
from ...core.observability import AgentLogger, correlated
from .samples import agent, settings

_FILES = ("acme/logs/serving.log", "acme/logs/anomaly.log")


def test_a_line_is_json_with_its_flow(caplog: pytest.LogCaptureFixture) -> None:
    """It goes to memory and to the standard logging."""
    log = AgentLogger(agent(), _FILES)
    with caplog.at_level(logging.INFO), correlated("flow-1"):
        log.log("request_served", path="/score", agent="not me")
    (line,) = log.lines()
    assert json.loads(line) == {
        "at": "2026-01-02T12:00:00+00:00",
        "agent": "Scorer",
        "event": "request_served",
        "correlation_id": "flow-1",
        "path": "/score",
    }
    assert line in caplog.text
    assert caplog.records[0].name == "acme.core.scorer"


def test_lines_go_to_the_file_of_their_word(tmp_path: Path) -> None:
    """What fits no file goes to the first."""
    context = AgentContext(settings(), Runtime(data_dir=tmp_path))
    log = AgentLogger(context, _FILES)
    for event in ("anomaly_flagged", "request_served", "started"):
        log.log(event)
    assert not list(tmp_path.glob("*.log"))
    serving = (tmp_path / "acme/logs/serving.log").read_text("utf-8").splitlines()
    anomaly = (tmp_path / "acme/logs/anomaly.log").read_text("utf-8").splitlines()
    assert [json.loads(line)["event"] for line in serving] == [
        "request_served",
        "started",
    ]
    assert [json.loads(line)["event"] for line in anomaly] == ["anomaly_flagged"]


def test_a_line_break_in_a_fact_stays_inside_its_line() -> None:
    """Nobody can forge a line."""
    log = AgentLogger(agent(), ())
    log.log("x", text='a\n{"event": "forged"}')
    assert len(log.lines()) == 1
    assert "\n" not in log.lines()[0]


@pytest.mark.parametrize("file", ["/etc/passwd", "../outside.log", "a/../../b.log"])
def test_a_file_outside_of_the_data_folder_is_refused(file: str) -> None:
    """Whatever a schema says, logs stay where they belong."""
    with pytest.raises(ConfigurationError, match="outside"):
        AgentLogger(agent(), (file,))

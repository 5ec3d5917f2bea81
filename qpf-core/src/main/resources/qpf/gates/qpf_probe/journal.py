"""A plugin of pytest: what came of each test, and what each group of tests ran.

One process may run several groups of tests. Each gets a result of its own, with the arcs
that it ran in the files that it imports, so that a group need not run again while those
files stay the same.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import coverage

from .meddling import HARMLESS, hook
from .reading import Reading

# Taken away: what tests start is no business of this plugin's, nor is its order theirs.
_ORDER_FILE = Path(os.environ.pop("QPF_ORDER"))
_ORDER = json.loads(_ORDER_FILE.read_text(encoding="utf-8"))
_ORDER_FILE.unlink()
_ROOT = Path(_ORDER["tree"])
_READING = Reading(_ORDER["project"], _ORDER["known"])
# Where tools and libraries lie, before any test adds a folder of its own.
_TRUSTED = [Path(it) for it in sys.path if it and not Path(it).is_relative_to(_ROOT)]


def _started() -> coverage.Coverage:
    """Start to watch the packages of the tree."""
    watch = coverage.Coverage(
        data_file=None,
        branch=True,
        source=[str(_ROOT / it) if (_ROOT / it).is_dir() else it for it in _ORDER["packages"]],
        config_file=str(_ROOT / "pyproject.toml"),
        messages=False,
    )
    watch.start()
    return watch


def _arcs(watch: coverage.Coverage) -> dict[str, set[tuple[int, int]]]:
    """Give what was run since a start, by paths below the tree."""
    watch.stop()
    data = watch.get_data()
    found: dict[str, set[tuple[int, int]]] = {}
    for file in data.measured_files():
        if Path(file).is_relative_to(_ROOT):
            path = Path(file).relative_to(_ROOT).as_posix()
            found[path] = set(data.arcs(file) or ())
    return found


def _below(path: str) -> str:
    """Give a path as the gates name it: below the tree, or where it lies if that is elsewhere."""
    whole = Path(os.path.normpath(_ROOT / path))
    return whole.relative_to(_ROOT).as_posix() if whole.is_relative_to(_ROOT) else str(whole)


class Journal:
    """Keeps the worst that happened to each test, group by group.

    A test has passed only once it was called and torn down: whatever was collected, or
    should have been, and did not come so far is a row of its own that has not passed.
    """

    def __init__(self) -> None:
        """Begin before anything of the tree is imported."""
        self._groups: dict[str, str] = _ORDER["groups"]
        self._default: str = _ORDER["default"]
        self._tests: dict[str, dict[str, dict[str, Any]]] = {}
        self._phases: dict[str, set[str]] = {}
        self._files: dict[str, str] = {}
        self._collected: dict[str, tuple[str, int]] = {}
        self._given: set[str] = set()
        self._deselected: set[str] = set()
        self._ran: dict[str, dict[str, set[tuple[int, int]]]] = {}
        self._group = ""
        self._seal = bytes.fromhex(_ORDER.pop("seal"))
        self._watch = _started()

    def _group_of(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        best = max(
            (it for it in self._groups if path == it or path.startswith(it + "/")),
            key=len,
            default="",
        )
        return self._groups.get(best, self._default)

    def _switch(self, group: str) -> None:
        """Keep what the last group ran and begin the next one."""
        if group == self._group:
            return
        kept = self._ran.setdefault(self._group, {})
        for path, arcs in _arcs(self._watch).items():
            kept.setdefault(path, set()).update(arcs)
        self._group = group
        self._watch = _started()

    def pytest_runtest_logstart(self, nodeid: str, location: Any) -> None:
        """Say which test runs, for whoever has to end it."""
        self._switch(self._group_of(nodeid))
        running = {"id": nodeid, "path": _below(location[0]), "line": (location[1] or 0) + 1}
        Path(_ORDER["running"]).write_text(json.dumps(running), encoding="utf-8")

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note one phase of a test."""
        path, line, _ = report.location
        row = self._row(report.nodeid, path, (line or 0) + 1)
        phases = self._phases.setdefault(report.nodeid, set())
        if report.outcome == "passed":
            phases.add(report.when)
            if row["outcome"] == "not run" and phases >= {"call", "teardown"}:
                row.update(outcome="passed", message="")
        elif row["outcome"] != "failed":
            row["outcome"] = report.outcome
            row["message"] = _message(report)
            row["line"] = _line(report, path) or row["line"]

    def _row(self, nodeid: str, path: str, line: int) -> dict[str, Any]:
        """Give what is known of a test, which has not passed until it says so."""
        new = {
            "id": nodeid,
            "path": _below(path),
            "line": line,
            "outcome": "not run",
            "message": "it did not run to its end",
        }
        return self._tests.setdefault(self._group_of(nodeid), {}).setdefault(nodeid, new)

    def pytest_itemcollected(self, item: Any) -> None:
        """Note a test that is there, before anybody may leave it out."""
        path, line, _ = item.location
        self._collected[item.nodeid] = (path, (line or 0) + 1)
        self._given.add(_below(str(item.path)))

    def pytest_deselected(self, items: Any) -> None:
        """Note tests that somebody left out."""
        self._deselected.update(it.nodeid for it in items)

    def pytest_collectstart(self, collector: Any) -> None:
        """Note where a file lies: outside of the tree its id does not tell."""
        self._files[collector.nodeid] = str(collector.path)

    def pytest_collectreport(self, report: Any) -> None:
        """Note a file that could not be collected, or did not want to be."""
        if report.outcome != "passed":
            path = self._files.get(report.nodeid, report.nodeid.partition("::")[0])
            row = self._row(report.nodeid, path, _line(report, path) or 1)
            row["outcome"] = report.outcome
            row["message"] = f"cannot be collected: {_message(report)}"
            self._given.add(row["path"])

    def _add_missing(self) -> None:
        """Add what was there and did not run, and the files of which nothing was."""
        for nodeid, place in self._collected.items():
            row = self._row(nodeid, *place)
            if row["outcome"] == "not run" and nodeid in self._deselected:
                row["message"] = "it was deselected"
        for facts in _ORDER["results"].values():
            for file in facts["files"]:
                if _below(file) not in self._given:
                    self._row(file, file, 1)["message"] = "no test of this file was collected"

    def add_hooks(self, plugin: Any, manager: Any) -> None:
        """Note the hooks of a plugin that is nobody's library, however they came by their names."""
        for caller in manager.get_hookcallers(plugin) or ():
            for it in caller.get_hookimpls():
                code = getattr(it.function, "__code__", None)
                file = Path(code.co_filename if code else str(getattr(plugin, "__file__", "?")))
                known = caller.name in HARMLESS or any(map(file.is_relative_to, _TRUSTED))
                if it.plugin is plugin and not known:
                    line = code.co_firstlineno if code else 1
                    row = self._row(f"{file}:{caller.name}", str(file), line)
                    row.update(outcome="hook", message=hook(caller.name))

    def pytest_sessionfinish(self) -> None:
        """Write a result for each group."""
        seal, self._seal = self._seal, b""
        self._add_missing()
        self._switch("(end)")
        loaded = self._ran.get("", {})
        closures = json.loads(Path(_ORDER["closures"]).read_text(encoding="utf-8"))
        for name, facts in _ORDER["results"].items():
            reach = {it for file in facts["files"] for it in closures.get(file, [file])}
            arcs: dict[str, list[tuple[int, int]]] = {}
            ran = self._ran.get(name, {})
            for path in sorted(loaded.keys() | ran.keys()):
                if path in reach or facts["everything"]:
                    arcs[path] = sorted(loaded.get(path, set()) | ran.get(path, set()))
            document: dict[str, Any] = {"tests": list(self._tests.get(name, {}).values())}
            document.update(arcs=arcs, reads=_READING.digests(), names=_READING.names())
            text = json.dumps(document).encode()
            # Whoever rewrites it afterwards does not know what it is sealed with.
            mark = hmac.new(seal, text, hashlib.sha256).hexdigest().encode()
            Path(facts["result"]).write_bytes(mark + b"\n" + text)


def _line(report: Any, path: str) -> int:
    """Give the line of the test's own file where it failed, 0 where that is not said."""
    own = Path(path).name  # paths are told from here or from there, names are not
    entries = getattr(getattr(report.longrepr, "reprtraceback", None), "reprentries", [])
    for entry in entries:
        place = getattr(entry, "reprfileloc", None)
        if place is not None and Path(str(place.path)).name == own:
            return int(place.lineno)
    # An import that fails while a file is collected comes as text.
    said = re.search(rf"{re.escape(own)}:(\d+): in ", str(report.longrepr))
    return int(said[1]) if said else 0


def _message(report: Any) -> str:
    """Give one line that says what went wrong."""
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is not None:
        return (str(crash.message).splitlines() or [""])[0]
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[-1])
    last = (str(report.longrepr).strip().splitlines() or [""])[-1]
    return last.removeprefix("E ").strip()


def pytest_configure(config: Any) -> None:
    """Join the run."""
    config.pluginmanager.register(_JOURNAL, "qpf-journal")


def pytest_plugin_registered(plugin: Any, manager: Any) -> None:
    """Look at whoever joins, before or after."""
    _JOURNAL.add_hooks(plugin, manager)


_JOURNAL = Journal()

"""The store survives restarts, deaths, threads and other agents."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ...core.clock import FixedClock
from ...core.errors import ConfigurationError, StorageError
from ...core.memorymanager import LayerSpec, MemoryLayer, MemoryRecord
from ...core.storage import AgentDatabase
from .companions import START, new_agent, new_runtime

EPISODIC = LayerSpec("episodic", "postgres", ttl_s=3600, index_by=("domain",))
RECORD = MemoryRecord(key="k", content={}, index={}, stored_at=START, full_key="a:k")
ROOT = Path(__file__).parents[__name__.count(".")]


async def test_memory_survives_a_restart(tmp_path: Path) -> None:
    """The same data folder brings back records, index, relations and expiry."""
    runtime, _ = new_runtime(tmp_path)
    layer = MemoryLayer(new_agent(runtime=runtime), EPISODIC)
    stored = await layer.store("k", {"domain": "plastics", "n": [1, 2.5, None]})
    await layer.relate("a", "causes", "b", {"w": 1})
    await runtime.aclose()

    runtime, clock = new_runtime(tmp_path)
    layer = MemoryLayer(new_agent(runtime=runtime), EPISODIC)
    assert await layer.record("k") == stored
    assert await layer.search({"domain": "plastics"}) == (stored,)
    assert [it.content for it in await layer.related("a")] == [{"w": 1}]
    clock.advance(3600)
    assert await layer.recall("k") is None
    await runtime.aclose()


async def test_agents_have_files_of_their_own(tmp_path: Path) -> None:
    """Each agent's memory is one file below the data folder."""
    runtime, _ = new_runtime(tmp_path)
    for name in ("Alpha", "Beta"):
        layer = MemoryLayer(new_agent(name, runtime), EPISODIC)
        await layer.store("k", {"of": name})
    await runtime.aclose()
    files = sorted(it.relative_to(tmp_path) for it in tmp_path.rglob("*.sqlite3"))
    assert len(files) == 2
    assert len({it.parent for it in files}) == 2


async def test_layers_do_not_meet(tmp_path: Path) -> None:
    """One key in two layers is two records."""
    database = AgentDatabase(tmp_path / "m.sqlite3", FixedClock(START))
    await database.store("working").write(RECORD)
    assert await database.store("episodic").read("a:k") is None
    assert await database.store("episodic").purge() == 0
    assert await database.store("working").count() == 1
    database.close()


async def test_many_tasks_write_at_the_same_time(tmp_path: Path) -> None:
    """Nothing is lost or torn when many tasks use one database."""
    database = AgentDatabase(tmp_path / "m.sqlite3", FixedClock(START))
    store = database.store("working")
    await asyncio.gather(
        *(
            store.write(replace(RECORD, full_key=f"k{n}", content={"n": n}))
            for n in range(64)
        )
    )
    records = await store.search({})
    assert {it.content["n"] for it in records} == set(range(64))
    database.close()


async def test_two_processes_may_hold_one_file(tmp_path: Path) -> None:
    """A second connection sees what the first has committed, and may write."""
    path = tmp_path / "m.sqlite3"
    first = AgentDatabase(path, FixedClock(START))
    second = AgentDatabase(path, FixedClock(START))
    await first.store("working").write(RECORD)
    assert await second.store("working").read("a:k") == RECORD
    assert await second.store("working").delete("a:k")
    assert await first.store("working").count() == 0
    first.close()
    second.close()


async def test_failing_work_rolls_back() -> None:
    """A transaction that fails leaves nothing behind, and the next one works."""
    database = AgentDatabase(None, FixedClock(START))
    store = database.store("working")

    def work(connection: sqlite3.Connection) -> None:
        """Change something and fail."""
        connection.execute("DELETE FROM record")
        raise RuntimeError("in the middle")

    await store.write(RECORD)
    with pytest.raises(RuntimeError, match="in the middle"):
        await database.run(work)
    assert await store.count() == 1
    database.close()


async def test_a_full_disk_is_an_error_of_its_own(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Callers get 503, the log one line, and all works again once there is room."""
    database = AgentDatabase(tmp_path / "m.sqlite3", FixedClock(START))
    store = database.store("working")
    await database.run(lambda it: it.execute("PRAGMA max_page_count = 1").fetchone())
    large = replace(RECORD, content={"text": "x" * 100_000})
    with pytest.raises(StorageError, match="store cannot be used: .*full") as caught:
        await store.write(large)
    assert caught.value.problem()["status"] == 503
    assert sum("m.sqlite3 cannot be used" in it for it in caplog.messages) == 1
    await database.run(lambda it: it.execute("PRAGMA max_page_count = 9999").fetchone())
    await store.write(large)
    assert await store.count() == 1
    database.close()


async def test_closed_database_stays_closed() -> None:
    """Closing twice does no harm, using it afterwards is an error."""
    database = AgentDatabase(None, FixedClock(START))
    database.close()
    database.close()
    with pytest.raises(sqlite3.ProgrammingError):
        await database.store("working").count()


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A foreign file is neither used nor changed."""
    path = tmp_path / "m.sqlite3"
    path.write_bytes(b"this is somebody's letter, and no database at all" * 100)
    before = path.read_bytes()
    with pytest.raises(ConfigurationError, match="cannot be used"):
        AgentDatabase(path, FixedClock(START))
    assert path.read_bytes() == before


def test_killed_process_loses_nothing_committed(tmp_path: Path) -> None:
    """What was stored before a kill is there afterwards."""
    package = __name__.rsplit(".tests.", 1)[0]
    script = f"""
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from {package}.core.clock import SystemClock
from {package}.core.records import MemoryRecord
from {package}.core.storage import AgentDatabase

async def main():
    store = AgentDatabase(Path(sys.argv[1]), SystemClock()).store("working")
    for n in range(20):
        await store.write(MemoryRecord(
            str(n), {{"n": n}}, {{}}, datetime.now(UTC), full_key=str(n)))
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""
    path = tmp_path / "m.sqlite3"
    died = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    database = AgentDatabase(path, FixedClock(START))
    assert asyncio.run(database.store("working").count()) == 20
    database.close()

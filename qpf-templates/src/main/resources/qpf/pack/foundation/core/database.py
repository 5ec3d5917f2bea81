"""One SQLite database: opened safely, used from any thread one transaction at a time."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from .clock import Clock
from .errors import ConfigurationError, StorageError

_ResultT = TypeVar("_ResultT")

_LOG: Final = logging.getLogger(__name__)
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS record (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    layer TEXT NOT NULL,
    full_key TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    fields TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    expires_at TEXT,
    subject TEXT NOT NULL,
    shared INTEGER NOT NULL,
    UNIQUE (layer, full_key)
);
CREATE INDEX IF NOT EXISTS record_subject ON record (layer, subject);
CREATE TABLE IF NOT EXISTS record_field (
    seq INTEGER NOT NULL REFERENCES record (seq) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (seq, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_field_value ON record_field (name, value);
CREATE TABLE IF NOT EXISTS relation (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    layer TEXT NOT NULL,
    source TEXT NOT NULL,
    relation TEXT NOT NULL,
    target TEXT NOT NULL,
    content TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    expires_at TEXT,
    UNIQUE (layer, source, relation, target)
);
CREATE INDEX IF NOT EXISTS relation_target ON relation (layer, target);
"""


class Database:
    """A SQLite database with the tables of memory, safe to use from several threads."""

    def __init__(self, path: Path | None, clock: Clock) -> None:
        """Open the database and make its tables.

        The write-ahead log survives the death of the process at any moment; only a
        power failure may take the last transactions with it.

        Args:
            path: The file, made with its folder where missing; None keeps all in memory.
            clock: Tells when records expire.

        Raises:
            ConfigurationError: The file is no database, or cannot be written.
        """
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._clock = clock
        self._path = path
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(
            ":memory:" if path is None else path,
            timeout=30,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise ConfigurationError(f"{path} cannot be used: {error}.") from error
        # A database that nobody closes is closed when nobody holds it any more.
        weakref.finalize(self, self._connection.close)

    def close(self) -> None:
        """Close the file; a database that is closed stays closed."""
        with self._lock:
            self._connection.close()

    def now(self) -> str:
        """Return the clock's time in the form in which the tables hold it."""
        return moment(self._clock.now())

    async def run(self, work: Callable[[sqlite3.Connection], _ResultT]) -> _ResultT:
        """Do some work as one transaction, off the event loop.

        Args:
            work: Uses the connection and returns; what it raises rolls back.

        Raises:
            StorageError: The file cannot be read or written now, as on a full disk.
        """
        return await asyncio.to_thread(self._transact, work)

    def _transact(self, work: Callable[[sqlite3.Connection], _ResultT]) -> _ResultT:
        """Run work between BEGIN and COMMIT, one thread at a time."""
        try:
            with self._lock, self._transaction() as connection:
                return work(connection)
        except sqlite3.OperationalError as error:
            _LOG.error("%s cannot be used: %s", self._path or "memory", error)
            raise StorageError(str(error)) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Begin a transaction; commit it, or roll it back on any error."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            if self._connection.in_transaction:  # SQLite ends it itself on a full disk.
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def moment(at: datetime) -> str:
    """Return a time as text of fixed width in UTC, which sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment_or_none(at: datetime | None) -> str | None:
    """Return an optional time as text."""
    return None if at is None else moment(at)


def time_or_none(text: str | None) -> datetime | None:
    """Return the time that an optional text holds."""
    return None if text is None else datetime.fromisoformat(text)

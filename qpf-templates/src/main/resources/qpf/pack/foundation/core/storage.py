"""Embedded storage: one SQLite file per agent, or none, with a store for each layer.

Another backend takes part by offering the methods of Store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Final, Protocol, TypeAlias, cast

from .canonical import canonical_json, parse_json
from .database import Database, moment, moment_or_none, time_or_none
from .payload import Payload
from .records import MemoryRecord, Relation

_Row: TypeAlias = tuple[str, str, str, str, str, str | None, str, int]

_COLUMNS: Final = (
    "full_key, key, content, fields, stored_at, expires_at, subject, shared"
)
_ALIVE: Final = "layer = ? AND (expires_at IS NULL OR expires_at > ?)"


class Store(Protocol):
    """What a memory layer asks of its backend.

    Expired records are never returned. Keys are full keys, with the keyspace, but where
    a method says otherwise.
    """

    async def write(self, record: MemoryRecord) -> None:
        """Store a record in place of any other under its key."""

    async def add(self, record: MemoryRecord) -> MemoryRecord:
        """Store a record unless its key is taken; return the record that stands."""

    async def read(self, full_key: str) -> MemoryRecord | None:
        """Return the record under a key of the backend."""

    async def shared(self, key: str) -> MemoryRecord | None:
        """Return the record that other agents may read under a caller's key."""

    async def search(self, criteria: Mapping[str, str]) -> tuple[MemoryRecord, ...]:
        """Return the records with all these index values, oldest first."""

    async def history(self, subject: str) -> tuple[MemoryRecord, ...]:
        """Return the records about a subject, oldest first."""

    async def delete(self, full_key: str) -> bool:
        """Remove a record; say whether there was one."""

    async def share(self, full_key: str) -> bool:
        """Let other agents read a record; say whether there is one."""

    async def purge(self) -> int:
        """Remove what has expired; return how many records and relations."""

    async def count(self) -> int:
        """Return the number of records."""

    async def relate(self, relation: Relation) -> None:
        """Store a relation in place of one with the same ends and name."""

    async def relations(self) -> tuple[Relation, ...]:
        """Return all relations, oldest first."""


class AgentDatabase(Database):
    """One agent's memory on disk, or in the process where it has no file."""

    def store(self, layer: str) -> Store:
        """Return the store of one layer."""
        return _SqliteStore(self, layer)


class _SqliteStore:
    """One layer of an agent's database."""

    def __init__(self, database: AgentDatabase, layer: str) -> None:
        """Take the database and the layer's name."""
        self._database = database
        self._layer = layer

    async def write(self, record: MemoryRecord) -> None:
        """Store a record in place of any other under its key."""

        def work(connection: sqlite3.Connection) -> None:
            """Remove the old row, insert the new one."""
            self._insert(connection, record)

        await self._database.run(work)

    async def add(self, record: MemoryRecord) -> MemoryRecord:
        """Store a record unless its key is taken; return the record that stands."""

        def work(connection: sqlite3.Connection) -> MemoryRecord:
            """Look the key up and insert in the same transaction."""
            rows = self._select(connection, "full_key = ?", record.full_key)
            if rows:
                return rows[0]
            self._insert(connection, record)
            return record

        return await self._database.run(work)

    async def read(self, full_key: str) -> MemoryRecord | None:
        """Return the record under a key, None when there is none or it has expired."""
        rows = await self._find("full_key = ?", full_key)
        return rows[0] if rows else None

    async def shared(self, key: str) -> MemoryRecord | None:
        """Return the record that other agents may read under a caller's key."""
        rows = await self._find("key = ? AND shared = 1", key)
        return rows[-1] if rows else None

    async def search(self, criteria: Mapping[str, str]) -> tuple[MemoryRecord, ...]:
        """Return the records with all these index values, oldest first."""
        field = "seq IN (SELECT seq FROM record_field WHERE name = ? AND value = ?)"
        values = [text for pair in sorted(criteria.items()) for text in pair]
        return await self._find(" AND ".join([field] * len(criteria)) or "1", *values)

    async def history(self, subject: str) -> tuple[MemoryRecord, ...]:
        """Return the records about a subject, oldest first."""
        return await self._find("subject = ?", subject)

    async def delete(self, full_key: str) -> bool:
        """Remove a record; say whether a living one was there."""

        def work(connection: sqlite3.Connection) -> bool:
            """Look the record up and remove it."""
            found = self._select(connection, "full_key = ?", full_key)
            self._remove(connection, full_key)
            return bool(found)

        return await self._database.run(work)

    async def share(self, full_key: str) -> bool:
        """Let other agents read a record; say whether there is one."""
        statement = f"UPDATE record SET shared = 1 WHERE {_ALIVE} AND full_key = ?"
        values = (self._layer, self._database.now(), full_key)
        return await self._change(statement, values) > 0

    async def purge(self) -> int:
        """Remove what has expired; return how many records and relations."""
        values = (self._layer, self._database.now())
        gone = 0
        for table in ("record", "relation"):
            gone += await self._change(
                f"DELETE FROM {table} WHERE layer = ? AND expires_at <= ?", values
            )
        return gone

    async def count(self) -> int:
        """Return the number of records that have not expired."""

        def work(connection: sqlite3.Connection) -> int:
            """Count the living rows."""
            cursor = connection.execute(
                f"SELECT count(*) FROM record WHERE {_ALIVE}",
                (self._layer, self._database.now()),
            )
            return cast(int, cursor.fetchone()[0])

        return await self._database.run(work)

    async def relate(self, relation: Relation) -> None:
        """Store a relation in place of one with the same ends and name."""
        await self._change(
            "INSERT OR REPLACE INTO relation (layer, source, relation, target,"
            " content, stored_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self._layer,
                relation.source,
                relation.relation,
                relation.target,
                canonical_json(relation.content),
                moment(relation.stored_at),
                moment_or_none(relation.expires_at),
            ),
        )

    async def relations(self) -> tuple[Relation, ...]:
        """Return all relations that have not expired, oldest first."""

        def work(connection: sqlite3.Connection) -> tuple[Relation, ...]:
            """Read the living rows."""
            rows = connection.execute(
                "SELECT source, relation, target, content, stored_at, expires_at"
                f" FROM relation WHERE {_ALIVE} ORDER BY seq",
                (self._layer, self._database.now()),
            )
            return tuple(
                Relation(
                    source,
                    name,
                    target,
                    cast(Payload, parse_json(content)),
                    datetime.fromisoformat(stored_at),
                    time_or_none(expires_at),
                )
                for source, name, target, content, stored_at, expires_at in rows
            )

        return await self._database.run(work)

    async def _change(self, statement: str, values: tuple[str | None, ...]) -> int:
        """Run one statement and return how many rows it changed."""

        def work(connection: sqlite3.Connection) -> int:
            """Run it."""
            return connection.execute(statement, values).rowcount

        return await self._database.run(work)

    async def _find(self, condition: str, *values: str) -> tuple[MemoryRecord, ...]:
        """Return the living records that meet a condition, oldest first."""

        def work(connection: sqlite3.Connection) -> tuple[MemoryRecord, ...]:
            """Select them."""
            return self._select(connection, condition, *values)

        return await self._database.run(work)

    def _select(
        self, connection: sqlite3.Connection, condition: str, *values: str
    ) -> tuple[MemoryRecord, ...]:
        """Read living records within a transaction; the condition is our own SQL."""
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM record WHERE {_ALIVE} AND {condition}"
            " ORDER BY seq",
            (self._layer, self._database.now(), *values),
        )
        return tuple(_record(row) for row in rows)

    def _remove(self, connection: sqlite3.Connection, full_key: str) -> None:
        """Remove the row of a key, expired or not."""
        connection.execute(
            "DELETE FROM record WHERE layer = ? AND full_key = ?",
            (self._layer, full_key),
        )

    def _insert(self, connection: sqlite3.Connection, record: MemoryRecord) -> None:
        """Put a record and its index values in place of what its key held."""
        self._remove(connection, record.full_key)
        cursor = connection.execute(
            f"INSERT INTO record (layer, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._layer,
                record.full_key,
                record.key,
                canonical_json(record.content),
                canonical_json(record.index),
                moment(record.stored_at),
                moment_or_none(record.expires_at),
                record.subject,
                int(record.shared),
            ),
        )
        connection.executemany(
            "INSERT INTO record_field (seq, name, value) VALUES (?, ?, ?)",
            [(cursor.lastrowid, name, text) for name, text in record.index.items()],
        )


def _record(row: _Row) -> MemoryRecord:
    """Return the record of a row."""
    full_key, key, content, fields, stored_at, expires_at, subject, shared = row
    return MemoryRecord(
        key=key,
        content=cast(Payload, parse_json(content)),
        index=cast(Mapping[str, str], parse_json(fields)),
        stored_at=datetime.fromisoformat(stored_at),
        expires_at=time_or_none(expires_at),
        subject=subject,
        shared=bool(shared),
        full_key=full_key,
    )

"""One layer of an agent's memory: records by key and by index, and relations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from .canonical import canonical_json, json_copy
from .causality import chains_to
from .errors import ArchiveConflictError, InvalidRequestError, MemoryFieldError
from .payload import Payload
from .records import LayerSpec, MemoryRecord, Relation

if TYPE_CHECKING:
    from .context import AgentContext


class MemoryLayer:
    """One layer of one agent's memory."""

    def __init__(self, context: AgentContext, spec: LayerSpec) -> None:
        """Open the layer in the agent's storage.

        Args:
            context: The agent, for its storage, clock, metrics and audit log.
            spec: The layer, as the schema declares it.
        """
        self.spec = spec
        self._context = context
        self._store = context.storage(spec.layer)
        self._affixes = spec.affixes()

    def full_key(self, key: str) -> str:
        """Return the backend's key: the keyspace with the key in place of its star.

        Raises:
            InvalidRequestError: The key is empty or no Unicode text.
        """
        if not key or any("\ud800" <= letter <= "\udfff" for letter in key):
            raise InvalidRequestError("a memory key is a text of at least one letter")
        before, behind = self._affixes
        return f"{before}{key}{behind}"

    async def store(
        self, key: str, content: Payload, index: Mapping[str, object] | None = None
    ) -> MemoryRecord:
        """Remember a payload under a key, in place of what was there.

        Args:
            key: The caller's key, without the keyspace.
            content: What to remember, JSON values only.
            index: Values to find it by; None takes the indexed fields of the content.

        Raises:
            MemoryFieldError: The index names a field that the layer does not index.
            ArchiveConflictError: The layer never changes and holds other content
                under this key.
            InvalidRequestError: The key is empty, or the content has no JSON form.
        """
        return await self.store_about("", key, content, index)

    async def store_about(
        self,
        subject: str,
        key: str,
        content: Payload,
        index: Mapping[str, object] | None = None,
    ) -> MemoryRecord:
        """Remember a payload as part of a subject's history.

        Args:
            subject: What the payload is about; empty for none.
            key: The caller's key, without the keyspace.
            content: What to remember, JSON values only.
            index: Values to find it by; None takes the indexed fields of the content.

        Raises:
            MemoryFieldError: The index names a field that the layer does not index.
            ArchiveConflictError: The layer never changes and holds other content
                under this key.
            InvalidRequestError: The key is empty, or the content has no JSON form.
        """
        stored_at = self._context.clock.now()
        record = MemoryRecord(
            key=key,
            content=json_copy(content),
            index=self._indexed(content, index),
            stored_at=stored_at,
            expires_at=self.spec.expiry(stored_at),
            subject=subject,
            full_key=self.full_key(key),
        )
        kept = await self._keep(record)
        self._count("stored")
        return kept

    async def recall(self, key: str) -> Payload | None:
        """Return what is remembered under a key, None when nothing is or no longer."""
        record = await self.record(key)
        return None if record is None else record.content

    async def record(self, key: str) -> MemoryRecord | None:
        """Return the whole record under a key, None when there is none or no longer."""
        record = await self._store.read(self.full_key(key))
        self._count("missed" if record is None else "recalled")
        return record

    async def search(self, criteria: Mapping[str, object]) -> tuple[MemoryRecord, ...]:
        """Return the records with all these values, oldest first; all for no criteria.

        Raises:
            MemoryFieldError: A field is not among those that the layer indexes.
        """
        wanted = self._index_values(criteria)
        return await self._store.search(wanted)

    async def history(self, subject: str) -> tuple[MemoryRecord, ...]:
        """Return the records about a subject, oldest first."""
        return await self._store.history(subject)

    async def forget(self, key: str) -> bool:
        """Remove a record; say whether there was one.

        Raises:
            ArchiveConflictError: The layer never changes and holds the record.
        """
        if self.spec.immutable and await self._store.read(self.full_key(key)):
            raise ArchiveConflictError(key)
        return await self._store.delete(self.full_key(key))

    async def share(self, key: str) -> bool:
        """Let other agents read a record until it is stored anew; say if there is one."""
        return await self._store.share(self.full_key(key))

    async def purge(self) -> int:
        """Remove what has expired; return how many records and relations."""
        return await self._store.purge()

    async def count(self) -> int:
        """Return how many records have not expired."""
        return await self._store.count()

    async def relate(
        self, source: str, relation: str, target: str, content: Payload | None = None
    ) -> Relation:
        """Remember a directed relation, in place of the same one from before.

        Args:
            source: Where it starts.
            relation: Its name.
            target: Where it ends.
            content: Facts about it, JSON values only.

        Raises:
            InvalidRequestError: The content has no JSON form.
        """
        stored_at = self._context.clock.now()
        stored = Relation(
            source=source,
            relation=relation,
            target=target,
            content=json_copy(content or {}),
            stored_at=stored_at,
            expires_at=self.spec.expiry(stored_at),
        )
        await self._store.relate(stored)
        return stored

    async def related(
        self, source: str, relation: str | None = None
    ) -> tuple[Relation, ...]:
        """Return the relations that start at a name, oldest first.

        Args:
            source: Where they start.
            relation: Their name; None for any.
        """
        return tuple(
            it
            for it in await self._store.relations()
            if it.source == source and relation in (None, it.relation)
        )

    async def explain(self, effect: str) -> tuple[tuple[str, ...], ...]:
        """Return the chains of relations that lead to a name.

        Each chain starts at a name that nothing leads to, ends with the effect and
        names nothing twice; a name that nothing leads to has no chain.
        """
        relations = await self._store.relations()
        return chains_to(effect, [(it.source, it.target) for it in relations])

    def _indexed(
        self, content: Payload, index: Mapping[str, object] | None
    ) -> Mapping[str, str]:
        """Return the index values of a payload, taken from it where none are given."""
        if index is not None:
            return self._index_values(index)
        found = {name: content[name] for name in self.spec.index_by if name in content}
        return {
            name: _index_text(value)
            for name, value in found.items()
            if isinstance(value, (str, bool, int, float, datetime))
        }

    def _index_values(self, values: Mapping[str, object]) -> Mapping[str, str]:
        """Return values as the text that the index holds.

        Raises:
            MemoryFieldError: A field is not among those that the layer indexes.
        """
        for name in values:
            if name not in self.spec.index_by:
                raise MemoryFieldError(self.spec.layer, name)
        return {name: _index_text(value) for name, value in values.items()}

    async def _keep(self, record: MemoryRecord) -> MemoryRecord:
        """Store a record; where nothing changes, only under a free key.

        Raises:
            ArchiveConflictError: Other content stands under the key.
        """
        if not self.spec.immutable:
            await self._store.write(record)
            return record
        kept = await self._store.add(record)
        if canonical_json(kept.content) != canonical_json(record.content):
            raise ArchiveConflictError(record.key)
        return kept

    def _count(self, event: str) -> None:
        """Count something that happened in this layer."""
        self._context.metrics.count(
            "memory_operations_total", layer=self.spec.layer, event=event
        )


def _index_text(value: object) -> str:
    """Return an index value as text: times in ISO 8601, truth values as in JSON."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)

"""Memory keeps what it is given for exactly as long as the schema says."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from ...core.clock import FixedClock
from ...core.errors import (
    ArchiveConflictError,
    InvalidRequestError,
    MemoryFieldError,
    UnknownNameError,
)
from ...core.memorymanager import (
    Cache,
    LayerSpec,
    MemoryLayer,
    MemoryManager,
    MemoryWriter,
    Retention,
)
from ...core.payload import Payload
from .companions import START, new_agent, new_runtime

WORKING = LayerSpec("working", "redis", keyspace="alpha:working:*", ttl_s=60)
EPISODIC = LayerSpec(
    "episodic",
    "postgres + pgvector",
    retention=Retention(months=18),
    index_by=("domain", "version", "at", "final"),
)
LONGTERM = LayerSpec("longterm", "s3_durable_archive")


def layer_at_start(spec: LayerSpec) -> tuple[MemoryLayer, FixedClock]:
    """Open a layer of a new agent, and give the clock that it expires by."""
    runtime, clock = new_runtime()
    return MemoryLayer(new_agent(runtime=runtime), spec), clock


@pytest.mark.parametrize(
    ("retention", "start", "end"),
    [
        (Retention(months=18), (2026, 8, 31), (2028, 2, 29)),
        (Retention(months=18), (2025, 8, 31), (2027, 2, 28)),
        (Retention(months=1), (2026, 1, 31), (2026, 2, 28)),
        (Retention(months=4), (2026, 8, 31), (2026, 12, 31)),
        (Retention(months=12), (2028, 2, 29), (2029, 2, 28)),
        (Retention(days=90), (2026, 8, 31), (2026, 11, 29)),
        (Retention(days=1, months=1), (2026, 1, 31), (2026, 3, 1)),
    ],
)
def test_retention_is_exact_to_the_calendar(
    retention: Retention, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    """A month ends on the same day, or on the last one that there is."""
    begun = datetime(*start, 12, 30, tzinfo=UTC)
    assert retention.after(begun) == datetime(*end, 12, 30, tzinfo=UTC)


def test_retention_beyond_the_calendar_ends_with_it() -> None:
    """A period that no date can hold is as good as for ever."""
    assert Retention(months=12 * 9000).after(START).year == 9999
    assert Retention(days=10**9).after(START).year == 9999


@pytest.mark.parametrize(("days", "months"), [(0, 0), (-1, 2), (2, -1)])
def test_empty_retention_is_refused(days: int, months: int) -> None:
    """A layer that keeps nothing is a mistake of the author."""
    with pytest.raises(ValueError, match="at least one day or month"):
        Retention(days, months)


def test_empty_ttl_is_refused() -> None:
    """So is a time to live of nothing."""
    with pytest.raises(ValueError, match="ttl_s must be > 0"):
        LayerSpec("working", "redis", ttl_s=0)


async def test_record_expires_at_its_ttl_and_not_before() -> None:
    """The last moment of a record is just before its time to live is over."""
    layer, clock = layer_at_start(WORKING)
    await layer.store("k", {"a": 1})
    clock.advance(59.999999)
    assert await layer.recall("k") == {"a": 1}
    clock.advance(0.000001)
    assert await layer.recall("k") is None
    assert await layer.count() == 0


async def test_record_expires_with_its_calendar_retention() -> None:
    """18 months after 31 August 2026 at noon is 29 February 2028 at noon."""
    layer, clock = layer_at_start(EPISODIC)
    record = await layer.store("k", {"a": 1})
    assert record.expires_at == datetime(2028, 2, 29, 12, 0, tzinfo=UTC)
    clock.advance((record.expires_at - START).total_seconds() - 1)
    assert await layer.recall("k") == {"a": 1}
    clock.advance(1)
    assert await layer.recall("k") is None


async def test_shorter_of_ttl_and_retention_counts() -> None:
    """A record is gone when either is over."""
    spec = LayerSpec("working", "redis", ttl_s=60, retention=Retention(days=1))
    layer, _ = layer_at_start(spec)
    record = await layer.store("k", {})
    assert record.expires_at is not None
    assert (record.expires_at - START).total_seconds() == 60


async def test_record_without_limit_stays() -> None:
    """What has neither ttl nor retention is kept for ever."""
    layer, clock = layer_at_start(LONGTERM)
    assert (await layer.store("k", {"a": 1})).expires_at is None
    clock.advance(100 * 365 * 86400)
    assert await layer.recall("k") == {"a": 1}


async def test_storing_again_replaces_and_prolongs() -> None:
    """The newest content counts, from the time at which it was stored."""
    layer, clock = layer_at_start(WORKING)
    await layer.store("k", {"a": 1})
    clock.advance(40)
    await layer.store("k", {"a": 2})
    clock.advance(40)
    assert await layer.recall("k") == {"a": 2}
    assert await layer.count() == 1


async def test_purge_removes_what_has_expired() -> None:
    """What is alive stays, relations count as well."""
    layer, clock = layer_at_start(WORKING)
    await layer.store("old", {})
    await layer.relate("a", "causes", "b")
    clock.advance(30)
    await layer.store("new", {})
    clock.advance(30)
    assert await layer.purge() == 2
    assert await layer.purge() == 0
    assert await layer.recall("new") == {}
    assert not await layer.related("a")


@pytest.mark.parametrize(
    ("keyspace", "full"),
    [
        ("alpha:working:*", "alpha:working:k"),
        ("alpha:*:v1", "alpha:k:v1"),
        ("alpha:working", "alpha:working:k"),
        ("alpha:working:", "alpha:working:k"),
        ("", "k"),
    ],
)
async def test_keyspace_is_honoured(keyspace: str, full: str) -> None:
    """The backend's key follows the pattern, the caller keeps the own key."""
    context = new_agent()
    spec = LayerSpec("working", "redis", keyspace=keyspace)
    layer = MemoryLayer(context, spec)
    record = await layer.store("k", {"a": 1})
    assert layer.full_key("k") == full
    assert (record.key, record.full_key) == ("k", full)
    stored = await context.storage("working").read(full)
    assert stored == record
    assert await layer.recall("k") == {"a": 1}


async def test_keyspaces_do_not_meet() -> None:
    """One key in two keyspaces is two records."""
    context = new_agent()
    ours = MemoryLayer(context, LayerSpec("working", "redis", keyspace="a:*"))
    theirs = MemoryLayer(context, LayerSpec("working", "redis", keyspace="b:*"))
    await ours.store("k", {"of": "a"})
    await theirs.store("k", {"of": "b"})
    assert await ours.recall("k") == {"of": "a"}
    assert await theirs.forget("k")
    assert await ours.recall("k") == {"of": "a"}


@pytest.mark.parametrize("key", ["", "half \ud800"])
async def test_key_that_is_no_text_is_refused(key: str) -> None:
    """The backend would not find it again."""
    layer, _ = layer_at_start(WORKING)
    with pytest.raises(InvalidRequestError, match="memory key"):
        await layer.store(key, {})


async def test_search_finds_by_all_values() -> None:
    """Criteria are joined by and, results come oldest first."""
    layer, _ = layer_at_start(EPISODIC)
    await layer.store("1", {"domain": "plastics", "version": 1})
    await layer.store("2", {"domain": "plastics", "version": 2})
    await layer.store("3", {"domain": "metals", "version": 2})
    assert [it.key for it in await layer.search({"domain": "plastics"})] == ["1", "2"]
    found = await layer.search({"domain": "plastics", "version": 2})
    assert [it.content["version"] for it in found] == [2]
    assert not await layer.search({"domain": "wood"})
    assert [it.key for it in await layer.search({})] == ["1", "2", "3"]


async def test_index_takes_given_values_and_plain_fields() -> None:
    """Given values win; from the content only what has a text is taken."""
    layer, _ = layer_at_start(EPISODIC)
    await layer.store("given", {"domain": "a"}, {"domain": "b"})
    taken = await layer.store(
        "taken", {"domain": ["a"], "version": 1.5, "at": START, "final": True, "x": 1}
    )
    assert taken.index == {
        "version": "1.5",
        "at": START.isoformat(),
        "final": "true",
    }
    assert [it.key for it in await layer.search({"domain": "b"})] == ["given"]
    assert [it.key for it in await layer.search({"final": True})] == ["taken"]
    assert [it.key for it in await layer.search({"at": START})] == ["taken"]
    assert not await layer.search({"final": False})


async def test_only_indexed_fields_are_searched() -> None:
    """A field that the schema does not index is a mistake, in storing as in searching."""
    layer, _ = layer_at_start(EPISODIC)
    with pytest.raises(MemoryFieldError, match="not indexed by colour"):
        await layer.search({"colour": "red"})
    with pytest.raises(MemoryFieldError):
        await layer.store("k", {}, {"colour": "red"})
    assert await layer.count() == 0


async def test_replaced_record_is_not_found_by_its_old_values() -> None:
    """The index follows the content."""
    layer, _ = layer_at_start(EPISODIC)
    await layer.store("k", {"domain": "a"})
    await layer.store("k", {"domain": "b"})
    assert not await layer.search({"domain": "a"})
    assert len(await layer.search({"domain": "b"})) == 1


async def test_hostile_text_is_data() -> None:
    """Quotes, SQL and emoji come back as they went in."""
    layer, _ = layer_at_start(EPISODIC)
    text = "'; DROP TABLE record; -- \" \\ 😀 {{x}} %_"
    await layer.store(text, {"domain": text})
    (record,) = await layer.search({"domain": text})
    assert (record.key, record.content) == (text, {"domain": text})
    assert await layer.recall("'; DROP TABLE record; -- \" \\ 😀 {{x}} __") is None


async def test_content_without_json_form_is_refused() -> None:
    """Nothing is stored that could not be read back."""
    layer, _ = layer_at_start(WORKING)
    with pytest.raises(InvalidRequestError):
        await layer.store("k", {"value": float("nan")})
    assert await layer.recall("k") is None


async def test_forget_removes() -> None:
    """Forgetting says whether there was something to forget."""
    layer, clock = layer_at_start(WORKING)
    await layer.store("k", {})
    assert await layer.forget("k")
    assert not await layer.forget("k")
    await layer.store("k", {})
    clock.advance(60)
    assert not await layer.forget("k")


async def test_archive_does_not_change() -> None:
    """The same content may come again, other content may not, and nothing leaves."""
    layer, clock = layer_at_start(LONGTERM)
    first = await layer.store("model", {"a": 1, "b": 2})
    clock.advance(10)
    assert await layer.store("model", {"b": 2, "a": 1}) == first
    with pytest.raises(ArchiveConflictError) as caught:
        await layer.store("model", {"a": 1})
    assert caught.value.problem()["key"] == "model"
    with pytest.raises(ArchiveConflictError):
        await layer.forget("model")
    assert await layer.recall("model") == {"a": 1, "b": 2}
    assert not await layer.forget("another")


async def test_archive_takes_an_expired_key_again() -> None:
    """What the retention has ended no longer stands in the way."""
    spec = LayerSpec("longterm", "s3", retention=Retention(days=1))
    layer, clock = layer_at_start(spec)
    await layer.store("k", {"a": 1})
    clock.advance(86400)
    await layer.store("k", {"a": 2})
    assert await layer.recall("k") == {"a": 2}


async def test_one_of_many_writers_fills_the_archive() -> None:
    """Of writers at the same time exactly one wins, the others are told."""
    layer, _ = layer_at_start(LONGTERM)
    results = await asyncio.gather(
        *(layer.store("k", {"n": n}) for n in range(8)), return_exceptions=True
    )
    conflicts = [it for it in results if isinstance(it, ArchiveConflictError)]
    assert len(conflicts) == 7
    assert await layer.count() == 1


async def test_relations_lead_to_explanations() -> None:
    """Chains start at first causes, follow the order of storing, and end circles."""
    layer, _ = layer_at_start(LayerSpec("causal", "hypergraphdb"))
    await layer.relate("rain", "wets", "street", {"mm": 3})
    await layer.relate("street", "causes", "crash")
    await layer.relate("ice", "causes", "crash")
    await layer.relate("ice", "hastens", "crash")
    await layer.relate("crash", "causes", "jam")
    await layer.relate("jam", "causes", "crash")
    assert await layer.explain("crash") == (
        ("rain", "street", "crash"),
        ("ice", "crash"),
        ("jam", "crash"),
    )
    assert not await layer.explain("rain")
    assert not await layer.explain("unheard of")


async def test_related_finds_by_source_and_name() -> None:
    """Relations are found from where they start; the same one again replaces."""
    layer, _ = layer_at_start(LayerSpec("semantic", "neo4j"))
    await layer.relate("a", "knows", "b", {"since": 1})
    await layer.relate("a", "likes", "b")
    await layer.relate("b", "knows", "a")
    await layer.relate("a", "knows", "b", {"since": 2})
    assert {it.relation for it in await layer.related("a")} == {"knows", "likes"}
    (known,) = await layer.related("a", "knows")
    assert known.content == {"since": 2}
    assert not await layer.related("c")


async def test_explanation_of_many_ways_is_bounded() -> None:
    """A graph with more chains than anybody reads gives the first thousand."""
    layer, _ = layer_at_start(LayerSpec("causal", "hypergraphdb"))
    for step in range(11):
        for side in "ab":
            await layer.relate(f"{step}", "causes", f"{step}{side}")
            await layer.relate(f"{step}{side}", "causes", f"{step + 1}")
    chains = await layer.explain("11")
    assert len(chains) == 1000
    assert all(chain[0] == "0" and chain[-1] == "11" for chain in chains)


async def test_manager_opens_the_declared_layers() -> None:
    """Layers are found by name, in the schema's order."""
    runtime, clock = new_runtime()
    manager = MemoryManager(new_agent(runtime=runtime), (WORKING, EPISODIC))
    assert [layer.spec.layer for layer in manager.layers] == ["working", "episodic"]
    await manager.layer("working").store("k", {})
    await manager.layer("episodic").store("k", {})
    clock.advance(60)
    assert await manager.purge() == {"working": 1, "episodic": 0}
    with pytest.raises(UnknownNameError, match="memory layer causal"):
        manager.layer("causal")


def test_manager_refuses_a_layer_twice() -> None:
    """Two layers of one name could not be told apart."""
    with pytest.raises(ValueError, match="twice"):
        MemoryManager(new_agent(), (WORKING, WORKING))


async def test_others_see_only_what_is_shared() -> None:
    """A record is private until it is shared, and again when it is stored anew."""
    runtime, clock = new_runtime()
    alpha = MemoryManager(new_agent("Alpha", runtime), (WORKING,))
    beta = MemoryManager(new_agent("Beta", runtime), (WORKING,))
    await alpha.layer("working").store("k", {"secret": 1})
    assert await beta.layer("working").recall("k") is None
    assert await beta.shared("Alpha", "working", "k") is None
    await alpha.share("working", "k")
    assert await beta.shared("Alpha", "working", "k") == {"secret": 1}
    assert await beta.shared("Alpha", "episodic", "k") is None
    await alpha.layer("working").store("k", {"secret": 2})
    assert await beta.shared("Alpha", "working", "k") is None
    await alpha.share("working", "k")
    clock.advance(60)
    assert await beta.shared("Alpha", "working", "k") is None


async def test_sharing_is_told_and_checked() -> None:
    """Sharing publishes an event; what does not exist cannot be shared."""
    runtime, _ = new_runtime()
    context = new_agent("Alpha", runtime)
    manager = MemoryManager(context, (WORKING,))
    await manager.layer("working").store("k", {})
    await manager.share("working", "k")
    (published,) = context.audit.entries("event_published")
    assert published.details["event"] == "memory_shared"
    with pytest.raises(UnknownNameError, match="memory record other"):
        await manager.share("working", "other")
    with pytest.raises(UnknownNameError, match="agent Gamma"):
        await manager.shared("Gamma", "working", "k")


async def test_writer_keeps_a_history() -> None:
    """Entries about a subject come back oldest first, and only those."""
    context = new_agent()
    writer = MemoryWriter(context, EPISODIC)
    await writer.write("deal", {"step": 1}, {"domain": "a"})
    await writer.write("deal", {"step": 2})
    await writer.write("deal:other", {"step": 3})
    history = await writer.history("deal")
    assert [it.content["step"] for it in history] == [1, 2]
    assert history[0].index == {"domain": "a"}
    assert not await writer.history("nothing")


async def test_writer_traces_causes() -> None:
    """A traced cause explains its effect."""
    writer = MemoryWriter(new_agent(), LayerSpec("causal", "hypergraphdb"))
    relation = await writer.trace("price", "sale", {"weight": 0.5})
    assert (relation.relation, relation.content) == ("causes", {"weight": 0.5})
    assert await writer.explain("sale") == (("price", "sale"),)


async def test_cache_computes_once() -> None:
    """Callers at the same time share one computation, later ones the result."""
    runtime, clock = new_runtime()
    context = new_agent(runtime=runtime)
    cache = Cache(context, WORKING)
    computed: list[int] = []

    async def compute() -> Payload:
        """Take a moment."""
        computed.append(1)
        await asyncio.sleep(0)
        return {"n": len(computed)}

    results = await asyncio.gather(
        *(cache.get_or_compute("k", compute) for _ in range(5))
    )
    assert [it["n"] for it in results] == [1] * 5
    assert await cache.get_or_compute("k", compute) == {"n": 1}
    clock.advance(60)
    assert await cache.get_or_compute("k", compute) == {"n": 2}
    assert context.metrics.value("cache_misses_total") == 2
    assert context.metrics.value("cache_hits_total") == 1


async def test_cache_does_not_keep_errors() -> None:
    """Everybody who waits hears of the error, the next caller computes anew."""
    cache = Cache(new_agent(), WORKING)

    async def fail() -> Payload:
        """Fail after a moment."""
        await asyncio.sleep(0)
        raise RuntimeError("no")

    results = await asyncio.gather(
        *(cache.get_or_compute("k", fail) for _ in range(2)), return_exceptions=True
    )
    assert [type(it) for it in results] == [RuntimeError, RuntimeError]
    assert await cache.get("k") is None
    await cache.put("k", {"a": 1})
    assert await cache.get_or_compute("k", fail) == {"a": 1}


async def test_cancelled_caller_leaves_the_computation_to_others() -> None:
    """Whoever gives up does not take the result from the others."""
    cache = Cache(new_agent(), WORKING)
    release = asyncio.Event()

    async def compute() -> Payload:
        """Wait to be released."""
        await release.wait()
        return {"a": 1}

    impatient = asyncio.create_task(cache.get_or_compute("k", compute))
    patient = asyncio.create_task(cache.get_or_compute("k", compute))
    await asyncio.sleep(0.01)
    impatient.cancel()
    release.set()
    assert await patient == {"a": 1}
    assert impatient.cancelled()

"""Each target: what is thrown, at what, and what must hold. None may take a second of processor time for one input."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Final, cast
from unittest.mock import patch

from hypothesis import strategies as st

from bot.cli.config import ConfigError, Settings, load_config
from bot.core.location import Location, decode
from bot.core.shown import Shown
from bot.discord.components import MAX_CUSTOM_ID, packed
from bot.features.extensions import EXTENSIONS
from bot.features.papers.answers import PaperCard
from bot.features.papers.service import Papers
from bot.features.registry import FEATURES
from bot.features.talk.service import Talk
from retrieval.digests.abstracts import parse_abstracts
from retrieval.digests.digest import parse_digest
from retrieval.library import Library
from retrieval.paper import SummaryPoint
from retrieval.query.query import MAX_QUERY_CHARS, parse_query
from retrieval.query.rewriting import narrowed, without
from tests.bot.samples import day_page, paper, results
from tests.fuzz import texts
from tests.fuzz.world import NOON, World, asker, check_drawn

_numbers = count()


@dataclass(frozen=True, slots=True)
class Target:
    inputs: st.SearchStrategy[Any]
    check: Callable[[World, Any], Awaitable[None]]


async def _parse(world: World, text: str) -> None:
    """Any digest parses into entries and warnings that name lines it has."""
    digest = parse_digest(text, NOON.date())
    lines = text.count("\n") + 1
    assert all(0 <= warning.line <= lines for warning in digest.warnings)
    assert all(entry.title and entry.arxiv_id for entry in digest.entries)
    parse_abstracts(text)


async def _take_up(world: World, text: str) -> None:
    """A library of any digest opens, finds each paper by its id and its title, and draws its day and its card."""
    folder = world.folder / f"digests-{next(_numbers)}"
    folder.mkdir()
    file = folder / "2024-02-14.md"
    file.write_bytes(text.encode(errors="surrogatepass"))
    try:
        library = await Library.open(":memory:", [folder], now=lambda: NOON)
        try:
            for arxiv_id in library.ids():
                found = await library.paper(arxiv_id)
                assert found
                check_drawn(PaperCard(found))
                await library.search(found.title[:MAX_QUERY_CHARS])
                await library.ask(f"{found.title[:200]}?")
                await library.similar(arxiv_id)
            await library.trends(["model"], 6)
        finally:
            await library.close()
    finally:
        file.unlink()
        folder.rmdir()


async def _query(world: World, typed: tuple[str, str, int]) -> None:
    """Any query is read, rewritten and answered."""
    text, more, number = typed
    query, other = parse_query(text, NOON.date()), parse_query(more, NOON.date())
    assert parse_query(query.text, NOON.date()).text == query.text
    for condition in (None, *query.required, *query.excluded):
        parse_query(without(query, condition), NOON.date())
    parse_query(narrowed(query, other), NOON.date())
    found = await world.app.library.search(text, limit=number, offset=number, loose=bool(number % 2))
    assert found.total >= 0
    assert len(found.hits) <= number
    papers = world.app.service(Papers)
    check_drawn(await papers.search(text, number, 1 + number % 10))
    check_drawn(await papers.ask(text))
    await world.app.library.suggest(text, 25)


async def _sentences(world: World, said: list[str]) -> None:
    """Any conversation is answered."""
    shown: Shown | None = None

    async def recall() -> Shown | None:
        return shown

    for text in said:
        answer = await world.app.service(Talk).answer(asker(len(said)), text, recall)
        check_drawn(answer)
        shown = Shown.of(answer).after(shown)


async def _layout(world: World, texts: tuple[str, str, int]) -> None:
    """Whatever digests and queries say, replies keep within Discord's limits."""
    title, text, number = texts
    check_drawn(results(1 + number % 10, title or "T", text, query=title))
    check_drawn(day_page(number, title or "T", text))
    points = tuple(SummaryPoint(title[:80], text) for _ in range(number))
    check_drawn(PaperCard(paper(1, title or "T", points, (title, text))))


_COMPONENTS = [kind for extension in EXTENSIONS for kind in extension.components]
_KINDS = [route.kind for feature in FEATURES for route in feature.routes]
_BEGINNINGS = ["page:2:0", "open:2402.08609:", "top:week/2024-02-14:", "day:2024-02-14:", "trend:6:", "try:"]
_ids = st.tuples(st.just("") | st.sampled_from(_BEGINNINGS), texts.line).map(lambda two: "".join(two)[:MAX_CUSTOM_ID])


async def _custom_ids(world: World, sent: tuple[str, str, str, int, str]) -> None:
    """Custom ids can be sent that the bot never made: whatever they carry is answered."""
    custom_id, kind, text, page, said = sent
    for component in _COMPONENTS:
        if match := component.__discord_ui_compiled_template__.fullmatch(custom_id):
            item: Any = await component.from_custom_id(cast(Any, None), cast(Any, None), match)
            assert item.custom_id
    made = Location(kind, text, page)
    for location in (decode(packed(custom_id)), made, decode(replace(made, said=said).code)):
        answer = await world.app.open(location, asker(page))
        check_drawn(answer)
        world.app.query_of(location)
        world.app.way_back(location)


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False) | texts.line,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_KEYS: Final[Mapping[str, list[str]]] = {
    name: [*field.annotation.model_fields] for name, field in Settings.model_fields.items() if field.annotation
}


@st.composite
def _configurations(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A file, and variables of the environment."""
    sections = draw(st.lists(st.sampled_from([*_KEYS]) | st.text(max_size=8), max_size=4, unique=True))
    lines = []
    for section in sections:
        lines.append(f"[{json.dumps(section)}]")
        keys = draw(st.lists(st.sampled_from(_KEYS.get(section, ["x"])) | st.text(max_size=8), max_size=4, unique=True))
        lines += [f"{json.dumps(key)} = {_toml(draw(_values))}" for key in keys]
    text = draw(st.just("\n".join(lines)) | texts.line)
    named = [f"PAPERBOT_{section}__{key}".upper() for section, keys in _KEYS.items() for key in keys]
    variables = st.dictionaries(
        st.sampled_from([*named, "DISCORD_TOKEN", "HF_TOKEN", "PAPERBOT_X"]),
        texts.line.map(lambda value: value.replace("\0", "").encode(errors="replace").decode()),
        max_size=3,
    )
    return text, draw(variables)


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "[]" if value is None else repr(value) if isinstance(value, float) else json.dumps(value)


async def _configuration(world: World, given: tuple[str, dict[str, str]]) -> None:
    """Any configuration is used, or refused with a sentence for each fault."""
    text, variables = given
    file = world.folder / "config.toml"
    file.write_bytes(text.encode(errors="surrogatepass"))
    clean = {"HOME": str(world.folder), **variables}
    with patch.dict("os.environ", clean, clear=True):
        try:
            assert load_config(file).file == file
        except ConfigError as error:
            faults = error.faults
        else:
            return
    assert faults
    assert all(fault.say("ko") and fault.say("en") for fault in faults)


TARGETS: Final[Mapping[str, Target]] = {
    "parser": Target(texts.digest, _parse),
    "corpus": Target(texts.digest, _take_up),
    "query": Target(st.tuples(texts.line, texts.line, st.integers(1, 30)), _query),
    "sentences": Target(st.lists(texts.line, min_size=1, max_size=4), _sentences),
    "layout": Target(st.tuples(texts.line, texts.line, st.integers(1, 60)), _layout),
    "custom-ids": Target(
        st.tuples(
            _ids,
            st.sampled_from(_KINDS) | st.from_regex(r"[a-z]{1,8}", fullmatch=True),
            texts.line,
            st.integers(0, 999_999),
            texts.line.map(lambda text: text[:200]),
        ),
        _custom_ids,
    ),
    "configuration": Target(_configurations(), _configuration),
}

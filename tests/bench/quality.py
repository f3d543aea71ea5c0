"""How well the library finds what `judged/` says it should, over the seeds.

python -m tests.bench.quality             a table: kinds of query, and how well each does
python -m tests.bench.quality --check     exit 1 where a kind is below its floor in floors.toml, naming what got worse
python -m tests.bench.quality --update    write today's figures to floors.toml, after a deliberate change
python -m tests.bench.quality --misses    the queries too that find nothing right

A kind is a file of `judged/`. Its lines are queries with the ids of all the papers that a reader would accept
(`relevant`), or with all that a search should list and count (`listed`), or with the words that it should correct, and
into what (`searched`); or questions with the summary points that answer them (`points`, from 0, by paper), or questions
with none of these, which nothing in the seeds answers. `why` where the judgement is not obvious.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import sys
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.library import Library
from retrieval.passages.passages import Passage

SEEDS = Path(__file__).parents[2] / "seeds"
JUDGED = Path(__file__).parent / "judged"
FLOORS = Path(__file__).parent / "floors.toml"
DEPTH = 10
_ALL = 10_000

SLACK = 0.3  # of one query, by kind; a query whose only paper falls from first place to second loses 0.37

_SEARCH_COLUMNS = (f"nDCG@{DEPTH}", f"MRR@{DEPTH}", f"Recall@{DEPTH}")
_ASK_COLUMNS = ("right point", "right paper")
_SILENCE_COLUMNS = ("no passage",)
_LIST_COLUMNS = ("F1", "precision", "recall")
_CORRECTION_COLUMNS = ("corrections",)
_FLOORS_HEAD = f"""\
# What `python -m tests.bench.quality --check` holds the figures against; written by --update.
# A figure is a query's nDCG@{DEPTH}; for a whole list its F1; for corrections 1 where just the right ones are made;
# for a question, 1 where the first passage is a right point, or where nothing
# answers it and there is none. A kind's floor is its mean less {SLACK} / its number of queries: room for a shuffle far
# down a ranking, but not for one query that loses its first place.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and what should answer it: papers, or summary points by paper; neither where nothing can.

    Or all papers that it should list, or what should be searched in place of its words; None where that is not judged.
    """

    query: str
    relevant: frozenset[str]
    points: Mapping[str, frozenset[int]]
    listed: frozenset[str] | None = None
    searched: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind's figures by query, one for each of `columns`; the first is the one that is held to a floor."""

    columns: tuple[str, ...]
    figures: Mapping[str, tuple[float, ...]]

    @property
    def means(self) -> tuple[float, ...]:
        return tuple(sum(column) / len(self.figures) for column in zip(*self.figures.values(), strict=True))


@dataclass(frozen=True, slots=True)
class Floor:
    """The least mean that a kind may have, and its queries' figures when that was set."""

    floor: float
    queries: Mapping[str, float]


def read_judged(folder: Path = JUDGED) -> dict[str, list[Judged]]:
    """The judged queries by kind."""
    kinds: dict[str, list[Judged]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        lines = map(json.loads, file.read_text("utf-8").splitlines())
        kinds[file.stem] = [
            Judged(
                line["query"],
                frozenset(line.get("relevant", ())),
                {arxiv_id: frozenset(points) for arxiv_id, points in line.get("points", {}).items()},
                frozenset(line["listed"]) if "listed" in line else None,
                line.get("searched"),
            )
            for line in lines
        ]
    return kinds


def ranking_figures(ranked: Sequence[str], relevant: Collection[str]) -> tuple[float, float, float]:
    """nDCG, reciprocal rank and recall of the first DEPTH of `ranked`, from 0 to 1; `relevant` is not empty.

    Relevance is binary, nDCG as in Järvelin and Kekäläinen (2002), recall of as many as DEPTH places can hold.
    """
    places = [place for place, found in enumerate(ranked[:DEPTH], 1) if found in relevant]
    possible = min(DEPTH, len(relevant))
    ideal = _discounted(range(1, possible + 1))
    return _discounted(places) / ideal, 1 / places[0] if places else 0.0, len(places) / possible


def _discounted(places: Collection[int]) -> float:
    return sum(1 / math.log2(place + 1) for place in places)


def passage_figures(passages: Sequence[Passage], points: Mapping[str, Collection[int]]) -> tuple[float, float]:
    """Whether the first passage is a right point, and whether it is at least of a right paper: 1 or 0."""
    if not passages:
        return 0.0, 0.0
    first = passages[0]
    right = points.get(first.paper.arxiv_id)
    return float(right is not None and first.excerpt.index in right), float(right is not None)


def list_figures(found: Collection[str], listed: Collection[str]) -> tuple[float, float, float]:
    """F1, precision and recall of a whole list; a list that is rightly empty has 1 of each."""
    right = len(set(found) & set(listed))
    precision = right / len(found) if found else float(not listed)
    recall = right / len(listed) if listed else float(not found)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


async def measure(library: Library, judged: Sequence[Judged]) -> Kind:
    """The figures of one kind, whose queries are all of one sort."""
    if judged[0].listed is not None:
        lists = {one.query: (await library.search(one.query, _ALL)).hits for one in judged}
        ids = {query: [hit.paper.arxiv_id for hit in hits] for query, hits in lists.items()}
        return Kind(_LIST_COLUMNS, {one.query: list_figures(ids[one.query], one.listed or ()) for one in judged})
    if judged[0].searched is not None:
        made = {one.query: (await library.search(one.query, DEPTH)).corrections for one in judged}
        said = {query: {each.typed: each.searched for each in found} for query, found in made.items()}
        return Kind(_CORRECTION_COLUMNS, {one.query: (float(said[one.query] == one.searched),) for one in judged})
    if judged[0].relevant:
        found = {one.query: await library.search(one.query, DEPTH) for one in judged}
        ranked = {query: [hit.paper.arxiv_id for hit in result.hits or result.near] for query, result in found.items()}
        return Kind(_SEARCH_COLUMNS, {one.query: ranking_figures(ranked[one.query], one.relevant) for one in judged})
    passages = {one.query: (await library.ask(one.query)).passages for one in judged}
    if judged[0].points:
        return Kind(_ASK_COLUMNS, {one.query: passage_figures(passages[one.query], one.points) for one in judged})
    return Kind(_SILENCE_COLUMNS, {query: (float(not found),) for query, found in passages.items()})


async def measure_all(judged: Mapping[str, Sequence[Judged]]) -> dict[str, Kind]:
    """The figures of every kind, with the seeds read afresh."""
    library = await Library.open(":memory:", [SEEDS])
    try:
        return {name: await measure(library, queries) for name, queries in judged.items()}
    finally:
        await library.close()


def table(kinds: Mapping[str, Kind], floors: Mapping[str, Floor]) -> str:
    """The means of every kind; those of like columns under one heading."""
    lines: list[str] = []
    for columns in (_SEARCH_COLUMNS, _LIST_COLUMNS, _CORRECTION_COLUMNS, _ASK_COLUMNS, _SILENCE_COLUMNS):
        alike = {name: kind for name, kind in kinds.items() if kind.columns == columns}
        lines.append(f"{'kind':18} {'n':>4} " + " ".join(f"{column:>11}" for column in (*columns, "floor")))
        for name, kind in alike.items():
            figures = [*kind.means, floors[name].floor] if name in floors else kind.means
            lines.append(f"{name:18} {len(kind.figures):4} " + " ".join(f"{figure:11.3f}" for figure in figures))
        if len(alike) > 1:
            overall = [
                sum(column) / len(alike) for column in zip(*(kind.means for kind in alike.values()), strict=True)
            ]
            lines.append(f"{'mean over kinds':23} " + " ".join(f"{figure:11.3f}" for figure in overall))
        lines.append("")
    return "\n".join(lines).rstrip()


def floors_of(kinds: Mapping[str, Kind]) -> dict[str, Floor]:
    """The floors that today's figures set."""
    return {
        name: Floor(
            max(0.0, math.floor(1000 * (kind.means[0] - SLACK / len(kind.figures))) / 1000),
            {query: round(figures[0], 3) for query, figures in kind.figures.items()},
        )
        for name, kind in kinds.items()
    }


def faults(kinds: Mapping[str, Kind], floors: Mapping[str, Floor]) -> list[str]:
    """What is wrong: kinds below their floors, with the queries that got worse; kinds whose queries have changed."""
    found: list[str] = []
    for name in sorted({*floors, *kinds}):
        kind, floor = kinds.get(name), floors.get(name)
        if kind is None or floor is None or kind.figures.keys() != floor.queries.keys():
            found.append(f"{name}: not the queries that its floor was measured with: run --update")
        elif kind.means[0] < floor.floor:
            found.append(
                f"{name}: {kind.columns[0]} {kind.means[0]:.3f} is below its floor {floor.floor:.3f}; worse are"
            )
            now = {query: round(figures[0], 3) for query, figures in kind.figures.items()}
            worse = [query for query, before in floor.queries.items() if now[query] < before]
            found += [f"    {floor.queries[query]:.3f} -> {now[query]:.3f}  {query}" for query in worse]
    return found


def read_floors(file: Path = FLOORS) -> dict[str, Floor]:
    """The floors by kind; none where there is no file."""
    if not file.exists():
        return {}
    kinds = tomllib.loads(file.read_text("utf-8"))
    return {name: Floor(kind["floor"], kind["queries"]) for name, kind in kinds.items()}


def write_floors(floors: Mapping[str, Floor], file: Path = FLOORS) -> None:
    lines = [_FLOORS_HEAD]
    for name, floor in floors.items():
        lines += [f"[{name}]", f"floor = {floor.floor:.3f}", f"[{name}.queries]"]
        # A JSON string is a TOML one too.
        lines += [f"{json.dumps(query, ensure_ascii=False)} = {figure:.3f}" for query, figure in floor.queries.items()]
        lines.append("")
    file.write_text("\n".join(lines), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.quality", description=(__doc__ or "").splitlines()[0])
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--check", action="store_true", help="exit 1 where a kind is below its floor")
    does.add_argument("--update", action="store_true", help="make today's figures the floors")
    does.add_argument("--misses", action="store_true", help="list the queries that find nothing right")
    arguments = parser.parse_args()
    kinds = asyncio.run(measure_all(read_judged()))
    if arguments.update:
        write_floors(floors_of(kinds))
    floors = read_floors()
    print(table(kinds, floors))
    if arguments.misses:
        for name, kind in kinds.items():
            for query, figures in kind.figures.items():
                if not figures[0]:
                    print(f"missed: {name}: {query}")
    wrong = faults(kinds, floors) if arguments.check else []
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""The search engines that the speed benchmark compares, each over documents and queries that are lists of terms.

Those of others are imported only when they are built: they come with `pip install -e '.[bench]'`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from rank_bm25 import BM25Okapi

from retrieval.inverted_index.bm25 import BM25

TOP = 10

Found = list[tuple[int, float]]
"""The numbers of the TOP documents with their scores, best first."""


class Engine(Protocol):
    """Takes the documents when it is made; may keep files in `folder`, which is empty."""

    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None: ...

    def top(self, query: Sequence[str]) -> Found: ...

    def close(self) -> None: ...


class NothingToClose:
    def close(self) -> None:
        pass


class Paperbot(NothingToClose):
    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None:
        self._bm25 = BM25(documents)

    def top(self, query: Sequence[str]) -> Found:
        found = self._bm25.top([(term, 1.0) for term in query], TOP)
        return list(zip(found.documents, found.scores, strict=True))


class RankBM25(NothingToClose):
    """As its `get_top_n` does, which gives no scores: it sorts those of all documents."""

    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None:
        self._bm25 = BM25Okapi(documents)

    def top(self, query: Sequence[str]) -> Found:
        scores = self._bm25.get_scores(query)
        best = np.argsort(scores)[::-1][:TOP]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))


class BM25S(NothingToClose):
    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None:
        import bm25s

        self._bm25 = bm25s.BM25(backend="numba")
        self._bm25.index(list(documents), show_progress=False)

    def top(self, query: Sequence[str]) -> Found:
        found = self._bm25.retrieve([list(query)], k=TOP, show_progress=False)
        return list(zip(found.documents[0].tolist(), found.scores[0].tolist(), strict=True))


class Tantivy(NothingToClose):
    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        fields.add_unsigned_field("number", fast=True)
        self._schema = fields.build()
        index = tantivy.Index(self._schema, path=str(folder))
        splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("whitespace", splitter)
        writer = index.writer(heap_size=256 << 20, num_threads=1)
        for text in documents:
            document = tantivy.Document()
            document.add_text("terms", " ".join(text))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def top(self, query: Sequence[str]) -> Found:
        either, one = self._tantivy.Occur.Should, self._tantivy.Query.term_query
        wanted = [(either, one(self._schema, "terms", term, index_option="freq")) for term in query]
        found = self._searcher.search(self._tantivy.Query.boolean_query(wanted), limit=TOP, count=False)
        return [(address.doc, score) for score, address in found.hits]


class FTS5:
    def __init__(self, documents: Iterable[Sequence[str]], folder: Path) -> None:
        self._database = sqlite3.connect(folder / "fts5.db")
        self._database.execute(
            "CREATE VIRTUAL TABLE papers USING fts5"
            """(terms, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '+#.'")"""
        )
        with self._database:
            rows: Iterator[tuple[str]] = ((" ".join(text),) for text in documents)
            self._database.executemany("INSERT INTO papers (terms) VALUES (?)", rows)

    def top(self, query: Sequence[str]) -> Found:
        either = " OR ".join(f'"{term}"' for term in query)
        rows = self._database.execute(
            "SELECT rowid, -rank FROM papers WHERE papers MATCH ? ORDER BY rank LIMIT ?", (either, TOP)
        )
        return [(number - 1, score) for number, score in rows]

    def close(self) -> None:
        self._database.close()


ENGINES: dict[str, type[Engine]] = {
    "paperbot": Paperbot,
    "rank_bm25": RankBM25,
    "bm25s": BM25S,
    "tantivy": Tantivy,
    "FTS5": FTS5,
}

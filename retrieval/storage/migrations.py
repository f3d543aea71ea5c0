"""The corpus database's schema, as the ordered steps that lead to it."""

from __future__ import annotations

from typing import Final

from retrieval.storage.database import Schema
from retrieval.storage.faults import StoreFault

# files        the digests that were read, each with the hash of what was read
# entries      what they say: one paper on one day in one file; ids rise in the order of a file; a point that a model
#              wrote has its name for a third text
# papers       derived from entries: each arXiv id, with the entry whose text counts
# appearances  derived from entries: each day of a paper, once
# abstracts    what files of abstracts say, of papers that there may not be
# corpus       one row; `revision` names the state of papers and appearances
# history      the latest changes, oldest first: the revision before each, and the papers that it touched
_TABLES = (
    """CREATE TABLE files (
        name TEXT PRIMARY KEY,
        hash TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL REFERENCES files (name) ON DELETE CASCADE,
        arxiv_id TEXT NOT NULL,
        date TEXT NOT NULL,
        votes INTEGER,
        rank INTEGER NOT NULL,
        title TEXT NOT NULL,
        authors TEXT NOT NULL,     -- JSON: ["name", …]
        media_kind TEXT,
        media_url TEXT,
        points TEXT NOT NULL       -- JSON: [["label", "text"], …]
    )""",
    "CREATE INDEX entries_by_file ON entries (file)",
    "CREATE INDEX entries_by_paper ON entries (arxiv_id, date)",
    """CREATE TABLE warnings (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL REFERENCES files (name) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        fault TEXT NOT NULL,
        detail TEXT NOT NULL
    )""",
    "CREATE INDEX warnings_by_file ON warnings (file)",
    """CREATE TABLE papers (
        arxiv_id TEXT PRIMARY KEY,
        entry INTEGER NOT NULL UNIQUE REFERENCES entries (id)
    ) WITHOUT ROWID""",
    """CREATE TABLE appearances (
        arxiv_id TEXT NOT NULL REFERENCES papers (arxiv_id) ON DELETE CASCADE,
        date TEXT NOT NULL,
        votes INTEGER,
        rank INTEGER NOT NULL,
        PRIMARY KEY (arxiv_id, date)
    ) WITHOUT ROWID""",
    "CREATE INDEX appearances_by_date ON appearances (date)",
    "CREATE TABLE corpus (revision TEXT NOT NULL)",
    "INSERT INTO corpus VALUES ('00000000000000000000000000000000')",
)
_HISTORY = (
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        revision TEXT NOT NULL,
        papers TEXT NOT NULL       -- JSON: ["arXiv id", …]
    )""",
)
_ABSTRACTS = (
    """CREATE TABLE abstracts (
        arxiv_id TEXT NOT NULL,
        file TEXT NOT NULL REFERENCES files (name) ON DELETE CASCADE,
        text TEXT NOT NULL,
        PRIMARY KEY (arxiv_id, file)
    ) WITHOUT ROWID""",
    "CREATE INDEX abstracts_by_file ON abstracts (file)",
)

CORPUS: Final = Schema(
    application_id=0x50617065,  # "Pape"
    steps=(_TABLES, _HISTORY, _ABSTRACTS),
    damaged=StoreFault.DAMAGED_CACHE,
)

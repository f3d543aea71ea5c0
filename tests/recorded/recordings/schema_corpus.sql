PRAGMA application_id = 1348563045;

PRAGMA user_version = 3;

CREATE TABLE files (
        name TEXT PRIMARY KEY,
        hash TEXT NOT NULL
    ) WITHOUT ROWID;

CREATE TABLE entries (
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
    );

CREATE INDEX entries_by_file ON entries (file);

CREATE INDEX entries_by_paper ON entries (arxiv_id, date);

CREATE TABLE warnings (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL REFERENCES files (name) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        fault TEXT NOT NULL,
        detail TEXT NOT NULL
    );

CREATE INDEX warnings_by_file ON warnings (file);

CREATE TABLE papers (
        arxiv_id TEXT PRIMARY KEY,
        entry INTEGER NOT NULL UNIQUE REFERENCES entries (id)
    ) WITHOUT ROWID;

-- index sqlite_autoindex_papers_2, made by SQLite

CREATE TABLE appearances (
        arxiv_id TEXT NOT NULL REFERENCES papers (arxiv_id) ON DELETE CASCADE,
        date TEXT NOT NULL,
        votes INTEGER,
        rank INTEGER NOT NULL,
        PRIMARY KEY (arxiv_id, date)
    ) WITHOUT ROWID;

CREATE INDEX appearances_by_date ON appearances (date);

CREATE TABLE corpus (revision TEXT NOT NULL);

CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        revision TEXT NOT NULL,
        papers TEXT NOT NULL       -- JSON: ["arXiv id", …]
    );

CREATE TABLE abstracts (
        arxiv_id TEXT NOT NULL,
        file TEXT NOT NULL REFERENCES files (name) ON DELETE CASCADE,
        text TEXT NOT NULL,
        PRIMARY KEY (arxiv_id, file)
    ) WITHOUT ROWID;

CREATE INDEX abstracts_by_file ON abstracts (file);

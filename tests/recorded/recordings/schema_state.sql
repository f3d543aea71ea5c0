PRAGMA application_id = 1348563059;

PRAGMA user_version = 4;

CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE user_settings (user_id INTEGER PRIMARY KEY, language TEXT, private INTEGER NOT NULL DEFAULT 0, words INTEGER NOT NULL DEFAULT 1);

CREATE TABLE server_settings (
        guild_id INTEGER PRIMARY KEY, language TEXT, per_page INTEGER, reload_role INTEGER
    , words INTEGER NOT NULL DEFAULT 1);

CREATE TABLE saved_papers (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        arxiv_id TEXT NOT NULL,
        title TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        UNIQUE (user_id, arxiv_id)
    );

-- index sqlite_autoindex_saved_papers_1, made by SQLite

CREATE TABLE deliveries (
        name TEXT NOT NULL,
        target INTEGER NOT NULL,
        claimant TEXT NOT NULL,
        first_at REAL NOT NULL,    -- seconds since 1970, as all times here
        until REAL NOT NULL,
        attempts INTEGER NOT NULL,
        PRIMARY KEY (name, target)
    ) WITHOUT ROWID;

CREATE TABLE schedules (
        channel_id INTEGER PRIMARY KEY,
        guild_id INTEGER NOT NULL,
        minute INTEGER NOT NULL,    -- of the local day
        timezone TEXT NOT NULL,
        top INTEGER NOT NULL,
        role_id INTEGER,
        thread INTEGER NOT NULL,
        language TEXT NOT NULL,
        last_day TEXT NOT NULL,
        set_at REAL NOT NULL,
        paused INTEGER NOT NULL DEFAULT 0,
        trouble TEXT,
        told INTEGER NOT NULL DEFAULT 1
    , posted TEXT);

CREATE INDEX schedules_by_guild ON schedules (guild_id);

CREATE TABLE schedule_setters (
        channel_id INTEGER PRIMARY KEY REFERENCES schedules (channel_id) ON DELETE CASCADE,
        user_id INTEGER NOT NULL
    );

CREATE TABLE mailboxes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER UNIQUE,
        channel_id INTEGER UNIQUE,
        guild_id INTEGER,
        language TEXT NOT NULL,
        sent_on TEXT NOT NULL DEFAULT '',
        trouble TEXT,
        paused INTEGER NOT NULL DEFAULT 0,
        told INTEGER NOT NULL DEFAULT 1
    );

-- index sqlite_autoindex_mailboxes_1, made by SQLite

-- index sqlite_autoindex_mailboxes_2, made by SQLite

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE follows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        user_id INTEGER,
        query TEXT NOT NULL,
        UNIQUE (mailbox_id, query)
    );

-- index sqlite_autoindex_follows_1, made by SQLite

CREATE TABLE alerts (
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        arxiv_id TEXT NOT NULL,
        follow_id INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
        user_id INTEGER,
        batch TEXT,
        PRIMARY KEY (mailbox_id, arxiv_id, follow_id)
    ) WITHOUT ROWID;

CREATE TABLE seen_papers (arxiv_id TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE answered_users (user_id INTEGER PRIMARY KEY);

CREATE TABLE welcomed_servers (guild_id INTEGER PRIMARY KEY);

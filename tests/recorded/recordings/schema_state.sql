PRAGMA application_id = 1348563059;

PRAGMA user_version = 4;

CREATE TABLE paperbot_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT paperbot_version_pkc PRIMARY KEY (version_num)
);

-- index sqlite_autoindex_paperbot_version_1, made by SQLite

CREATE TABLE notes (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
)
 WITHOUT ROWID

;

CREATE TABLE user_settings (
	user_id INTEGER NOT NULL, 
	language TEXT, 
	private BOOLEAN DEFAULT 0 NOT NULL, words BOOLEAN DEFAULT 1 NOT NULL, 
	PRIMARY KEY (user_id)
);

CREATE TABLE server_settings (
	guild_id INTEGER NOT NULL, 
	language TEXT, 
	per_page INTEGER, 
	reload_role INTEGER, words BOOLEAN DEFAULT 1 NOT NULL, 
	PRIMARY KEY (guild_id)
);

CREATE TABLE saved_papers (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	arxiv_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	saved_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (user_id, arxiv_id)
);

-- index sqlite_autoindex_saved_papers_1, made by SQLite

CREATE TABLE deliveries (
	name TEXT NOT NULL, 
	target INTEGER NOT NULL, 
	claimant TEXT NOT NULL, 
	first_at DOUBLE NOT NULL, 
	until DOUBLE NOT NULL, 
	attempts INTEGER NOT NULL, 
	PRIMARY KEY (name, target)
)
 WITHOUT ROWID

;

CREATE TABLE schedules (
	channel_id INTEGER NOT NULL, 
	guild_id INTEGER NOT NULL, 
	minute INTEGER NOT NULL, 
	timezone TEXT NOT NULL, 
	top INTEGER NOT NULL, 
	role_id INTEGER, 
	thread BOOLEAN NOT NULL, 
	language TEXT NOT NULL, 
	last_day TEXT NOT NULL, 
	set_at DOUBLE NOT NULL, 
	paused BOOLEAN DEFAULT 0 NOT NULL, 
	trouble TEXT, 
	told BOOLEAN DEFAULT 1 NOT NULL, posted TEXT, 
	PRIMARY KEY (channel_id)
);

CREATE INDEX schedules_by_guild ON schedules (guild_id);

CREATE TABLE schedule_setters (
	channel_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	PRIMARY KEY (channel_id), 
	FOREIGN KEY(channel_id) REFERENCES schedules (channel_id) ON DELETE CASCADE
);

CREATE TABLE mailboxes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	user_id INTEGER, 
	channel_id INTEGER, 
	guild_id INTEGER, 
	language TEXT NOT NULL, 
	sent_on TEXT DEFAULT '' NOT NULL, 
	trouble TEXT, 
	paused BOOLEAN DEFAULT 0 NOT NULL, 
	told BOOLEAN DEFAULT 1 NOT NULL, 
	UNIQUE (user_id), 
	UNIQUE (channel_id)
);

-- index sqlite_autoindex_mailboxes_1, made by SQLite

-- index sqlite_autoindex_mailboxes_2, made by SQLite

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE follows (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mailbox_id INTEGER NOT NULL, 
	user_id INTEGER, 
	"query" TEXT NOT NULL, 
	UNIQUE (mailbox_id, "query"), 
	FOREIGN KEY(mailbox_id) REFERENCES mailboxes (id) ON DELETE CASCADE
);

-- index sqlite_autoindex_follows_1, made by SQLite

CREATE TABLE alerts (
	mailbox_id INTEGER NOT NULL, 
	arxiv_id TEXT NOT NULL, 
	follow_id INTEGER NOT NULL, 
	user_id INTEGER, 
	batch TEXT, 
	PRIMARY KEY (mailbox_id, arxiv_id, follow_id), 
	FOREIGN KEY(mailbox_id) REFERENCES mailboxes (id) ON DELETE CASCADE, 
	FOREIGN KEY(follow_id) REFERENCES follows (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE seen_papers (
	arxiv_id TEXT NOT NULL, 
	PRIMARY KEY (arxiv_id)
)
 WITHOUT ROWID

;

CREATE TABLE answered_users (
	user_id INTEGER NOT NULL, 
	PRIMARY KEY (user_id)
);

CREATE TABLE welcomed_servers (
	guild_id INTEGER NOT NULL, 
	PRIMARY KEY (guild_id)
);

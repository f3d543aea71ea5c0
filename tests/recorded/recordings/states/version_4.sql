PRAGMA application_id = 1348563059;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE alerts (
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        arxiv_id TEXT NOT NULL,
        follow_id INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
        user_id INTEGER,
        batch TEXT,
        PRIMARY KEY (mailbox_id, arxiv_id, follow_id)
    ) WITHOUT ROWID;
INSERT INTO "alerts" VALUES(5,'2406.15001',5,1456074448175104009,'2024-06-15');
INSERT INTO "alerts" VALUES(5,'2406.16001',5,1456074448175104009,NULL);
INSERT INTO "alerts" VALUES(7,'2406.16001',7,NULL,'2024-06-16');
CREATE TABLE answered_users (user_id INTEGER PRIMARY KEY);
INSERT INTO "answered_users" VALUES(1456074448175104008);
INSERT INTO "answered_users" VALUES(1456074448175104009);
CREATE TABLE deliveries (
        name TEXT NOT NULL,
        target INTEGER NOT NULL,
        claimant TEXT NOT NULL,
        first_at REAL NOT NULL,    -- seconds since 1970, as all times here
        until REAL NOT NULL,
        attempts INTEGER NOT NULL,
        PRIMARY KEY (name, target)
    ) WITHOUT ROWID;
INSERT INTO "deliveries" VALUES('alerts:2024-06-15',5,'a process',1718420400.0,1718507100.0,2);
INSERT INTO "deliveries" VALUES('alerts:2024-06-16',7,'a process',1718506800.0,1718506860.0,1);
INSERT INTO "deliveries" VALUES('post:2024-06-16',1456074448175104005,'a process',1718506800.0,1718506860.0,1);
CREATE TABLE follows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        user_id INTEGER,
        query TEXT NOT NULL,
        UNIQUE (mailbox_id, query)
    );
INSERT INTO "follows" VALUES(2,2,1456074448175104008,'author:Hopper');
INSERT INTO "follows" VALUES(5,5,1456074448175104009,'author:Hopper');
INSERT INTO "follows" VALUES(7,7,NULL,'author:Lovelace');
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
INSERT INTO "mailboxes" VALUES(2,1456074448175104008,NULL,NULL,'en','2024-06-16',NULL,0,1);
INSERT INTO "mailboxes" VALUES(5,1456074448175104009,NULL,NULL,'ko','2024-06-14','unreachable',0,1);
INSERT INTO "mailboxes" VALUES(7,NULL,1456074448175104005,1456074448175104000,'en','2024-06-15','unreachable',0,1);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "notes" VALUES('alerts-begun','1');
INSERT INTO "notes" VALUES('command-fingerprint','9540dd07332e537bd80f98498d6b821f');
INSERT INTO "notes" VALUES('schedules-looked-at','1718506800.0');
CREATE TABLE saved_papers (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        arxiv_id TEXT NOT NULL,
        title TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        UNIQUE (user_id, arxiv_id)
    );
INSERT INTO "saved_papers" VALUES(1,1456074448175104008,'2401.12244','Large-scale Reinforcement Learning for Diffusion Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(4,1456074448175104008,'2401.04468','MagicVideo-V2: Multi-Stage High-Aesthetic Video Generation','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(5,1456074448175104008,'2401.04575','Let''s Go Shopping (LGS) -- Web-Scale Image-Text Dataset for Visual Concept Understanding','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(6,1456074448175104008,'2401.04577','Masked Audio Generation using a Single Non-Autoregressive Transformer','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(7,1456074448175104008,'2401.04658','Lightning Attention-2: A Free Lunch for Handling Unlimited Sequence Lengths in Large Language Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(8,1456074448175104008,'2401.04695','Narrowing the Knowledge Evaluation Gap: Open-Domain Question Answering with Multi-Granularity Answers','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(9,1456074448175104008,'2401.04718','Jump Cut Smoothing for Talking Heads','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(10,1456074448175104008,'2401.12246','Orion-14B: Open-source Multilingual Large Language Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(11,1456074448175104008,'2402.08609','Mixtures of Experts Unlock Parameter Scaling for Deep RL','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(12,1456074448175104008,'2401.04398','Chain-of-Table: Evolving Tables in the Reasoning Chain for Table Understanding','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(15,1456074448175104009,'2401.04468','MagicVideo-V2: Multi-Stage High-Aesthetic Video Generation','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(16,1456074448175104009,'2401.04575','Let''s Go Shopping (LGS) -- Web-Scale Image-Text Dataset for Visual Concept Understanding','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(17,1456074448175104009,'2401.04577','Masked Audio Generation using a Single Non-Autoregressive Transformer','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(18,1456074448175104009,'2401.04658','Lightning Attention-2: A Free Lunch for Handling Unlimited Sequence Lengths in Large Language Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(19,1456074448175104009,'2401.04695','Narrowing the Knowledge Evaluation Gap: Open-Domain Question Answering with Multi-Granularity Answers','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(20,1456074448175104009,'2401.04718','Jump Cut Smoothing for Talking Heads','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(21,1456074448175104009,'2401.12244','Large-scale Reinforcement Learning for Diffusion Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(22,1456074448175104009,'2401.12246','Orion-14B: Open-source Multilingual Large Language Models','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(23,1456074448175104009,'2402.08609','Mixtures of Experts Unlock Parameter Scaling for Deep RL','2024-06-14T03:00:00+00:00');
INSERT INTO "saved_papers" VALUES(24,1456074448175104009,'2401.04398','Chain-of-Table: Evolving Tables in the Reasoning Chain for Table Understanding','2024-06-14T03:00:00+00:00');
CREATE TABLE schedule_setters (
        channel_id INTEGER PRIMARY KEY REFERENCES schedules (channel_id) ON DELETE CASCADE,
        user_id INTEGER NOT NULL
    );
INSERT INTO "schedule_setters" VALUES(1456074448175104005,1456074448175104010);
INSERT INTO "schedule_setters" VALUES(1456074448175104006,1456074448175104011);
INSERT INTO "schedule_setters" VALUES(1456074448175104007,1456074448175104011);
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
INSERT INTO "schedules" VALUES(1456074448175104005,1456074448175104000,540,'Asia/Seoul',3,NULL,0,'en','2024-06-15',1718334000.0,0,'unreachable',1,'2024-06-15');
INSERT INTO "schedules" VALUES(1456074448175104006,1456074448175104000,540,'Asia/Seoul',5,1456074448175104004,1,'ko','2024-06-16',1718334000.0,0,NULL,1,'2024-06-16');
INSERT INTO "schedules" VALUES(1456074448175104007,1456074448175104000,540,'Asia/Seoul',10,NULL,0,'ko','2024-06-16',1718334000.0,0,NULL,1,'2024-06-16');
CREATE TABLE seen_papers (arxiv_id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO "seen_papers" VALUES('2401.04283');
INSERT INTO "seen_papers" VALUES('2401.04398');
INSERT INTO "seen_papers" VALUES('2401.04468');
INSERT INTO "seen_papers" VALUES('2401.04575');
INSERT INTO "seen_papers" VALUES('2401.04577');
INSERT INTO "seen_papers" VALUES('2401.04658');
INSERT INTO "seen_papers" VALUES('2401.04695');
INSERT INTO "seen_papers" VALUES('2401.04718');
INSERT INTO "seen_papers" VALUES('2401.12244');
INSERT INTO "seen_papers" VALUES('2401.12246');
INSERT INTO "seen_papers" VALUES('2401.12474');
INSERT INTO "seen_papers" VALUES('2401.12503');
INSERT INTO "seen_papers" VALUES('2401.12522');
INSERT INTO "seen_papers" VALUES('2401.12789');
INSERT INTO "seen_papers" VALUES('2401.12945');
INSERT INTO "seen_papers" VALUES('2401.12954');
INSERT INTO "seen_papers" VALUES('2401.12963');
INSERT INTO "seen_papers" VALUES('2401.12979');
INSERT INTO "seen_papers" VALUES('2402.07939');
INSERT INTO "seen_papers" VALUES('2402.08017');
INSERT INTO "seen_papers" VALUES('2402.08093');
INSERT INTO "seen_papers" VALUES('2402.08268');
INSERT INTO "seen_papers" VALUES('2402.08303');
INSERT INTO "seen_papers" VALUES('2402.08420');
INSERT INTO "seen_papers" VALUES('2402.08609');
INSERT INTO "seen_papers" VALUES('2402.08622');
INSERT INTO "seen_papers" VALUES('2402.08644');
INSERT INTO "seen_papers" VALUES('2402.08654');
INSERT INTO "seen_papers" VALUES('2402.08678');
INSERT INTO "seen_papers" VALUES('2402.08682');
INSERT INTO "seen_papers" VALUES('2403.05034');
INSERT INTO "seen_papers" VALUES('2403.05121');
INSERT INTO "seen_papers" VALUES('2403.05135');
INSERT INTO "seen_papers" VALUES('2403.05185');
INSERT INTO "seen_papers" VALUES('2403.05438');
INSERT INTO "seen_papers" VALUES('2403.05525');
INSERT INTO "seen_papers" VALUES('2403.05530');
INSERT INTO "seen_papers" VALUES('2406.04127');
INSERT INTO "seen_papers" VALUES('2406.04320');
INSERT INTO "seen_papers" VALUES('2406.04329');
INSERT INTO "seen_papers" VALUES('2406.04338');
INSERT INTO "seen_papers" VALUES('2406.05074');
INSERT INTO "seen_papers" VALUES('2406.05132');
INSERT INTO "seen_papers" VALUES('2406.05338');
INSERT INTO "seen_papers" VALUES('2406.05955');
INSERT INTO "seen_papers" VALUES('2406.06282');
INSERT INTO "seen_papers" VALUES('2406.06462');
INSERT INTO "seen_papers" VALUES('2406.06523');
INSERT INTO "seen_papers" VALUES('2406.07476');
INSERT INTO "seen_papers" VALUES('2406.07686');
INSERT INTO "seen_papers" VALUES('2406.07792');
INSERT INTO "seen_papers" VALUES('2406.07933');
INSERT INTO "seen_papers" VALUES('2406.08392');
INSERT INTO "seen_papers" VALUES('2406.08407');
INSERT INTO "seen_papers" VALUES('2406.08414');
INSERT INTO "seen_papers" VALUES('2406.08464');
INSERT INTO "seen_papers" VALUES('2406.08478');
INSERT INTO "seen_papers" VALUES('2406.08487');
INSERT INTO "seen_papers" VALUES('2406.14001');
INSERT INTO "seen_papers" VALUES('2406.14002');
INSERT INTO "seen_papers" VALUES('2406.14003');
INSERT INTO "seen_papers" VALUES('2406.15001');
INSERT INTO "seen_papers" VALUES('2406.16001');
CREATE TABLE server_settings (
        guild_id INTEGER PRIMARY KEY, language TEXT, per_page INTEGER, reload_role INTEGER
    , words INTEGER NOT NULL DEFAULT 1);
INSERT INTO "server_settings" VALUES(1456074448175104000,NULL,3,1456074448175104004,1);
CREATE TABLE user_settings (user_id INTEGER PRIMARY KEY, language TEXT, private INTEGER NOT NULL DEFAULT 0, words INTEGER NOT NULL DEFAULT 1);
INSERT INTO "user_settings" VALUES(1456074448175104008,'en',0,1);
INSERT INTO "user_settings" VALUES(1456074448175104009,'ko',0,1);
INSERT INTO "user_settings" VALUES(1456074448175104010,'en',0,1);
INSERT INTO "user_settings" VALUES(1456074448175104011,'ko',1,1);
CREATE TABLE welcomed_servers (guild_id INTEGER PRIMARY KEY);
INSERT INTO "welcomed_servers" VALUES(1456353788821504000);
INSERT INTO "welcomed_servers" VALUES(1456357563695104000);
CREATE INDEX schedules_by_guild ON schedules (guild_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('mailboxes',7);
INSERT INTO "sqlite_sequence" VALUES('follows',7);
COMMIT;

"""Which channels get each new day's digest, and at what time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from typing import Any, Final

from bot.rendering.language import Language
from bot.state.deliveries import Claim, claim, clear, postpone, restart_attempts, take_unreported
from retrieval.storage.database import Database

MAX_SCHEDULES: Final = 20  # in a server

# last_day  the newest day that the channel has had, or does not want: only later days are posted
# posted    the newest day that the channel has had; NULL where it has had none
# set_at    seconds since 1970
# trouble   the last failure to post, as bot.core.send_failure names it
# told      whether the person who set the schedule up, or another admin, has heard of that
# The person who set a schedule up has a table apart: deleting what is known of them must not delete the schedule.
SCHEDULE_TABLES: Final = (
    """CREATE TABLE schedules (
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
    )""",
    "CREATE INDEX schedules_by_guild ON schedules (guild_id)",
    """CREATE TABLE schedule_setters (
        channel_id INTEGER PRIMARY KEY REFERENCES schedules (channel_id) ON DELETE CASCADE,
        user_id INTEGER NOT NULL
    )""",
)

# Before, `last_day` alone was kept. A day after the one on which a schedule was set up can only have been posted.
POSTED_DAYS: Final = (
    "ALTER TABLE schedules ADD COLUMN posted TEXT",
    "UPDATE schedules SET posted = last_day WHERE last_day > date(set_at, 'unixepoch', '+9 hours')",
)

_COLUMNS = (
    "s.channel_id, s.guild_id, s.minute, s.timezone, s.top, s.role_id, s.thread, s.language,"
    " s.last_day, s.set_at, s.paused, s.trouble, s.posted, u.user_id,"
    " EXISTS (SELECT 1 FROM deliveries d WHERE d.target = s.channel_id AND d.name GLOB 'post:*')"
)
_FROM = "FROM schedules s LEFT JOIN schedule_setters u ON u.channel_id = s.channel_id"
_REPLACE = """INSERT OR REPLACE INTO schedules
    (channel_id, guild_id, minute, timezone, top, role_id, thread, language, last_day, set_at, posted) VALUES
    (:channel_id, :guild_id, :minute, :timezone, :top, :role_id, :thread, :language, :last_day, :set_at,
    (SELECT posted FROM schedules WHERE channel_id = :channel_id))"""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A channel's daily post, from `minute` of the day in `timezone` on. Days up to `last_day` are not posted any more;
    `posted` is the last that was, None where none was. `user_id` is the person who set it up, None where that is no
    longer known; `failure` is what last kept a day from being posted, as `bot.core.send_failure` names it; `begun`: an
    attempt to post a day has not succeeded yet."""

    channel_id: int
    guild_id: int
    minute: int
    timezone: str
    top: int
    role_id: int | None
    thread: bool
    language: Language
    last_day: date
    set_at: datetime
    paused: bool = False
    failure: str | None = None
    posted: date | None = None
    user_id: int | None = None
    begun: bool = False

    def unposted(self, days: Iterable[date]) -> list[date]:
        """Those of `days` that are still to be posted, in their order."""
        return [day for day in days if day > self.last_day]


class Schedules:
    """The daily posts of all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> tuple[Schedule, ...]:
        """Every schedule, paused ones included."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(f"SELECT {_COLUMNS} {_FROM} ORDER BY s.channel_id")
        return tuple(map(_schedule, rows))

    async def of(self, guild_id: int | None) -> tuple[Schedule, ...]:
        """A server's schedules (None: of no server), in the order in which they were set."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT {_COLUMNS} {_FROM} WHERE s.guild_id = ? ORDER BY s.set_at, s.channel_id", (guild_id,)
            )
        return tuple(map(_schedule, rows))

    async def set(self, schedule: Schedule) -> bool:
        """Set a channel's schedule, in place of an earlier one; False where the server has MAX_SCHEDULES others.

        A post that is on its way stays claimed.
        """
        key = (schedule.guild_id, schedule.channel_id)
        async with self._database.writing() as connection:
            [[others]] = await connection.execute_fetchall(
                "SELECT count(*) FROM schedules WHERE guild_id = ? AND channel_id != ?", key
            )
            if others >= MAX_SCHEDULES:
                return False
            times = {"last_day": schedule.last_day.isoformat(), "set_at": schedule.set_at.timestamp()}
            await connection.execute(_REPLACE, asdict(schedule) | times)
            await connection.execute(
                "INSERT OR REPLACE INTO schedule_setters VALUES (?, ?)", (schedule.channel_id, schedule.user_id)
            )
        return True

    async def pause(self, channel_id: int, *, paused: bool) -> None:
        """Pause a schedule or resume it; a resumed one has all its attempts again."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET paused = ?, trouble = NULL, told = 1 WHERE channel_id = ?", (paused, channel_id)
            )
            if not paused:
                await restart_attempts(connection, "post", channel_id)

    async def drop(self, channel_id: int) -> None:
        """Delete a schedule."""
        async with self._database.writing() as connection:
            await connection.execute("DELETE FROM schedules WHERE channel_id = ?", (channel_id,))
            await clear(connection, "post", channel_id)

    async def drop_role(self, channel_id: int) -> None:
        """Mention nobody any more."""
        async with self._database.writing() as connection:
            await connection.execute("UPDATE schedules SET role_id = NULL WHERE channel_id = ?", (channel_id,))

    async def claim(self, channel_id: int, day: date, claimant: str, now: datetime) -> Claim | datetime | None:
        """Claim the post of `day` in the channel. None where it has been posted or is not wanted; where another process
        is posting it, the moment until which that one may."""
        async with self._database.writing() as connection:
            wanted = await connection.execute_fetchall(
                "SELECT 1 FROM schedules WHERE channel_id = ? AND NOT paused AND last_day < ?",
                (channel_id, day.isoformat()),
            )
            return await claim(connection, f"post:{day}", channel_id, claimant, now) if wanted else None

    async def done(self, channel_id: int, day: date) -> None:
        """The day has been posted."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET last_day = max(last_day, ?1), posted = max(coalesce(posted, ''), ?1),"
                " trouble = NULL, told = 1 WHERE channel_id = ?2",
                (day.isoformat(), channel_id),
            )
            await clear(connection, "post", channel_id)

    async def failed(self, claim: Claim, failure: str, until: datetime | None) -> None:
        """An attempt failed. The next is at `until`; where that is None the schedule pauses."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET trouble = ?, paused = max(paused, ?) WHERE channel_id = ?",
                (failure, until is None, claim.target),
            )
            if until:
                await postpone(connection, claim, until)
            else:
                await restart_attempts(connection, "post", claim.target)

    async def unreported(self, channel_id: int, failure: str) -> None:
        """The person who set the schedule up could not be told of a failure."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET trouble = ?, told = 0 WHERE channel_id = ?", (failure, channel_id)
            )

    async def take_unreported(self, guild_id: int | None) -> tuple[Schedule, ...]:
        """A server's schedules with a failure that nobody has been told of. Whoever takes them has to tell."""
        rows = await take_unreported(
            self._database,
            f"SELECT {_COLUMNS} {_FROM} WHERE s.guild_id = ? AND NOT s.told",
            "UPDATE schedules SET told = 1 WHERE guild_id = ?",
            (guild_id,),
        )
        return tuple(map(_schedule, rows))


def _schedule(row: Any) -> Schedule:
    """The schedule of a row of _COLUMNS, which have the order of its fields."""
    values = dict(zip((field.name for field in fields(Schedule)), row, strict=True))
    flags = {name: bool(values[name]) for name in ("thread", "paused", "begun")}
    days = {name: date.fromisoformat(values[name]) if values[name] else None for name in ("last_day", "posted")}
    return Schedule(**values | flags | days | {"set_at": datetime.fromtimestamp(values["set_at"], UTC)})

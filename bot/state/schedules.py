"""Which channels get each new day's digest, and at what time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from bot.rendering.language import Language
from bot.state.deliveries import Claim, claim, forget, let_go, put_off
from retrieval.storage.database import Database

MAX_SCHEDULES: Final = 20  # in a server

# last_day  the newest day that is not news to the channel: nothing up to it is posted
# set_at    seconds since 1970
# trouble   what last went wrong, one of Trouble; told: whether whoever set it up has heard of it
# Who set a schedule up is apart, because deleting what is known of a person must leave the server its schedule.
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

_COLUMNS = (
    "s.channel_id, s.guild_id, s.minute, s.timezone, s.top, s.role_id, s.thread, s.language,"
    " s.last_day, s.set_at, s.paused, s.trouble, u.user_id,"
    " EXISTS (SELECT 1 FROM deliveries d WHERE d.target = s.channel_id AND d.name GLOB 'post:*')"
)
_FROM = "FROM schedules s LEFT JOIN schedule_setters u ON u.channel_id = s.channel_id"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A channel's daily post: from `minute` of the day in `timezone` on. `user_id` is who set it up, None where that
    is no longer known; `trouble` is what last went wrong, as `bot.trouble` names it; `begun`: somebody has tried
    to post a day, and has not done so."""

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
    trouble: str | None = None
    user_id: int | None = None
    begun: bool = False

    def news(self, days: Iterable[date]) -> list[date]:
        """Those of `days` that the channel has not had, in their order."""
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

    async def of(self, guild_id: int) -> tuple[Schedule, ...]:
        """A server's schedules."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT {_COLUMNS} {_FROM} WHERE s.guild_id = ? ORDER BY s.set_at, s.channel_id", (guild_id,)
            )
        return tuple(map(_schedule, rows))

    async def set(self, schedule: Schedule) -> bool:
        """Set a channel's schedule, in place of an earlier one; False where the server has MAX_SCHEDULES others.

        What is posted right now goes on; a day that is known not to be news stays so.
        """
        key = (schedule.guild_id, schedule.channel_id)
        async with self._database.writing() as connection:
            [[others]] = await connection.execute_fetchall(
                "SELECT count(*) FROM schedules WHERE guild_id = ? AND channel_id != ?", key
            )
            if others >= MAX_SCHEDULES:
                return False
            await connection.execute("DELETE FROM schedules WHERE channel_id = ?", (schedule.channel_id,))
            await connection.execute(
                "INSERT INTO schedules (channel_id, guild_id, minute, timezone, top, role_id, thread, language,"
                " last_day, set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    schedule.channel_id,
                    schedule.guild_id,
                    schedule.minute,
                    schedule.timezone,
                    schedule.top,
                    schedule.role_id,
                    schedule.thread,
                    schedule.language,
                    schedule.last_day.isoformat(),
                    schedule.set_at.timestamp(),
                ),
            )
            await connection.execute(
                "INSERT INTO schedule_setters VALUES (?, ?)", (schedule.channel_id, schedule.user_id)
            )
        return True

    async def pause(self, channel_id: int, *, paused: bool) -> None:
        """Pause a schedule or let it go on; then all attempts begin anew."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET paused = ?, trouble = NULL, told = 1 WHERE channel_id = ?", (paused, channel_id)
            )
            if not paused:
                await let_go(connection, "post", channel_id)

    async def drop(self, channel_id: int) -> None:
        """Forget a schedule."""
        async with self._database.writing() as connection:
            await connection.execute("DELETE FROM schedules WHERE channel_id = ?", (channel_id,))
            await forget(connection, "post", channel_id)

    async def drop_role(self, channel_id: int) -> None:
        """Mention nobody any more."""
        async with self._database.writing() as connection:
            await connection.execute("UPDATE schedules SET role_id = NULL WHERE channel_id = ?", (channel_id,))

    async def claim(self, channel_id: int, day: date, claimant: str, now: datetime) -> Claim | datetime | None:
        """Leave to post `day` in the channel: None where it has been posted or is not wanted, and where another
        process is at it, until when."""
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
                "UPDATE schedules SET last_day = max(last_day, ?), trouble = NULL, told = 1 WHERE channel_id = ?",
                (day.isoformat(), channel_id),
            )
            await forget(connection, "post", channel_id)

    async def failed(self, claim: Claim, trouble: str, until: datetime | None) -> None:
        """An attempt came to nothing; there is another one at `until`, and where that is None the schedule pauses."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET trouble = ?, paused = max(paused, ?) WHERE channel_id = ?",
                (trouble, until is None, claim.target),
            )
            if until:
                await put_off(connection, claim, until)
            else:
                await let_go(connection, "post", claim.target)

    async def untold(self, channel_id: int, trouble: str) -> None:
        """Whoever set the schedule up could not be told of a trouble."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE schedules SET trouble = ?, told = 0 WHERE channel_id = ?", (trouble, channel_id)
            )

    async def take_untold(self, guild_id: int) -> tuple[Schedule, ...]:
        """A server's schedules with a trouble of which nobody has been told; whoever takes them tells."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT {_COLUMNS} {_FROM} WHERE s.guild_id = ? AND NOT s.told", (guild_id,)
            )
        if rows:
            async with self._database.writing() as connection:
                await connection.execute("UPDATE schedules SET told = 1 WHERE guild_id = ?", (guild_id,))
        return tuple(map(_schedule, rows))


def _schedule(row: Any) -> Schedule:
    channel_id, guild_id, minute, timezone, top, role_id, thread, language, last_day, set_at, *rest = row
    paused, trouble, user_id, begun = rest
    return Schedule(
        channel_id,
        guild_id,
        minute,
        timezone,
        top,
        role_id,
        bool(thread),
        language,
        date.fromisoformat(last_day),
        datetime.fromtimestamp(set_at, UTC),
        bool(paused),
        trouble,
        user_id,
        bool(begun),
    )

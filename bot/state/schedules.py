"""Which channels get each new day's digest, and at what time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    case,
    delete,
    exists,
    false,
    func,
    select,
    true,
    update,
)

from bot.rendering.language import Language
from bot.state.deliveries import Claim, claim, clear, deliveries, of_kind, postpone, restart_attempts
from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Id, Text, insert_into

MAX_SCHEDULES: Final = 20  # in a server

# last_day  the newest day that the channel has had, or does not want: only later days are posted
# posted    the newest day that the channel has had; NULL where it has had none
# set_at    seconds since 1970
# trouble   the last failure to post, as bot.core.send_failure names it
# told      whether the person who set the schedule up, or another admin, has heard of that
schedules = Table(
    "schedules",
    METADATA,
    Column("channel_id", Id, primary_key=True, autoincrement=False),
    Column("guild_id", Id, nullable=False),
    Column("minute", Integer, nullable=False),  # of the local day
    Column("timezone", Text, nullable=False),
    Column("top", Integer, nullable=False),
    Column("role_id", Id),
    Column("thread", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("set_at", Double, nullable=False),
    Column("paused", Boolean, nullable=False, server_default=false()),
    Column("trouble", Text),
    Column("told", Boolean, nullable=False, server_default=true()),
    Column("posted", Text),
    Index("schedules_by_guild", "guild_id"),
)
# The person who set a schedule up has a table apart: deleting what is known of them must not delete the schedule.
schedule_setters = Table(
    "schedule_setters",
    METADATA,
    Column(
        "channel_id", Id, ForeignKey("schedules.channel_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("user_id", Id, nullable=False),
)

_table = schedules.c
_SELECT: Final = select(
    schedules,
    schedule_setters.c.user_id,
    exists().where(deliveries.c.target == _table.channel_id, of_kind("post")).label("begun"),
).select_from(schedules.outerjoin(schedule_setters))
_SET: Final = ("guild_id", "minute", "timezone", "top", "role_id", "thread", "language")
_RESUMED: Final = {"trouble": None, "told": True}


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

    @reading
    def all(self, connection: Connection) -> tuple[Schedule, ...]:
        """Every schedule, paused ones included."""
        return tuple(map(_schedule, connection.execute(_SELECT.order_by(_table.channel_id))))

    @reading
    def of(self, connection: Connection, guild_id: int | None) -> tuple[Schedule, ...]:
        """A server's schedules (None: of no server), in the order in which they were set."""
        mine = _SELECT.where(_table.guild_id == guild_id).order_by(_table.set_at, _table.channel_id)
        return tuple(map(_schedule, connection.execute(mine)))

    @writing
    def set(self, connection: Connection, schedule: Schedule) -> bool:
        """Set a channel's schedule, in place of an earlier one; False where the server has MAX_SCHEDULES others.

        A post that is on its way stays claimed.
        """
        key = {"channel_id": schedule.channel_id}
        others = select(func.count()).where(
            _table.guild_id == schedule.guild_id, _table.channel_id != schedule.channel_id
        )
        if connection.execute(others).scalar_one() >= MAX_SCHEDULES:
            return False
        values = {name: value for name, value in asdict(schedule).items() if name in _SET} | _RESUMED
        values |= {"last_day": schedule.last_day.isoformat(), "set_at": schedule.set_at.timestamp(), "paused": False}
        new = insert_into(connection, schedules).values(**key, **values)
        connection.execute(new.on_conflict_do_update(index_elements=list(key), set_=values))
        setter = {"user_id": schedule.user_id}
        by = insert_into(connection, schedule_setters).values(**key, **setter)
        connection.execute(by.on_conflict_do_update(index_elements=list(key), set_=setter))
        return True

    @writing
    def pause(self, connection: Connection, channel_id: int, *, paused: bool) -> None:
        """Pause a schedule or resume it; a resumed one has all its attempts again."""
        _change(connection, channel_id, paused=paused, **_RESUMED)
        if not paused:
            restart_attempts(connection, "post", channel_id)

    @writing
    def drop(self, connection: Connection, channel_id: int) -> None:
        """Delete a schedule."""
        connection.execute(delete(schedules).where(_table.channel_id == channel_id))
        clear(connection, "post", channel_id)

    @writing
    def drop_role(self, connection: Connection, channel_id: int) -> None:
        """Mention nobody any more."""
        _change(connection, channel_id, role_id=None)

    @writing
    def claim(
        self, connection: Connection, channel_id: int, day: date, claimant: str, now: datetime
    ) -> Claim | datetime | None:
        """Claim the post of `day` in the channel. None where it has been posted or is not wanted; where another process
        is posting it, the moment until which that one may."""
        wanted = select(_table.channel_id).where(
            _table.channel_id == channel_id, ~_table.paused, _table.last_day < day.isoformat()
        )
        if connection.execute(wanted).first() is None:
            return None
        return claim(connection, f"post:{day}", channel_id, claimant, now)

    @writing
    def done(self, connection: Connection, channel_id: int, day: date) -> None:
        """The day has been posted."""
        last_day, posted = _newest(_table.last_day, day), _newest(func.coalesce(_table.posted, ""), day)
        _change(connection, channel_id, last_day=last_day, posted=posted, **_RESUMED)
        clear(connection, "post", channel_id)

    @writing
    def failed(self, connection: Connection, claim: Claim, failure: str, until: datetime | None) -> None:
        """An attempt failed. The next is at `until`; where that is None the schedule pauses."""
        _change(connection, claim.target, trouble=failure, **({} if until else {"paused": True}))
        if until:
            postpone(connection, claim, until)
        else:
            restart_attempts(connection, "post", claim.target)

    @writing
    def unreported(self, connection: Connection, channel_id: int, failure: str) -> None:
        """The person who set the schedule up could not be told of a failure."""
        _change(connection, channel_id, trouble=failure, told=False)

    async def take_unreported(self, guild_id: int | None) -> tuple[Schedule, ...]:
        """A server's schedules with a failure that nobody has been told of. Whoever takes them has to tell."""
        return await self._take(guild_id) if guild_id is not None and await self._any(guild_id) else ()

    @reading
    def _any(self, connection: Connection, guild_id: int) -> bool:
        untold = select(_table.channel_id).where(_table.guild_id == guild_id, ~_table.told)
        return connection.execute(untold.limit(1)).first() is not None

    @writing
    def _take(self, connection: Connection, guild_id: int) -> tuple[Schedule, ...]:
        untold = (_table.guild_id == guild_id, ~_table.told)
        rows = connection.execute(_SELECT.where(*untold).order_by(_table.channel_id)).all()
        connection.execute(update(schedules).where(*untold).values(told=True))
        return tuple(map(_schedule, rows))


def _change(connection: Connection, channel_id: int, **values: Any) -> None:
    connection.execute(update(schedules).where(_table.channel_id == channel_id).values(**values))


def _newest(column: ColumnElement[str], day: date) -> ColumnElement[str]:
    """The later one of the day in the column and `day`."""
    return case((column < day.isoformat(), day.isoformat()), else_=column)


def _schedule(row: Row[Any]) -> Schedule:
    """The schedule of a row of _SELECT."""
    values = dict(row._mapping)
    del values["told"]
    values["failure"] = values.pop("trouble")
    values["posted"] = date.fromisoformat(values["posted"]) if values["posted"] else None
    values |= {"last_day": date.fromisoformat(row.last_day), "set_at": datetime.fromtimestamp(row.set_at, UTC)}
    return Schedule(**values)

"""What the bot says to Discord: its commands, the custom ids it gives and answers, and what it keeps meanwhile."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any, Final

from tests.recorded import databases, keeping, reading
from tests.recorded.program import as_json
from tests.recorded.walk import Step, Walk
from tests.recorded.world import World, open_world

_SCENES: Final = (
    keeping.forget,
    keeping.choose_languages,
    reading.read,
    reading.take_the_tour,
    reading.press_anothers_button,
    reading.write,
    keeping.set_everything,
    keeping.save,
    keeping.run_the_corpus,
    keeping.follow,
    keeping.schedule,
    keeping.receive,
    keeping.join_servers,
    keeping.be_answered_in_words,
    keeping.fail,
)

STATE: Final = "state.sql"
"""What the state database is called that is left at the end."""


def discord_side(home: Path) -> dict[str, str]:
    """The recordings, by name, and the state database at the end."""
    state = home / "state.db"
    said = asyncio.run(_walk(home, state))
    return {name: as_json(value) for name, value in said.items()} | {STATE: databases.dump(state)}


async def _walk(home: Path, state: Path) -> dict[str, object]:
    (digests := home / "digests").mkdir()
    async with open_world(digests, state) as world:
        commands, templates = _commands(world), [_template(one) for one in world.templates()]
        walk = Walk(world)
        for scene in _SCENES:
            await scene(walk)
    return {"commands.json": commands, "templates.json": templates, "custom_ids.json": walk.scenes}


def _commands(world: World) -> Any:
    """What was registered at the start."""
    [sync] = [one for one in world.env.http_requests if one.method == "PUT" and one.path.endswith("/commands")]
    return sync.json


def _template(pattern: re.Pattern[str]) -> dict[str, Any]:
    return {"template": pattern.pattern, "dotall": bool(pattern.flags & re.DOTALL)}


def answers_over(state: Path, home: Path) -> dict[str, list[Step]]:
    """What everybody is told of what is kept on them, where the state database is that of `discord_side`."""
    return asyncio.run(_ask(state, home))


async def _ask(state: Path, home: Path) -> dict[str, list[Step]]:
    (digests := home / "digests").mkdir()
    said: dict[str, list[Step]] = {}
    async with open_world(digests, state) as world:
        walk = Walk(world)
        for scene, people in (("members", world.members), ("managers", world.managers)):
            await walk.begin(scene)
            commands = ["settings", "saved list", "follow list", *(["schedule list"] if scene == "managers" else [])]
            for person in people.values():
                for command in commands:
                    reply = await walk.slash(person, command)
                    said.setdefault(person.name, []).append({"done": f"/{command}", "said": walk.text(reply)})
    return said

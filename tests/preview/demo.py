"""python -m tests.preview.demo [--port N]

The way of a day that is fetched, on one machine and without the internet: a stand-in for Hugging Face has two days of
made-up papers, `paperbot fetch` writes their digests, and the bot posts the newer one and tells of what is followed.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.cli.config import SEEDS, load_config
from bot.cli.invocation import EXIT_FAILED, Invocation, language_of_environment
from retrieval.sources.planning import last_settled
from tests.fakes.huggingface import FakeHub, Record, record
from tests.preview import words
from tests.preview.__main__ import say_both
from tests.preview.needs import require

_SETTLED = time(0, 30)
_FOLLOWED = "robot"
_AT = "00:00"  # of a post: each day is posted when it comes
_PAPERS = (  # of the day before, and of the newer day
    (
        (
            "Demo: A Benchmark of Korean Conversations",
            "We introduce a benchmark of 2,000 conversations in Korean, and evaluate twelve language models on it.",
        ),
        (
            "Demo: A Robot That Asks When It Is Unsure",
            "We propose a robot that asks people before it does what it has never done. It drops fewer cups.",
        ),
    ),
    (
        (
            "Demo: Teaching a Robot to Fold Laundry from Ten Videos",
            "We present FoldBot, a robot policy that learns to fold laundry from ten videos. It folds 9 of 10 shirts.",
        ),
        (
            "Demo: Shorter Reasoning Chains Answer Better",
            "We show that large language models answer better when their chains of reasoning are cut to a third.",
        ),
    ),
)


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of 127.0.0.1; else any free one.")
def demo(port: int) -> None:
    """Fetch two days of made-up papers, and see what the bot makes of them. Nothing leaves this computer."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("discord").setLevel(logging.ERROR)
    for name in [name for name in os.environ if name.startswith("PAPERBOT_") or name == "HF_TOKEN"]:
        del os.environ[name]  # the demo has settings of its own, and a key is nothing for a stand-in
    invocation = Invocation(None, language_of_environment())
    require("preview", invocation)
    with TemporaryDirectory(prefix="paperbot-demo-") as folder:
        raise SystemExit(asyncio.run(_until_stopped(invocation, Path(folder), port)))


async def _until_stopped(invocation: Invocation, home: Path, port: int) -> int:
    from tests.preview.world import PortTaken  # here: simcord may not be installed

    running = asyncio.create_task(_run(home, port))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, running.cancel)
    try:
        with suppress(asyncio.CancelledError):
            await running
    except PortTaken as error:
        invocation.fail(words.PORT_TAKEN.say(invocation.language, port=port, reason=error))
        return EXIT_FAILED
    say_both(words.DEMO_STOPPED)
    return 0


async def _run(home: Path, port: int) -> None:
    from tests.preview.world import World, open_world

    newest = last_settled(datetime.now(UTC), _SETTLED)
    both = zip((newest - timedelta(days=1), newest), _PAPERS, strict=True)
    days = {day.isoformat(): _papers_of(day, papers) for day, papers in both}
    async with AsyncExitStack() as stack:
        hub = await stack.enter_async_context(FakeHub(days, now=lambda: datetime.now(UTC)).served())
        say_both(words.DEMO_SERVER, url=hub.url, days=" · ".join(days))
        config = home / "config.toml"
        config.write_text(_settings(hub.url, min(days)), encoding="utf-8")
        world: World = await stack.enter_async_context(open_world(load_config(config)))
        await world.look()  # all papers there are count as seen
        manager = world.managers["ko"]
        await manager.slash(world.channel, "schedule set", channel=world.channel, time=_AT, timezone="Asia/Seoul")
        await manager.slash(world.channel, "follow add", query=_FOLLOWED, channel=world.channel)
        say_both(words.DEMO_WAITING, query=_FOLLOWED)
        await _fetch(config)
        say_both(words.DEMO_WRITTEN, folder=home / "digests")
        await world.library.reload()
        await world.look()
        page = await stack.enter_async_context(world.page(port=port))
        say_both(words.DEMO_POSTED)
        click.echo(f"\n    {page.url}\n")
        say_both(words.DEMO_NOTES)
        await page.wait_closed()


def _papers_of(day: date, papers: Sequence[tuple[str, str]]) -> list[Record]:
    """A list as Hugging Face gives it, the most voted first."""
    submitted = f"{day}T00:00:00.000Z"
    return [
        record(f"{day:%y%m}.{day.day:02}{number:03}", title, votes, summary=abstract, submittedOnDailyAt=submitted)
        for number, (votes, (title, abstract)) in enumerate(zip((42, 17), papers, strict=True), 1)
    ]


def _settings(url: str, since: str) -> str:
    return (
        f"[corpus]\ndigests = ['{SEEDS}']\ndatabase = 'corpus.db'\n[state]\ndatabase = 'state.db'\n"
        f"[sources]\nhuggingface = true\nhuggingface_base = '{url}'\nfolder = 'digests'\nsince = '{since}'\n"
    )


async def _fetch(config: Path) -> None:
    """`paperbot fetch`, as a process, and what it prints."""
    command = ("--config", str(config), "fetch")
    click.echo(f"\n    $ paperbot {' '.join(command)}")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *command),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        start_new_session=True,  # Ctrl-C is for the demo, which ends it
    )
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    click.echo("".join(f"    {line}\n" for line in said.decode().splitlines()))


if __name__ == "__main__":
    demo()

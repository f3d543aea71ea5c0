"""python -m tests.preview.pictures [NAME …]: draw the README's pictures with Chromium, into docs/.

The names are those of `SCENES`; without any, all are drawn, in Korean and in English. The papers' own pictures are on
the web, stand-ins are drawn in their places; everything else is what the bot sends.
"""

from __future__ import annotations

import asyncio
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bot.cli.config import Config
from bot.cli.invocation import EXIT_FAILED, EXIT_USAGE, Invocation, language_of_environment
from bot.rendering.language import Language, Phrase
from retrieval.digests.files import CorpusError
from retrieval.storage.database import StoreError
from tests.preview import words
from tests.preview.needs import require
from tests.preview.scenes import SCENES, Scene

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from tests.preview.world import World

DOCS: Final = Path(__file__).parents[2] / "docs"
MAX_KILOBYTES = 250

_COLOURS = 256
_WIDTH, _HEIGHT = 1_100, 2_000  # so wide that messages are as wide as they get
_PIXELS_PER_POINT = 1.5
_READY_WITHIN = 30_000  # milliseconds
_READY = "() => window.simcordPreview?.ready === true"
_MISSING = "() => window.simcordPreview.diagnostics.map((one) => one.message || one.code)"
# Characters that no font has are all drawn alike.
_HANGUL = """() => {
    const draw = (text) => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = "40px sans-serif";
        pen.fillText(text, 0, 60);
        return pen.canvas.toDataURL();
    };
    return draw("가") !== draw("힣");
}"""


class NoPicture(Exception):
    """There can be no picture; says why in either language."""

    def __init__(self, phrase: Phrase, **values: object) -> None:
        super().__init__(phrase.say("en", **values))
        self._phrase, self._values = phrase, values

    def say(self, language: Language) -> str:
        return self._phrase.say(language, **self._values)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Settings file (TOML).")
def pictures(names: tuple[str, ...], config_file: Path | None) -> None:
    """Draw the README's pictures, or those NAMES."""
    invocation = Invocation(config_file, language_of_environment())
    if unknown := [name for name in names if name not in SCENES]:
        sentence = words.UNKNOWN_SCENE.say(invocation.language, names=", ".join(unknown), known=", ".join(SCENES))
        raise invocation.fail(sentence, EXIT_USAGE)
    require("pictures", invocation)
    config = invocation.config()
    try:
        failed = asyncio.run(_draw_all(config, names or tuple(SCENES)))
    except NoPicture as error:
        raise invocation.fail(error.say(invocation.language)) from None
    except (StoreError, CorpusError) as error:
        raise invocation.fail(str(error)) from None
    for name, why in failed:
        reason = why.say(invocation.language)
        invocation.fail(words.NO_PICTURE.say(invocation.language, name=name, reason=reason))
    raise SystemExit(EXIT_FAILED if failed else 0)


async def _draw_all(config: Config, names: tuple[str, ...]) -> list[tuple[str, NoPicture]]:
    """Draw what can be drawn, and say what could not."""
    from playwright.async_api import Error, async_playwright  # here: it may not be installed

    from tests.preview.world import open_world

    failed = []
    chromium = _chromium()
    DOCS.mkdir(exist_ok=True)
    async with open_world(config) as world, async_playwright() as playwright:
        for member in world.members.values():
            await member.slash(world.channel, "daily")  # first replies have a hint below them
        try:
            browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        except Error as error:
            raise NoPicture(words.BROWSER_FAILED, browser=chromium, reason=error.message.partition("\n")[0]) from error
        await _check_fonts(browser)
        for file, scene, language in _files(names):
            try:
                _save(await _draw(world, browser, scene, language), file)
            except NoPicture as error:
                failed.append((file.name, error))
        await browser.close()
    return failed


def _files(names: tuple[str, ...]) -> Iterator[tuple[Path, Scene, Language]]:
    languages: tuple[Language, ...] = ("ko", "en")
    for name in names:
        for language in languages:
            yield DOCS / f"{name}-{language}.png", SCENES[name], language


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)
    if not found:
        raise NoPicture(words.NO_BROWSER)
    return found


async def _check_fonts(browser: Browser) -> None:
    page = await browser.new_page()
    if not await page.evaluate(_HANGUL):
        raise NoPicture(words.NO_HANGUL)
    await page.close()


async def _draw(world: World, browser: Browser, scene: Scene, language: Language) -> bytes:
    """A screenshot of what the bot replies."""
    from simcord import SetupError

    try:
        reply = await world.members[language].slash(world.channel, scene.command, **scene.options[language])
    except SetupError as error:
        raise NoPicture(words.REFUSED, reason=error) from error
    if not reply.response:
        raise NoPicture(words.NO_REPLY)
    async with world.page(layout="message") as preview:
        await preview.show(reply)
        page = await browser.new_page(
            viewport={"width": _WIDTH, "height": _HEIGHT},
            device_scale_factor=_PIXELS_PER_POINT,
            reduced_motion="reduce",
        )
        await page.goto(preview.url)
        await page.wait_for_function(_READY, timeout=_READY_WITHIN)
        if missing := await page.evaluate(_MISSING):
            raise NoPicture(words.BROKEN_PAGE, diagnostics=missing)
        picture: bytes = await page.locator("#focused-content .message-components").screenshot(animations="disabled")
        await page.close()
        return picture


def _save(picture: bytes, file: Path) -> None:
    from PIL import Image

    written = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(_COLOURS, kmeans=2, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    size = len(written.getvalue()) // 1000
    if size > MAX_KILOBYTES:
        raise NoPicture(words.TOO_LARGE, size=size, limit=MAX_KILOBYTES)
    file.write_bytes(written.getvalue())
    click.echo(f"docs/{file.name}  {size} kB")


if __name__ == "__main__":
    pictures()

"""`paperbot check`: what is wrong with digests, databases, sources, model and token, and how to mend it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp

from bot.cli import phrases
from bot.cli.config import Config
from bot.cli.model_check import Mark, try_model
from bot.cli.sections import Discord
from bot.core.faults import explained, why_unreached
from bot.features.corpus.digest_warnings import say_warning
from bot.features.corpus.source_faults import say_fault
from bot.rendering import phrases as common
from bot.rendering.language import Language, Phrase
from bot.state import State, examine
from retrieval.digests.files import CorpusError
from retrieval.library import Library, saved_index
from retrieval.sources.faults import SourceError
from retrieval.sources.fetcher import SourceSettings
from retrieval.sources.planning import last_settled
from retrieval.sources.trial import try_folder, try_huggingface
from retrieval.storage.aside import files_aside
from retrieval.storage.faults import StoreError
from retrieval.storage.store import Store

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_HTTP_OK, _HTTP_UNAUTHORIZED = 200, 401


@dataclass(slots=True)
class Checkup:
    """Looks at one thing after the other, says what it finds, and counts what is wrong."""

    language: Language
    write: Callable[[str], object]
    repair: bool = False
    wrong: int = 0

    async def run(self, config: Config) -> None:
        self._good(phrases.CHECK_CONFIG, file=config.file or phrases.CHECK_NO_FILE.say(self.language))
        await self._corpus(config)
        await self._state(config)
        await self._sources(config.fetcher.settings)
        await self._model(config)
        await self._token(config.discord)

    def _good(self, phrase: Phrase, **values: object) -> None:
        self.write(f"✓ {phrase.say(self.language, **values)}")

    def _bad(self, phrase: Phrase, **values: object) -> None:
        self._wrong(phrase.say(self.language, **values))

    def _wrong(self, sentence: str) -> None:
        self.wrong += 1
        self.write(f"✗ {sentence}")

    async def _corpus(self, config: Config) -> None:
        caches = [*filter(None, (config.corpus_database, saved_index(config.corpus_database)))]
        before = {aside for cache in caches for aside in files_aside(cache)}
        try:
            await self._inside(config)
            library = await Library.open(
                config.corpus_database, config.digests, glossary=config.glossary, fetched=config.fetched
            )
        except (StoreError, CorpusError) as error:
            self._wrong(explained(error).say(self.language))
            return
        status = library.status()
        await library.close()
        for aside in (aside for cache in caches for aside in files_aside(cache) if aside not in before):
            self._good(phrases.CHECK_SET_ASIDE, aside=aside)
        if status.papers:
            found = common.papers(status.papers, self.language)
            days = common.count(status.days, self.language, "day", "days", "일")
            self._good(phrases.CHECK_CORPUS, papers=found, days=days, path=config.corpus_database)
        else:
            self._bad(phrases.CHECK_NO_PAPERS, paths=", ".join(map(str, config.digests)))
        for warning in library.opening.warnings:
            self._wrong(say_warning(warning, self.language))

    async def _inside(self, config: Config) -> None:
        """Whether the database is whole where opening it does not show it, and made anew where that is asked."""
        store = await Store.open(config.corpus_database)
        try:
            damage = await store.damage()
            if damage and self.repair:
                await store.cache.heal()
            elif damage:
                values = {"path": config.corpus_database, "detail": damage.values["detail"]}
                self._bad(phrases.CHECK_DAMAGED_INSIDE, **values)
        finally:
            await store.close()

    async def _state(self, config: Config) -> None:
        try:
            await asyncio.to_thread(examine, config.state_database)
            await (await State.open(config.state_database)).close()
        except StoreError as error:
            self._wrong(explained(error).say(self.language))
        else:
            self._good(phrases.CHECK_STATE, path=config.state_database)

    async def _sources(self, settings: SourceSettings) -> None:
        if not settings.enabled:
            return
        try:
            await asyncio.to_thread(try_folder, settings.folder)
        except SourceError as error:
            self._wrong(say_fault(error.fault, error.detail, error.until, self.language))
        else:
            self._good(phrases.CHECK_FOLDER, path=settings.folder)
        base = settings.huggingface_base
        try:
            await try_huggingface(base, settings.token, last_settled(datetime.now(UTC), settings.settled))
        except SourceError as error:
            self._wrong(f"{base}: {say_fault(error.fault, error.detail, error.until, self.language)}")
        else:
            self._good(phrases.CHECK_SOURCE, base=base)

    async def _model(self, config: Config) -> None:
        async for mark, sentence in try_model(config, self.language):
            if mark is Mark.BAD:
                self._wrong(sentence)
            else:
                self.write(f"{mark} {sentence}")

    async def _token(self, settings: Discord) -> None:
        token = settings.token.get_secret_value()
        if not token:
            self.write(f"- {phrases.CHECK_NO_TOKEN.say(self.language)}")
            return
        headers = {"Authorization": f"Bot {token}"}
        try:
            async with (
                aiohttp.ClientSession(timeout=_TIMEOUT) as session,
                session.get(f"{settings.api_base}/users/@me", headers=headers) as answer,
            ):
                status = answer.status
        except TimeoutError:
            self._bad(phrases.CHECK_UNREACHABLE, api_base=settings.api_base, reason=phrases.CHECK_NO_ANSWER)
            return
        except (aiohttp.ClientError, OSError) as error:
            self._bad(phrases.CHECK_UNREACHABLE, api_base=settings.api_base, reason=why_unreached(error))
            return
        if status == _HTTP_OK:
            self._good(phrases.CHECK_TOKEN)
        elif status == _HTTP_UNAUTHORIZED:
            self._bad(phrases.CONFIG_TOKEN_REFUSED)
        else:
            self._bad(phrases.CHECK_UNREACHABLE, api_base=settings.api_base, reason=f"HTTP {status}")


async def checkup(config: Config, language: Language, write: Callable[[str], object], *, repair: bool = False) -> int:
    """Look at everything, and with `repair` make damaged caches anew; 0 where all is well, else 1."""
    check = Checkup(language, write, repair)
    await check.run(config)
    return 1 if check.wrong else 0

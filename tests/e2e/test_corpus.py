"""Reloading the digests from a server, and who may."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio

from tests.e2e.conftest import Home, Lab, deferred, discord_settings
from tests.fakes import BotProcess, DriverError, FakeDiscord, Reply

pytestmark = pytest.mark.asyncio(loop_scope="module")

NEW_PAPER = "2407.00001"
NEW_DIGEST = f"""## Daily Papers (2024-07-01)

### [Zebrafish Telescopes for Lighthouse Keepers](https://arxiv.org/abs/{NEW_PAPER})

Vote: plenty

Authors: Ada Lovelace

- 얼룩물고기 망원경은 등대지기를 위한 새로운 방법입니다.

### [A heading without an arXiv link](https://example.com)

- 이 논문은 빠집니다.
"""


def add_digest(home: Home) -> None:
    (home.digests / "2024-07-01.md").write_text(NEW_DIGEST, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Reloading:
    """What was said before, during and after a reload that a new digest was there for."""

    lab: Lab
    during: list[Reply]
    day_during: Reply
    busy: Reply
    report: Reply


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reloading(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Reloading]:
    async with FakeDiscord.start() as discord:
        home = Home.make(tmp_path_factory.mktemp("reloading"), discord_settings(discord))
        guild = discord.guild()
        async with BotProcess.start(discord, home.config) as bot:
            lab = Lab(discord, home, bot, guild)
            add_digest(home)
            with home.corpus_being_written():
                report = asyncio.create_task(lab.admin().slash("corpus reload"))
                await deferred(discord)
                queries = ["mixtures of experts deep RL", "zebrafish telescopes", "diffusion model", "강화 학습"]
                during = await asyncio.gather(*(lab.member().slash("paper search", query=query) for query in queries))
                day_during = await lab.member().slash("daily")
                busy = await lab.admin().slash("corpus reload")
                assert not report.done()
            yield Reloading(lab, during, day_during, busy, await report)
            lab.settle()


async def test_searches_are_answered_from_the_old_papers_during_a_reload(reloading: Reloading) -> None:
    known, new, *others = reloading.during
    assert "2402.08609" in known.text
    assert NEW_PAPER not in new.text
    assert all("](https://arxiv.org/abs/" in reply.text for reply in others)
    assert "13 Jun 2024" in reloading.day_during.text


async def test_a_second_reload_during_a_reload_is_refused(reloading: Reloading) -> None:
    assert reloading.busy.ephemeral
    assert "already running" in reloading.busy.text


async def test_the_report_is_private_and_counts_files_and_papers(reloading: Reloading) -> None:
    assert reloading.report.ephemeral
    assert "Files: 1 read, 5 unchanged" in reloading.report.text
    assert "Papers: 1 added, 0 updated, 0 removed" in reloading.report.text


async def test_the_report_names_file_and_line_of_each_warning(reloading: Reloading) -> None:
    warnings = [line for line in reloading.report.text.splitlines() if "2024-07-01.md:" in line]
    assert "Warnings: 2" in reloading.report.text
    assert ["2024-07-01.md:5 " in warnings[0], "plenty" in warnings[0]] == [True, True]
    assert "2024-07-01.md:11 " in warnings[1]


async def test_a_new_paper_is_found_after_the_reload(reloading: Reloading) -> None:
    member = reloading.lab.member()
    for query in ("zebrafish telescopes", "얼룩물고기 망원경"):
        reply = await member.slash("paper search", query=query)
        assert f"**1. [Zebrafish Telescopes for Lighthouse Keepers](https://arxiv.org/abs/{NEW_PAPER})**" in reply.text
    assert "Mon 1 Jul 2024 · 1 paper" in (await member.slash("daily")).text
    assert (await member.autocomplete("daily", date="2024-07"))[0].value == "2024-07-01"


async def test_a_second_reload_within_a_minute_is_refused(reloading: Reloading) -> None:
    reply = await reloading.lab.admin().slash("corpus reload")
    assert reply.ephemeral
    assert re.search(r"once a minute\. Try again in \d+ s", reply.text)


async def test_members_do_not_see_the_corpus_commands(lab: Lab) -> None:
    for command in ("corpus reload", "corpus status"):
        with pytest.raises(DriverError, match="default_member_permissions"):
            await lab.member().slash(command)


@pytest.mark.parametrize(("locale", "said"), [("en-US", "Manage Server"), ("ko", "서버 관리 권한")])
async def test_a_member_without_permission_reloads_nothing(lab: Lab, locale: str, said: str) -> None:
    add_digest(lab.home)
    member = lab.member(locale=locale)
    reply = await member.force_slash("corpus reload")
    assert reply.ephemeral
    assert said in reply.text
    assert len(reply.text.splitlines()) == 1
    assert NEW_PAPER not in (await member.slash("paper search", query="zebrafish telescopes")).text


async def test_a_member_without_permission_is_not_told_the_status(lab: Lab) -> None:
    reply = await lab.member().force_slash("corpus status")
    assert reply.ephemeral
    assert "Manage Server" in reply.text


async def test_corpus_commands_are_neither_offered_nor_answered_in_a_direct_message(lab: Lab) -> None:
    user = lab.discord.user()
    with pytest.raises(DriverError, match="contexts"):
        await user.slash("corpus reload")
    reply = await user.force_slash("corpus reload")
    assert reply.ephemeral
    assert "only inside a server" in reply.text


async def test_an_admin_reads_the_status_in_their_language(lab: Lab) -> None:
    english = await lab.admin().slash("corpus status")
    korean = await lab.admin(locale="ko").slash("코퍼스 상태")
    assert "58 papers on 5 days" in english.text
    assert "논문 58편, 5일" in korean.text
    assert english.ephemeral
    assert korean.ephemeral

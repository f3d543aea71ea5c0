"""What people may type, by accident or to do harm."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOISE = "".join(chr(33 + 7919 * number % 55_000) for number in range(4000))
UNSEEN = "\x00\x07\x1b\u202e\u2066\ufeff\ud83d"


async def test_a_query_of_4000_characters_is_searched_by_its_beginning_and_can_be_paged(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query=("diffusion 모델 " * 400)[:4000])
    assert "only its first" in reply.text
    await member.click(reply, label="Next →")
    assert "**11. [" in reply.text
    await member.click(reply, label="← Previous")
    assert "**1. [" in reply.text


@pytest.mark.parametrize(
    "query",
    ["😀" * 4000, NOISE, "?" * 4000, "\x00\x07\x1b[31m", "\u202e\u2066\u200b\ufeff", "\ud83d", "a" * 6000, "가" * 6000],
    ids=["emoji", "noise", "punctuation", "control", "invisible", "surrogate", "one word", "one syllable"],
)
@pytest.mark.parametrize(
    ("command", "option"),
    [("paper search", "query"), ("paper show", "paper"), ("paper ask", "question"), ("daily", "date")],
)
async def test_noise_gets_a_readable_answer(lab: Lab, command: str, option: str, query: str) -> None:
    reply = await lab.member().force_slash(command, **{option: query})
    assert len(reply.text) > 10
    assert not set(reply.text) & set(UNSEEN)


@pytest.mark.parametrize(
    "odd",
    [*UNSEEN, "\n", "\u2028", "␣", ":", "😀", "[x](y)", "||x||", "```", "<t:0:R>", "</help:1>"],
    ids=ascii,
)
async def test_odd_characters_in_a_query_survive_paging(lab: Lab, odd: str) -> None:
    member = lab.member()
    reply = await member.force_slash("paper search", query=f"diffusion {odd} model")
    head, first = reply.text.splitlines()[0], reply.text.split("\n", 2)[2]
    await member.click(reply, label="Next →")
    assert "**11. [" in reply.text
    await member.click(reply, label="← Previous")
    assert reply.text.splitlines()[0] == head
    assert reply.text.split("\n", 2)[2] == first
    assert not set(reply.text) & set(UNSEEN)


@pytest.mark.parametrize("mention", ["@everyone", "@here", "<@123>", "<@!123>", "<@&123>", "<#123>"])
async def test_a_mention_in_a_query_is_shown_as_plain_text_and_reaches_nobody(lab: Lab, mention: str) -> None:
    member = lab.member()
    found = await member.slash("paper search", query=f"diffusion model {mention}")
    others = [
        await member.slash("paper search", query=mention),
        await member.slash("paper show", paper=mention),
        await member.slash("paper ask", question=f"what is {mention}?"),
        await member.slash("daily", date=mention),
    ]
    assert not any(mention in reply.text for reply in (found, *others))
    assert mention.strip("<>@!&#") in found.text


async def test_a_mention_on_every_page_reaches_nobody(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model @everyone")
    await member.click(reply, label="Next →")
    assert "**11. [" in reply.text
    assert "@everyone" not in reply.text
    assert "everyone" in reply.text


async def test_a_mention_inside_a_link_reaches_nobody(lab: Lab) -> None:
    reply = await lab.member().slash("paper search", query="diffusion model https://example.com/@everyone")
    assert "https://example.com/@everyone" in reply.text

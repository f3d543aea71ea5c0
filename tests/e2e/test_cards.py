"""Opening papers from lists and going back, over real sockets."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab
from tests.fakes import Reply

pytestmark = pytest.mark.asyncio(loop_scope="module")

MOE = "2402.08609"


async def test_a_result_opens_for_the_presser_alone_and_leads_back(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="reinforcement learning")
    first = titles(reply)
    card = await member.choose(reply, MOE)
    assert card.ephemeral
    assert "Timon Willi" in card.text
    assert titles(reply) == first
    await member.click(card, label="← Results")
    assert titles(card) == first


async def test_in_a_direct_message_a_result_opens_in_place(lab: Lab) -> None:
    user = lab.discord.user()
    reply = await user.slash("paper search", query="reinforcement learning")
    first = titles(reply)
    await user.choose(reply, MOE)
    assert "Timon Willi" in reply.text
    await user.click(reply, label="← Results")
    assert titles(reply) == first


def titles(reply: Reply) -> list[str]:
    return [line for line in reply.text.splitlines() if "](https://arxiv.org/abs/" in line]


async def test_a_card_of_someone_else_opens_as_a_private_copy_that_leads_back_too(lab: Lab) -> None:
    reply = await lab.member("asker").slash("paper search", query="reinforcement learning")
    other = lab.member("other", locale="ko")
    copy = await other.choose(reply, MOE)
    assert copy.ephemeral
    assert reply.edits == 0
    await other.click(copy, label="← 검색 결과")
    assert "‘reinforcement learning’ 검색 결과" in copy.text


async def test_top_papers_come_by_votes_with_medals_in_the_readers_language(lab: Lab) -> None:
    member = lab.member(locale="ko")
    reply = await member.slash("인기 월간", 날짜="2024-02")
    assert "2024년 2월 인기 논문" in reply.text
    assert reply.text.index("🥇") < reply.text.index("BASE TTS") < reply.text.index("🥈")
    await member.click(reply, label="← 2024-01")
    assert "2024년 1월 인기 논문" in reply.text


@pytest.mark.parametrize("date", ["someday", "2024-02-30", "2024-13", "-1", "9" * 50])
async def test_a_wrong_date_for_a_top_list_is_explained_in_one_private_sentence(lab: Lab, date: str) -> None:
    reply = await lab.member().slash("top week", date=date)
    assert reply.ephemeral
    assert len(reply.text.splitlines()) == 1

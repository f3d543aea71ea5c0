"""Searching and reading papers in a server and in direct messages."""

from __future__ import annotations

import asyncio

import pytest

from tests.e2e.conftest import Lab, shown_to_anyone
from tests.fakes import Reply

pytestmark = pytest.mark.asyncio(loop_scope="module")

MOE = "[Mixtures of Experts Unlock Parameter Scaling for Deep RL](https://arxiv.org/abs/2402.08609)"
LINK = "](https://arxiv.org/abs/"


def listed(reply: Reply) -> list[str]:
    """The titles' lines of a list of papers."""
    return [line for line in reply.text.splitlines() if LINK in line]


async def test_search_answers_with_the_best_papers_first(lab: Lab) -> None:
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert not reply.ephemeral
    assert listed(reply)[0] == f"**1. {MOE}**"
    assert "2024-02-14 · 19 votes · 2402.08609" in reply.text
    assert shown_to_anyone(lab.discord, reply) == [reply.id]


async def test_a_page_has_ten_papers_and_buttons_lead_forth_and_back(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    first = listed(reply)
    assert reply.button("← Previous").disabled
    turned = await member.click(reply, label="Next →")
    second = listed(reply)
    await member.click(reply, label="← Previous")
    assert len(first) == 10
    assert 1 <= len(second) <= 10
    assert second[0].startswith("**11. ")
    assert not set(first) & set(second)
    assert listed(reply) == first
    assert (turned.id, reply.edits) == (reply.id, 2)


async def test_the_last_page_leads_back_only(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    while not reply.button("Next →").disabled:
        await member.click(reply, label="Next →")
    assert not reply.button("← Previous").disabled
    assert 1 <= len(listed(reply)) <= 10


async def test_a_press_by_someone_else_gives_them_a_copy_of_their_own(lab: Lab) -> None:
    asker, other = lab.member("asker"), lab.member("other", locale="ko")
    reply = await asker.slash("paper search", query="diffusion model")
    before = reply.text
    copy = await other.click(reply, label="Next →")
    assert copy.id != reply.id
    assert copy.ephemeral
    assert listed(copy)[0].startswith("**11. ")
    assert (reply.text, reply.edits) == (before, 0)
    further = await other.click(copy, label="← 이전")
    assert (further.id, listed(further)) == (copy.id, listed(reply))


async def test_a_korean_member_calls_the_command_by_its_korean_name_and_is_answered_in_korean(lab: Lab) -> None:
    member = lab.member(locale="ko")
    reply = await member.slash("논문 검색", 검색어="강화 학습 전문가 혼합")
    assert MOE in reply.text
    assert "검색 결과" in reply.text
    assert "추천 19" in reply.text
    assert [button.label for button in reply.buttons][-2:] == ["추이", "팔로우"]


async def test_other_locales_are_answered_in_english(lab: Lab) -> None:
    reply = await lab.member(locale="ja").slash("paper search", query="mixtures of experts deep RL")
    assert "Results for “mixtures of experts deep RL”" in reply.text


async def test_a_direct_message_pages_by_editing_as_often_as_one_likes(lab: Lab) -> None:
    user = lab.discord.user()
    reply = await user.slash("paper search", query="diffusion model")
    first = listed(reply)
    for _ in range(4):
        await user.click(reply, label="Next →")
        await user.click(reply, label="← Previous")
    assert listed(reply) == first
    assert (reply.edits, reply.followups) == (8, [])


async def test_a_paper_is_shown_whole_by_id_link_and_title(lab: Lab) -> None:
    member = lab.member()
    await member.slash("paper search", query="Lumos")  # a first reply says more
    named = ("2402.08609v2", "https://arxiv.org/pdf/2402.08609", MOE[1 : MOE.index("]")])
    replies = [await member.slash("paper show", paper=text) for text in named]
    assert {reply.text for reply in replies} == {replies[0].text}
    assert "Timon Willi, Gintare Karolina Dziugaite" in replies[0].text
    assert replies[0].images == [
        "https://cdn-uploads.huggingface.co/production/uploads/60f1abe7544c2adfd699860c/Cl2FukVC-wvmeieHi8fcU.png"
    ]
    assert [button.url for button in replies[0].buttons if button.url] == [
        "https://arxiv.org/abs/2402.08609",
        "https://arxiv.org/pdf/2402.08609",
        "https://huggingface.co/papers/2402.08609",
    ]


async def test_a_question_is_answered_with_papers_that_speak_of_it(lab: Lab) -> None:
    reply = await lab.member().slash("paper ask", question="What do mixtures of experts do for deep RL?")
    assert not reply.ephemeral
    assert MOE in reply.text


async def test_titles_are_suggested_while_a_paper_is_typed(lab: Lab) -> None:
    member, korean = lab.member(), lab.member(locale="ko")
    for choices in (
        await member.autocomplete("paper show", paper="mixtures of exp"),
        await korean.autocomplete("논문 보기", 논문="2402.0860"),
    ):
        assert ("Mixtures of Experts Unlock Parameter Scaling for Deep RL", "2402.08609") in [
            (choice.name, choice.value) for choice in choices
        ]


@pytest.mark.parametrize("typed", ["", " ", "x" * 6000, "😀", "\x00\u202e", "zq9 w8x", "\ud83d"])
async def test_anything_typed_gets_suggestions_that_discord_accepts(lab: Lab, typed: str) -> None:
    choices = await lab.member().autocomplete("paper show", paper=typed)
    assert len(choices) <= 25


async def test_many_searches_at_once_are_all_answered(lab: Lab) -> None:
    queries = [f"diffusion model {number}" for number in range(20)]
    replies = await asyncio.gather(*(lab.member().slash("paper search", query=query) for query in queries))
    assert all(f"“{query}”" in reply.text for query, reply in zip(queries, replies, strict=True))


async def test_pressing_twice_at_once_is_answered_twice(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    await asyncio.gather(member.click(reply, label="Next →"), member.click(reply, label="Next →"))
    assert listed(reply)[0].startswith("**11. ")
    assert reply.edits == 2


async def test_help_names_every_command_to_the_asker_in_their_language(lab: Lab) -> None:
    reader, other = lab.member(), lab.discord.user(locale="ko")
    english, korean = await reader.slash("help"), await other.slash("도움말")
    english = await reader.click(english, label="Everything I can do")
    korean = await other.click(korean, label="모든 사용법")
    for command in ("/paper search", "/paper show", "/paper ask", "/daily", "/corpus reload", "/corpus status"):
        assert command in english.text
    for command in ("/논문 검색", "/논문 보기", "/논문 질문", "/데일리", "/코퍼스 새로읽기", "/코퍼스 상태"):
        assert command in korean.text
    assert english.ephemeral
    assert korean.ephemeral


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("paper show", {"paper": "2402.08608"}, "the closest id is 2402.08609 (“Mixtures of Experts Unlock"),
        ("paper search", {"query": "2402.08608"}, "the closest id is 2402.08609"),
        ("saved add", {"paper": "2402.08608"}, "the closest is “Mixtures of Experts"),
        ("saved add", {"paper": "a Lumos of text recognition"}, "the closest is “Lumos :"),
        ("paper term", {"term": "diffuzion modelz"}, "Did you mean “diffusion model"),
        ("paper term", {"term": "강화학슴"}, "Did you mean “강화 학습”?"),
    ],
)
async def test_what_is_not_there_is_answered_with_what_comes_closest(
    lab: Lab, command: str, options: dict[str, str], said: str
) -> None:
    assert said.casefold() in (await lab.member().slash(command, **options)).text.casefold()


async def test_an_order_that_discord_would_not_let_anyone_choose_is_passed_over(lab: Lab) -> None:
    reply = await lab.member().force_slash("paper search", query="MoE", sort="loudest")
    assert "Results for “MoE”" in reply.text

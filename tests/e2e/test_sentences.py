"""Plain sentences are answered as the commands for them would."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_reply_is_in_the_language_of_the_message_where_nobody_chose_one(lab: Lab) -> None:
    korean = lab.discord.guild("연구실 둘", locale="ko").member()
    said = {
        "yesterday's papers": "There is no digest",
        "LoRA": "검색 결과",
        "2402.08609": "추천 19",
        "hi": "Ask me about",
    }
    for text, expected in said.items():
        assert expected in (await korean.answer(korean.mention(text))).text
    person = lab.discord.user()
    assert "검색 결과" in (await person.answer(person.say("강화학습"))).text


async def test_a_sentence_runs_its_command_and_its_words_can_still_be_searched(lab: Lab) -> None:
    member = lab.member()
    reply = await member.answer(member.mention("newest diffusion papers"))
    assert "Results for “diffusion”\n-# 17 papers · newest first" in reply.text
    searched = await member.click(reply, label="Search just what I typed")
    assert searched.id == reply.id
    assert "Results for “newest diffusion papers”" in searched.text
    top = await member.answer(member.mention("best papers of 2024"))
    assert "Top papers of 2024" in top.text
    helped = await member.answer(member.mention("help"))
    assert "/paper search" in helped.text
    assert "I only know about AI papers" in (await member.answer(member.mention("what's the weather like?"))).text
    trend = await member.answer(member.mention("how has interest in diffusion changed over time?"))
    assert "Trend of diffusion" in trend.text


async def test_what_is_asked_for_in_words_is_saved_and_followed(lab: Lab) -> None:
    member = lab.member()
    saved = await member.answer(member.mention("save 2402.08609"))
    assert saved.text.startswith("Saved “Mixtures of Experts")
    followed = await member.answer(member.mention("notify me about new diffusion papers"))
    assert "You now follow “diffusion”" in followed.text
    assert "for your eyes only" in (await member.answer(member.mention("show my saved papers"))).text

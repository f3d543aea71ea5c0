"""A day's papers, and the days around it."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("date", ["2024-02-14", "20240214", "2024/2/14", "2.14"])
async def test_a_day_lists_its_papers_by_votes(lab: Lab, date: str) -> None:
    reply = await lab.member().slash("daily", date=date)
    assert not reply.ephemeral
    assert "Wed 14 Feb 2024 · 12 papers" in reply.text
    assert reply.text.index("2402.08093") < reply.text.index("2402.08609") < reply.text.index("2402.08268")


async def test_without_a_date_it_is_the_newest_day(lab: Lab) -> None:
    reply = await lab.member().slash("daily")
    assert "Thu 13 Jun 2024 · 21 papers" in reply.text


async def test_a_korean_user_reads_a_day_in_korean_in_a_direct_message(lab: Lab) -> None:
    reply = await lab.discord.user(locale="ko").slash("데일리", 날짜="2024년 2월 14일")
    assert "2024년 2월 14일 (수)" in reply.text
    assert "12편" in reply.text
    assert "추천 25" in reply.text


async def test_buttons_lead_to_the_days_before_and_after(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("daily", date="2024-02-14")
    first = reply.text
    await member.click(reply, label="← 2024-01-24")
    assert "Wed 24 Jan 2024 · 10 papers" in reply.text
    await member.click(reply, label="2024-02-14 →")
    assert _without_hint(reply.text) == _without_hint(first)
    assert reply.edits == 2


async def test_the_first_and_the_last_day_lead_one_way_only(lab: Lab) -> None:
    member = lab.member()
    oldest, newest = await member.slash("daily", date="2024-01-10"), await member.slash("daily", date="2024-06-13")
    days = [[button.label for button in reply.buttons if "-" in button.label] for reply in (oldest, newest)]
    assert days == [["2024-01-24 →"], ["← 2024-03-11"]]


async def test_a_long_day_pages_through_all_its_papers(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("daily", date="2024-06-13")
    shown = []
    for turn in range(3):
        if turn:
            await member.click(reply, label="Next →")
        shown += [line for line in reply.text.splitlines() if "](https://arxiv.org/abs/" in line]
    assert len(set(shown)) == 21
    assert shown[20].startswith("**21. ")
    assert reply.button("Next →").disabled


async def test_someone_elses_press_on_a_day_gives_them_a_private_copy(lab: Lab) -> None:
    reply = await lab.member("asker").slash("daily", date="2024-02-14")
    copy = await lab.member("other").click(reply, label="← 2024-01-24")
    assert copy.ephemeral
    assert "24 Jan 2024" in copy.text
    assert "14 Feb 2024" in reply.text
    assert reply.edits == 0


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("someday", "not a date I know. Write it like 2024-06-13"),
        ("2024-02-30", "not in the calendar; the nearest day with a digest is 2024-03-11"),
        ("13.45", "calendar; the nearest day with a digest is 2024-06-13"),
    ],
)
async def test_a_wrong_date_is_explained_in_one_private_sentence(lab: Lab, date: str, said: str) -> None:
    reply = await lab.member().slash("daily", date=date)
    assert reply.ephemeral
    assert said in reply.text
    assert len(reply.text.splitlines()) == 1


async def test_a_day_without_a_digest_leads_to_the_nearest_ones(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("daily", date="2024-02-15")
    assert reply.ephemeral
    assert "no digest for Thu 15 Feb 2024" in reply.text
    assert "Wed 14 Feb 2024 and Mon 11 Mar 2024" in reply.text
    opened = await member.click(reply, label="2024-03-11 →")
    assert "Mon 11 Mar 2024 · 7 papers" in opened.text
    assert opened.ephemeral


async def test_a_day_after_the_last_digest_leads_back_to_it(lab: Lab) -> None:
    reply = await lab.member().slash("daily", date="today")
    assert "The nearest day with one is Thu 13 Jun 2024" in reply.text
    assert [button.label for button in reply.buttons] == ["← 2024-06-13"]


async def test_days_there_are_are_suggested_newest_first(lab: Lab) -> None:
    member = lab.member()
    all_days = await member.autocomplete("daily", date="")
    typed = await member.autocomplete("daily", date="2024-02")
    assert [choice.value for choice in all_days] == [
        "2024-06-13",
        "2024-03-11",
        "2024-02-14",
        "2024-01-24",
        "2024-01-10",
    ]
    assert [(choice.name, choice.value) for choice in typed] == [("Wed 14 Feb 2024", "2024-02-14")]


async def test_days_are_suggested_to_koreans_in_korean(lab: Lab) -> None:
    choices = await lab.member(locale="ko").autocomplete("데일리", 날짜="2월 14일")
    assert [(choice.name, choice.value) for choice in choices] == [("2024년 2월 14일 (수)", "2024-02-14")]


@pytest.mark.parametrize("typed", ["x" * 6000, "9" * 6000, "😀", "\x00", "\ud83d", "٢٠٢٤", "²"])
async def test_anything_typed_gets_suggestions_that_discord_accepts(lab: Lab, typed: str) -> None:
    choices = await lab.member().autocomplete("daily", date=typed)
    assert len(choices) <= 25


def _without_hint(text: str) -> str:
    """A reply without the hint to newcomers, which gives an example once one is chosen."""
    return text.partition("-# New here?")[0]

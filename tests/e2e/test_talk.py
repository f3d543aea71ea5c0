"""People write to the bot as to anybody else."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab
from tests.fakes.permissions import READ_HISTORY, SEND_MESSAGES
from tests.fakes.world import JOINED, PUBLIC_THREAD

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIRST_TIME = "New here?"


async def test_a_mention_that_asks_for_papers_is_answered_with_results_in_reply(lab: Lab) -> None:
    member = lab.member()
    said = member.mention("확산 모델로 비디오 만드는 논문 있어?")
    reply = await member.answer(said)
    assert "‘확산 모델로 비디오 만드는 논문 있어?’ 검색 결과" in reply.text
    assert "VideoElevator" in reply.text
    assert reply.message.replies_to is said
    assert (reply.message.pinged, reply.ephemeral, member.channel.typing >= 1) == ([], False, True)


async def test_a_mention_with_a_question_is_answered_with_the_passage(lab: Lab) -> None:
    member = lab.member()
    korean = await member.answer(member.mention("BASE TTS는 몇 시간의 음성으로 훈련했나요?"))
    english = await member.answer(member.mention("does MoE help RL?"))
    assert "10만 시간" in korean.text.replace("**", "")
    assert "2402.08609" in english.text
    assert FIRST_TIME not in english.text


async def test_a_link_or_a_day_is_answered_with_that_paper_or_day(lab: Lab) -> None:
    member = lab.member()
    paper = await member.answer(member.mention("https://arxiv.org/abs/2402.08609v2 어때?"))
    day = await member.answer(member.mention("2월 14일 논문"))
    several = await member.answer(member.mention("2402.08609 and huggingface.co/papers/2402.08268, 2402.99999"))
    assert "Timon Willi" in paper.text
    assert "2024년 2월 14일 (수)" in day.text
    assert "Papers mentioned\n-# Not among the papers here: 2402.99999" in several.text
    opened = await member.choose(several, "2402.08268")
    assert "Hao Liu" in opened.text
    assert "← Papers" in [button.label for button in opened.buttons]
    back = await member.click(opened, label="← Papers")
    assert "Papers mentioned" in back.text


async def test_a_reply_with_its_mention_is_answered_and_one_without_is_not(lab: Lab) -> None:
    member = lab.member()
    first = await member.answer(member.mention("MoE"))
    quiet = member.reply_to(first, "Lumos", ping=False)
    asked = member.reply_to(first, "Lumos")
    assert "Lumos : Empowering" in (await member.answer(asked)).text
    assert member.answers_to(quiet) == []


async def test_a_mention_below_another_persons_message_says_how_to_find_its_papers(lab: Lab) -> None:
    asker, other = lab.member(), lab.member()
    linked = other.say("https://arxiv.org/abs/2402.08609")
    for text in ("", "이 논문 뭐야?"):
        said = asker.reply_to(linked, f"<@{lab.discord.world.bot.id}> {text}", ping=False)
        assert ("논문 찾기" if text else "Find papers") in (await asker.answer(said)).text
    seen = other.mention("Lumos")
    said = asker.reply_to(seen, f"<@{lab.discord.world.bot.id}>", ping=False)
    assert "Lumos :" in (await asker.answer(said)).text


async def test_a_forwarded_message_is_read_too(lab: Lab) -> None:
    person = lab.discord.user()
    said = person.say("", forwarded="read https://arxiv.org/abs/2402.08609")
    assert "Timon Willi" in (await person.answer(said)).text


async def test_a_direct_message_needs_no_mention(lab: Lab) -> None:
    person = lab.discord.user()
    assert "Lumos : Empowering" in (await person.answer(person.say("Lumos"))).text
    member = lab.member().direct()
    assert "로 검색" not in (await member.answer(member.say("강화학습"))).text


async def test_a_bare_mention_says_what_can_be_asked(lab: Lab) -> None:
    member = lab.guild.member(locale="ko")
    reply = await member.answer(member.mention())
    assert reply.text.startswith("Ask me about papers")
    korean = await member.answer(member.mention("안녕하세요!"))
    assert korean.text.startswith("논문에 대해 물어보세요.")


async def test_a_korean_server_is_answered_in_korean(lab: Lab) -> None:
    await lab.member().slash("help")  # the bot is ready: what it hears of now is a server it joins
    member = lab.discord.guild("연구실", locale="ko").member()
    reply = await member.answer(member.mention("LoRA"))
    assert "검색 결과" in reply.text


async def test_nobody_but_people_who_mean_the_bot_is_answered(lab: Lab) -> None:
    member, robot = lab.member(), lab.guild.member("robot", bot=True)
    me = f"<@{lab.discord.world.bot.id}>"
    ignored = [
        robot.mention("Lumos"),
        robot.direct().say("Lumos"),
        member.say(f"{me} Lumos", webhook_id="123"),
        member.say(f"@everyone {me} Lumos"),
        member.say("@here Lumos"),
        member.say(f"<@&{int(lab.guild.guild.id) + 1}> Lumos"),
        member.say(f"{me}", type=JOINED),
        member.say("Lumos"),
    ]
    reply = await member.answer(member.mention("Lumos"))
    assert "Lumos" in reply.text
    assert [member.answers_to(said) for said in ignored] == [[] for _ in ignored]


async def test_buttons_below_a_reply_belong_to_who_asked(lab: Lab) -> None:
    asker, other = lab.member(), lab.member()
    reply = await asker.answer(asker.mention("diffusion papers"))
    copy = await other.click(reply, label="Next →")
    assert (copy.ephemeral, copy.id == reply.id, reply.edits) == (True, False, 0)
    turned = await asker.click(reply, label="Next →")
    assert (turned.id, reply.edits) == (reply.id, 1)


async def test_questions_that_come_too_fast_are_turned_down_once_then_left(lab: Lab) -> None:
    eager, other = lab.member(), lab.member()
    said = [eager.mention("Lumos") for _ in range(33)]
    await eager.answer(said[30])
    answered = await other.answer(other.mention("Lumos"))
    assert "Lumos :" in answered.text
    for one in said[:30]:
        await eager.answer(one)
    assert "Ask again in about" in (await eager.answer(said[30])).text
    assert [eager.answers_to(one) for one in said[31:]] == [[], []]


async def test_where_the_bot_may_not_write_it_stays_silent_and_goes_on(lab: Lab) -> None:
    shut = lab.guild.channel("shut", denied=SEND_MESSAGES)
    surprised = lab.guild.channel("surprised")
    lab.guild.deny(surprised, SEND_MESSAGES, quietly=True)
    member = lab.member()
    ignored = [member.at(channel).mention("Lumos") for channel in (shut, surprised)]
    assert "Lumos :" in (await member.answer(member.mention("Lumos"))).text
    assert [member.answers_to(said) for said in ignored] == [[], []]


async def test_without_the_history_it_answers_without_quoting(lab: Lab) -> None:
    channel = lab.guild.channel("no-history", denied=READ_HISTORY)
    lab.member().at(channel).mention("Lumos")
    post = await lab.discord.until(lambda: next(iter(lab.discord.posts(channel)), None), "an answer")
    assert "Lumos :" in post.text


async def test_it_answers_in_threads(lab: Lab) -> None:
    thread = lab.guild.channel("a thread", PUBLIC_THREAD, parent=lab.guild.guild.channel)
    member = lab.member().at(thread)
    assert "Lumos :" in (await member.answer(member.mention("Lumos"))).text


async def test_a_reply_whose_delivery_was_lost_stands_there_once(lab: Lab) -> None:
    member = lab.member()
    lab.discord.faults.status("POST /channels/*/messages", 503, after=True)
    said = member.mention("Lumos")
    await lab.discord.until(lambda: not lab.discord.faults.unmet or None, "the fault")
    again = await member.answer(member.mention("Lumos"))
    assert "Lumos :" in again.text
    assert len(member.answers_to(said)) == 1


async def test_a_message_that_is_gone_by_then_is_answered_all_the_same(lab: Lab) -> None:
    member = lab.member()
    lab.discord.faults.rate_limit("POST /channels/*/messages", retry_after=0.05)
    said = member.mention("Lumos")
    said.deleted = True
    assert "Lumos :" in (await member.answer(said)).text


async def test_very_long_and_hostile_messages_are_answered(lab: Lab) -> None:
    member = lab.member()
    long = await member.answer(member.mention("확산 모델 " * 600))
    hostile = await member.answer(member.mention("**[x](http://evil.example)** <@&5> `` ||spoiler|| @ everyone"))
    assert "검색 결과" in long.text
    assert hostile.text


async def test_the_menu_of_a_message_finds_its_papers_for_who_asked_only(lab: Lab) -> None:
    member, other = lab.member(), lab.member()
    linked = await member.context_menu("Find papers", other.say("see https://arxiv.org/abs/2402.08609 !"))
    assert ("Timon Willi" in linked.text, linked.ephemeral) == (True, True)
    said = other.say('- 요즘 "확산 모델"로 비디오를 만들어 봤는데 -느려요. https://example.com/x')
    searched = await member.context_menu("Find papers", said)
    assert "VideoElevator" in searched.text
    assert "New here?" not in searched.text
    empty = await member.context_menu("Find papers", other.say(""))
    assert (empty.text.startswith("This message has no text"), empty.ephemeral) == (True, True)


async def test_the_menu_has_its_korean_name_and_works_wherever_a_person_installed_it(lab: Lab) -> None:
    for person in (lab.discord.guild(joined=False).member(locale="ko"), lab.discord.group(locale="ko")):
        found = await person.context_menu("논문 찾기", person.say("2402.08609 2402.08268"))
        assert found.text.startswith("### 언급된 논문")
        assert "처음 오셨군요." in found.text
    alone = lab.discord.user(locale="ko")
    found = await alone.context_menu("논문 찾기", await alone.answer(alone.say("Lumos")))
    assert "Lumos" in found.text


async def test_the_menu_reads_what_the_bot_itself_wrote(lab: Lab) -> None:
    member = lab.member()
    shown = await member.answer(member.mention("2402.08609"))
    found = await member.context_menu("Find papers", shown)
    assert "2402.08609" in found.text


async def test_the_hint_for_newcomers_is_given_once_and_with_no_error(lab: Lab) -> None:
    member = lab.member()
    error = await member.slash("daily", date="someday")
    first = await member.slash("paper search", query="Lumos")
    second = await member.slash("paper search", query="Lumos")
    asked = await member.answer(member.mention("Lumos"))
    assert [FIRST_TIME in reply.text for reply in (error, first, second, asked)] == [False, True, False, False]


async def test_ten_pages_in_a_user_install_are_one_message_and_no_followups(lab: Lab) -> None:
    for person in (lab.discord.user(), lab.discord.group(), lab.discord.guild(joined=False).member()):
        reply = await person.slash("paper search", query="diffusion model")
        for _ in range(5):
            await person.click(reply, label="Next →")
            await person.click(reply, label="← Previous")
        assert reply.edits == 10
        sources = [one.source for one in lab.discord.world.messages.values() if one.source]
        assert sum(source.user is person.user for source in sources) == 1

"""Replies that are shown at once, and replaced in place when a model has written something better."""

from __future__ import annotations

import logging

import discord
import pytest
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.papers import wording
from bot.features.registry import FEATURES
from bot.model.model import ModelError, ModelFault, Prompt
from bot.state import State
from retrieval.library import Library
from tests.bot.desk import said
from tests.bot.model.writers import Scripted, configured, echoing, refusing
from tests.bot.views import Server, buttons, texts
from tests.conftest import Clock

pytestmark = [pytest.mark.simcord(shard_count=1), pytest.mark.usefixtures("koreans")]

QUESTION = "Soft MoE는 강화 학습에서 무엇을 개선하나요?"
BY_MODEL = "AI 모델이 아래 문장을 근거로"


@pytest.fixture
def model() -> Scripted:
    return Scripted(echoing)


@pytest.fixture
def app(library: Library, state: State, clock: Clock, model: Scripted) -> App:
    return App(library, state, clock, FEATURES, model=configured(model))


@pytest.fixture
async def koreans(server: Server, state: State) -> None:
    """Alice and Bob read Korean."""
    for person in (server.alice, server.bob):
        await state.settings.set_language(person.id, "ko")


async def asked(server: Server, question: str = QUESTION) -> InteractionResult:
    return await server.alice.slash(server.channel, "paper ask", question=question)


def only(server: Server, *, direct: bool = False) -> discord.Message:
    """The one message of the bot."""
    env = server.env
    channel = ChannelHandle(env, None, env.backend.get_dm_channel(server.alice.id)) if direct else server.channel
    [message] = [one for one in channel.history() if one.author.bot]
    return message


async def test_an_answer_in_words_takes_the_place_of_what_was_found(server: Server, state: State) -> None:
    reply = await asked(server)
    assert BY_MODEL in texts(reply)
    assert "\\[1\\]" in texts(reply)
    assert "1. [Mixtures of Experts" in texts(reply)
    assert len([one for one in server.channel.history() if one.author.bot]) == 1


async def test_its_buttons_work_after_a_restart(server: Server, state: State, app: App) -> None:
    reply = await asked(server)
    assert reply.response
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    card = await server.alice.click(reply.response.message, label="열기")
    assert "PDF" in buttons(card)
    assert card.response
    back = await server.alice.click(card.response.message, label="← 답변")
    assert BY_MODEL in texts(back)


async def test_what_was_found_stands_there_until_the_words_come(server: Server, state: State, model: Scripted) -> None:
    model.seconds = 8
    await asked(server)
    assert "요약에서 찾은 문장" in said(only(server))
    await server.env.advance_time(8)
    assert BY_MODEL in said(only(server))


async def test_past_the_deadline_what_was_found_stays(server: Server, state: State, model: Scripted) -> None:
    model.seconds = 13
    await asked(server)
    await server.env.advance_time(30)
    assert "요약에서 찾은 문장" in said(only(server))
    assert only(server).edited_at is None


@pytest.mark.parametrize("fault", list(ModelFault))
async def test_without_words_what_was_found_stays_untouched(
    server: Server, state: State, model: Scripted, fault: ModelFault
) -> None:
    def fail(_: Prompt) -> dict[str, object]:
        raise ModelError(fault)

    model.says = fail
    reply = await asked(server)
    assert "요약에서 찾은 문장" in texts(reply)
    assert reply.response
    assert reply.response.message.edited_at is None


async def test_a_refusal_leaves_the_sentences_with_a_plain_word(server: Server, state: State, model: Scripted) -> None:
    model.says = refusing
    reply = await asked(server)
    assert "답할 수 없다고 판단했습니다" in texts(reply)
    assert "MoE" in texts(reply)
    assert "열기" in buttons(reply)


async def test_a_mention_is_improved_in_place(server: Server, simcord_bot: Paperbot) -> None:
    assert simcord_bot.user
    await server.alice.send(server.channel, f"<@{simcord_bot.user.id}> {QUESTION}")
    [reply] = [one for one in server.channel.history() if one.author.bot]
    assert BY_MODEL in said(reply)


async def test_a_direct_message_is_too_and_goes_on_from_there(server: Server, model: Scripted) -> None:
    await server.alice.send_dm(QUESTION)
    await server.alice.send_dm("2402.08609")
    await server.alice.send_dm("이 논문은 무엇을 개선하나요?")
    assert len(model.prompts) == 2
    assert model.prompts[-1].material.count("arxiv_id:") == 1, "what is asked of a paper is answered from it alone"


async def test_words_never_come_over_what_a_press_has_put_there(server: Server, state: State, model: Scripted) -> None:
    await state.settings.set_private(server.alice.id, private=True)
    model.seconds = 8
    reply = await asked(server)
    assert reply.response
    card = await server.alice.click(reply.response.message, label="열기")
    assert card.response
    assert card.response.id == reply.response.id
    await server.env.advance_time(10)
    assert len(model.prompts) == 1
    assert "PDF" in buttons(card)
    assert BY_MODEL not in texts(card)


async def test_a_press_that_answers_elsewhere_leaves_the_words_to_come(server: Server, model: Scripted) -> None:
    model.seconds = 8
    reply = await asked(server)
    assert reply.response
    card = await server.bob.click(reply.response.message, label="열기")
    assert card.ephemeral
    await server.env.advance_time(8)
    assert BY_MODEL in said(only(server))


async def test_who_wants_no_words_gets_none_and_nothing_is_sent(server: Server, state: State, model: Scripted) -> None:
    await state.settings.set_words(server.alice.id, words=False)
    await asked(server)
    assert model.prompts == []
    await server.bob.slash(server.channel, "paper ask", question=QUESTION)
    assert len(model.prompts) == 1
    await state.settings.set_server_words(server.bob.guild.id, words=False)
    await server.bob.slash(server.channel, "paper ask", question=QUESTION)
    assert len(model.prompts) == 1
    await server.bob.send_dm(QUESTION)
    assert len(model.prompts) == 2, "a server's choice is for that server"


async def test_words_are_switched_in_the_settings_by_who_may(server: Server, state: State) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    assert "이 서버에서 AI 모델의 답 끄기" not in buttons(panel)
    assert panel.response
    off = await server.alice.click(panel.response.message, label="AI 모델의 답 끄기")
    assert "AI 모델이 쓰는 답: 꺼짐" in texts(off)
    assert not (await state.settings.of(server.alice.id, None))[0].words
    managed = await server.admin.slash(server.channel, "settings")
    assert managed.response
    await server.admin.click(managed.response.message, label="Turn off the AI model's answers here")
    assert not (await state.settings.of(0, server.alice.guild.id))[1].words
    again = await server.admin.slash(server.channel, "settings")
    assert again.response
    await server.admin.click(again.response.message, label="Turn on the AI model's answers here")
    assert (await state.settings.of(0, server.alice.guild.id))[1].words


async def test_a_person_gets_so_many_a_day_and_then_what_was_found(
    server: Server, model: Scripted, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "PERSON_A_DAY", 2)
    told = [texts(await asked(server)) for _ in range(3)]
    assert len(model.prompts) == 2
    assert "하루 2번까지" in told[2]
    assert "요약에서 찾은 문장" in told[2]
    await server.bob.slash(server.channel, "paper ask", question=QUESTION)
    assert len(model.prompts) == 3
    clock.now = clock.now.replace(day=15, hour=4)
    await asked(server)
    assert len(model.prompts) == 4


async def test_a_server_gets_so_many_a_day(server: Server, model: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "SERVER_A_DAY", 1)
    await asked(server)
    told = await server.bob.slash(server.channel, "paper ask", question=QUESTION)
    assert "한 서버에서 하루 1번까지" in texts(told)
    await server.bob.send_dm(QUESTION)
    assert len(model.prompts) == 2


async def test_a_question_is_neither_logged_nor_kept(
    server: Server, model: Scripted, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Prompt) -> dict[str, object]:
        raise ModelError(ModelFault.UNREACHABLE)

    caplog.set_level(logging.INFO, "bot")
    await asked(server)
    model.says = fail
    await asked(server)
    assert QUESTION not in caplog.text
    assert QUESTION not in str(await state.privacy.of(server.alice.id))
    sent = "\n".join(prompt.task + prompt.material for prompt in model.prompts)
    assert str(server.alice.id) not in sent
    assert "alice" not in sent

"""Scenes of what is kept: settings, saved papers, follows, daily posts, and what comes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import discord
from simcord import MemberActor

from tests.recorded.walk import Walk

_SAVED: Final = (
    *("2401.04283", "2401.04398", "2401.04468", "2401.04575", "2401.04577", "2401.04658", "2401.04695", "2401.04718"),
    *("2401.12244", "2401.12246", "2402.08609"),
)
"""A page of saved papers and one more."""
_LONG: Final = "아주 긴 논문\n" + "\n".join(f"{number}번째 요점입니다. " + "자세한 설명 " * 30 for number in range(40))


async def choose_languages(walk: Walk) -> None:
    """Everybody has their language from here on."""
    for people in (walk.world.members, walk.world.managers):
        for language, person in people.items():
            await walk.begin(f"language of {person.name}")
            await _choose_language(walk, person, language)


async def _choose_language(walk: Walk, person: MemberActor, language: str) -> None:
    await walk.use(person, await walk.slash(person, "settings"), "set:language", [language])


async def be_answered_in_words(walk: Walk) -> None:
    await walk.begin("answers in words")
    walk.world.have_model()
    member, manager = walk.world.members["ko"], walk.world.managers["ko"]
    answer = await walk.slash(member, "paper ask", question="Soft MoE는 강화 학습에서 무엇을 개선하나요?")
    await walk.follow(member, answer, "open:2402.08609", "page:1:")
    await walk.follow(member, await walk.slash(member, "settings"), "set:words:off", "set:words:on")
    await walk.follow(manager, await walk.slash(manager, "settings"), "set:server-words:off", "set:server-words:on")


async def set_everything(walk: Walk) -> None:
    await walk.begin("settings")
    member, manager = walk.world.members["en"], walk.world.managers["en"]
    await walk.follow(member, await walk.slash(member, "settings"), "set:private:on", "set:private:off")
    panel = await walk.slash(manager, "settings")
    await walk.use(manager, panel, "set:server-language", ["ko"])
    await walk.use(manager, panel, "set:per-page", ["3"])
    await walk.use(manager, panel, "set:reload-role", [walk.world.readers])
    await walk.slash(member, "paper search", query="diffusion")
    await walk.use(manager, panel, "set:server-language", ["discord"])
    private = walk.world.managers["ko"]
    await walk.follow(private, await walk.slash(private, "settings"), "set:private:on")


async def save(walk: Walk) -> None:
    for language, reader in walk.world.members.items():
        await walk.begin(f"saved ({language})")
        await walk.slash(reader, "saved list")
        for arxiv_id in _SAVED:
            await walk.slash(reader, "saved add", paper=arxiv_id)
        listed = await walk.slash(reader, "saved list")
        await walk.follow(reader, listed, "saved:2", "saved:1")
        await walk.follow(reader, listed, "jump:|open:", "similar:")
        await walk.slash(reader, "saved search", query="diffusion")
        await walk.slash(reader, "saved export", format="bib")
        await walk.slash(reader, "saved remove", paper=_SAVED[0])
        again = await walk.slash(reader, "saved add", paper=_SAVED[1])
        await walk.follow(reader, again, "keep:off:", "keep:on:", "saved:1")


async def forget(walk: Walk) -> None:
    for language, manager in walk.world.managers.items():
        await walk.begin(f"privacy ({language})")
        await _choose_language(walk, manager, language)
        await walk.slash(manager, "saved add", paper=_SAVED[0])
        await walk.slash(manager, "privacy show")
        await walk.follow(manager, await walk.slash(manager, "privacy delete"), "forget")


async def run_the_corpus(walk: Walk) -> None:
    await walk.begin("corpus")
    for command in ("corpus reload", "corpus status"):
        await walk.slash(walk.world.managers["en"], command)


async def follow(walk: Walk) -> None:
    """Follow what the digests to come have."""
    await walk.world.look()
    for language, reader in walk.world.members.items():
        await walk.begin(f"follow ({language})")
        many = await walk.slash(reader, "follow add", query="model")
        await walk.follow(reader, many, "follows:add:", "follows:page:", "follows:end:")
        await walk.slash(reader, "follow add", query="author:Hopper")
        await walk.slash(reader, "follow add", query="확산 모델 -비디오")
        await walk.slash(reader, "follow list")
        await walk.slash(reader, "follow remove", which="확산 모델 -비디오")
    await walk.begin("follow in a channel")
    manager = walk.world.managers["en"]
    await walk.slash(manager, "follow add", query="author:Lovelace", channel=walk.world.channel)
    await walk.slash(manager, "follow list")


async def schedule(walk: Walk) -> None:
    """A post in a channel, a thread below one, and a forum."""
    await walk.begin("schedule")
    world, (english, korean) = walk.world, (walk.world.managers["en"], walk.world.managers["ko"])
    place = {"time": "09:00", "timezone": "Asia/Seoul"}
    await walk.slash(english, "schedule set", channel=world.channel, top=3, **place)
    await walk.slash(korean, "schedule set", channel=world.threads, role=world.readers, thread=True, **place)
    await walk.slash(korean, "schedule set", channel=world.forum, top=10, **place)
    for manager in (english, korean):
        await walk.slash(manager, "schedule list")
        await walk.slash(manager, "schedule preview", channel="papers")
    await walk.slash(korean, "schedule pause", channel="threads")
    await walk.slash(korean, "schedule pause", channel="threads")


async def receive(walk: Walk) -> None:
    """A new day comes: posts, alerts, and what can be done with them."""
    await walk.begin("a new day")
    world, reader = walk.world, walk.world.members["ko"]
    await world.publish("2024-06-14", "A new paper", "확산 모델 한 편", _LONG)
    await walk.look()
    post = _last(world.channel.history(), "post:", walk)
    await walk.follow(reader, post, "post:", "day:")
    await walk.follow(reader, post, "jump:|open:", "page:")
    alert = _last(reader.user.dm_channel.history(), "follows:list:", walk)
    await walk.use(reader.user, alert, "jump:|open:")
    await walk.use(reader.user, alert, "follows:list:")
    await walk.begin("a long paper")
    await walk.follow(reader, await walk.slash(reader, "paper show", paper="2406.14003"), "points:", "points:")
    await walk.begin("alerts that cannot be sent")
    _refuse(walk, reader, times=1, status=403, code=50007)
    await world.publish("2024-06-15", "Another paper")
    world.clock.now += timedelta(days=1)
    await walk.look()
    await walk.follow(reader, await walk.slash(reader, "follow list"), "follows:resume:")


async def fail(walk: Walk) -> None:
    """Another day comes while Discord is out of order, so that posts and alerts wait to be tried again."""
    await walk.begin("Discord is out of order")
    world = walk.world
    _refuse(walk, world.members["ko"], times=None, status=503)
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=503, times=None)
    await world.publish("2024-06-16", "A paper that waits")
    world.clock.now += timedelta(days=1)
    await walk.look()


async def join_servers(walk: Walk) -> None:
    for locale in ("ko", "en-US"):
        await walk.begin(f"welcome ({locale})")
        guild = walk.world.env.create_guild("새 연구실", preferred_locale=locale)
        visitor = guild.add_member(walk.world.members["en"].user)
        with walk.noted("the bot joins"):
            await walk.world.join(guild)
        [welcome] = [one for one in guild.channels["lobby"].history() if walk.components(one)]
        for example in ("ask", "search", "day", "help"):
            await walk.use(visitor, welcome, f"try:{example}:")


def _refuse(walk: Walk, reader: MemberActor, *, times: int | None, status: int, code: int = 0) -> None:
    path = f"/channels/{reader.user.dm_channel.id}/messages"
    walk.world.env.inject_error("POST", path, status=status, code=code, times=times)


def _last(messages: Sequence[discord.Message], start: str, walk: Walk) -> discord.Message:
    """The newest message that has such a button."""
    return next(one for one in reversed(messages) if any(each.startswith(start) for each in walk.custom_ids(one)))

"""Charts of trends over sockets: the picture is uploaded, shown, and replaced."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_chart_is_uploaded_and_its_numbers_come_in_the_readers_language(lab: Lab) -> None:
    member = lab.member(locale="ko")
    reply = await member.slash("trends", term="확산 모델")
    assert not reply.ephemeral
    assert "### 확산 모델 추이" in reply.text
    assert list(reply.files) == ["trends.png"]
    assert reply.files["trends.png"].startswith(b"\x89PNG")
    numbers = await member.click(reply, label="숫자로 보기")
    assert numbers.ephemeral
    assert "**2024-06** (6월 13일까지): 7 (33%) / 21" in numbers.text


async def test_other_months_replace_the_picture(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("trends", term="LLM", months=2)
    before = reply.files["trends.png"]
    turned = await member.click(reply, label="12 months")
    assert (turned.id, reply.edits) == (reply.id, 1)
    assert "2024-01 to 2024-06" in reply.text
    assert list(reply.files) == ["trends.png"]
    assert reply.files["trends.png"] != before

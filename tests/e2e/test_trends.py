"""Charts of trends over sockets: the picture is uploaded, shown, and replaced."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_chart_is_uploaded_with_its_numbers_in_the_readers_language(lab: Lab) -> None:
    reply = await lab.member(locale="ko").slash("trends", term="확산 모델")
    assert not reply.ephemeral
    assert "### 월별 논문 수: 확산 모델" in reply.text
    assert "2024-06: 7 (33%) / 21" in reply.text
    assert list(reply.files) == ["trends.png"]
    assert reply.files["trends.png"].startswith(b"\x89PNG")


async def test_other_months_replace_the_picture(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("trends", term="LLM", months=2)
    before = reply.files["trends.png"]
    turned = await member.click(reply, label="12 months")
    assert (turned.id, reply.edits) == (reply.id, 1)
    assert "2024-01 to 2024-06" in reply.text
    assert list(reply.files) == ["trends.png"]
    assert reply.files["trends.png"] != before

"""`make demo`, as a terminal and the page see it."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from pathlib import Path

from tests.preview.test_preview import WITHIN, Browser, session_at, start


def digests(folder: Path) -> list[Path]:
    return list(folder.glob("20??-??-??.md"))


async def test_the_demo_fetches_two_days_posts_the_newer_and_tells_of_what_is_followed(tmp_path: Path) -> None:
    process = await start(tmp_path, module="tests.preview.demo")
    assert process.stdout
    try:
        async with asyncio.timeout(WITHIN):
            said = (await process.stdout.readuntil(b"Ctrl-C ends it.")).decode()
        assert len(re.findall(r"^ +20..-..-..  2 papers written\.$", said, re.MULTILINE)) == 2
        [folder] = re.findall(r"digests are written: (\S+)", said)
        assert len(digests(Path(folder))) == 2
        url = re.findall(r"http://\S+#\S+", said)[0]
        async with session_at(url) as session:
            page = (await Browser.open(session, "지민")).page
        post, alert = (json.dumps(page["messages"][one], ensure_ascii=False) for one in page["timeline"])
        assert "Demo: Teaching a Robot" in post
        assert "Demo: Shorter Reasoning" in post
        assert "Demo: A Robot That Asks" in alert
        assert "Demo: Teaching a Robot" in alert
        assert "Demo: Shorter Reasoning" not in alert
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(WITHIN):
            said, complaints = [each.decode() for each in await process.communicate()]
        assert (process.returncode, complaints) == (0, "")
        assert "The demo has ended." in said
        assert digests(Path(folder)) == []
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()

"""How people ask for the papers of a day."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import Bare, Intent, Sentences
from bot.rendering.language import Phrase

NEWEST: Final = Sentences(
    Intent.NEWEST,
    ko=(
        "[{lately}] [새로|새로운|새] (올라온|나온|들어온) (거|것|게|논문) [{exists}|{what}|{show}]",
        "(새|새로운) (소식|거|것|논문) [{exists}|{what}|{show}]",
        "[오늘] [논문] 뭐 (나왔|올라왔|떴)(어|나|니|냐|습니까)[요]",
        "오늘의 논문 [{what}|{show}]",
    ),
    en=(
        "what's new [today|here|in ai|this morning]",
        "(anything|what is) new [today|here|in ai|this morning]",
        "what came out [today]",
        "[any] news [today]",
        "(today's|the latest|latest) (digest|digests|papers|news)",
    ),
    bare=(Bare(("", "newest"), ("today",)), Bare(("newest",), ("",)), Bare(("",), ("",))),
    label=Phrase("최신 다이제스트", "latest digest"),
)
DAY: Final = Sentences(
    Intent.DAY,
    bare=(Bare(("", "newest", "votes"), ("day",)), Bare(("votes",), ("today",))),
    label=Phrase("그날 올라온 논문", "papers of that day"),
)

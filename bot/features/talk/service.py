"""A message in plain words → the answer that it asks for."""

from __future__ import annotations

import re

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.features.daily.service import Daily
from bot.features.papers.service import Papers
from bot.features.talk import phrases
from retrieval.paper import find_arxiv_ids
from retrieval.query.days import BadDate, parse_day
from retrieval.query.query import MAX_QUERY_CHARS

_MAX_CHARS = 4_000  # of a message, as Discord has it at most

_GREETING = re.compile(
    r"안녕(?:하세요|하십니까)?|반가워요?|반갑습니다|도움말?|도와줘요?|사용법"
    r"|뭐(?:를|가)? ?(?:할|하는) ?(?:수 ?있|거|건).{0,4}"
    r"|hi|hello|hey|yo|help|what can you do|who are you|넌? ?누구(?:야|세요)?",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:정말 |너무 )?(?:고마워요?|고맙습니다|감사(?:해요?|합니다|드립니다)?|땡큐|좋아요?|굿)"
    r"|(?:thank(?:s| you)|thx|ty)(?: (?:so|very) much| a lot)?|nice|great|cool|good bot",
    re.IGNORECASE,
)
_LIKE = re.compile(r"비슷한|유사한|similar|\blike\b", re.IGNORECASE)

_PAPERS_WANTED = re.compile(
    r"(?:논문|연구|페이퍼)(?:들|만|중)?(?:[은는이가을를도의]|에는|중에)?"
    r"(?:\s*[?!.~…]*$|\s+(?:좀|더|다|뭐|어떤|무엇|있|없|찾|추천|보여|알려|골라|소개|검색|목록|리스트|부탁))"
    r"|\bpapers\b|\b(?:find|show|any|which|recommend|search|looking for|give)\b.*\b(?:paper|study|studies|research)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"[?？]\s*$|(?:나요|까요|니까|인가요?|은가요?|는가요?|뭐야|뭔가요|무엇인지|하는지|되는지|인지)[\s.!~]*$"
    r"|(?:^|\s)(?:왜|어떻게|몇|언제|얼마나|누가|무엇[이을]?)(?:\s|$)"
    r"|^(?:what|which|who|whom|whose|why|how|when|where|does|do|did|is|are|was|were|can|could|should|has|have)\b",
    re.IGNORECASE,
)

# What may stand around a day in a message that asks for no more than its papers.
_AROUND_DAY = re.compile(
    r"(?:논문|페이퍼|다이제스트|데일리|목록|소식)(?:들|만)?(?:[은는이가을를도]|이?나)?|나온|올라온|실린|발표된|[이그]날|날짜"
    r"|(?:보여|알려|찾아|골라)(?:줘요?|주세요|줄래요?)|뭐가?|뭔가요|뭐야|무슨|어떤|있(?:어요?|나요?|니|습니까)|좀"
    r"|papers?|digests?|daily|news|show|give|tell|me|the|of|from|on|for|what|were|was|are|is|there|any|please",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(r"(?<=.)(?:의|에|자|은|는|'s|’s)$", re.IGNORECASE)
_NEWEST = re.compile(r"최신|최근|가장|새|새로운|latest|newest|new|recent|today's|most", re.IGNORECASE)
_MOST_DAY_WORDS = 12

_LINK = re.compile(r"<?https?://\S+", re.IGNORECASE)
_OPERATORS = re.compile(r"[\"“”„‟＂]|(?<!\w)-(?=\S)|(?<=\w):(?=\S)")
_SENTENCE_END = re.compile(r"[.!?。…](?=\s)|\n")


class Talk:
    """Reads what people write, and answers as the command for it would."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._papers = app.service(Papers)
        self._daily = app.service(Daily)

    async def answer(self, text: str, per_page: int) -> Answer:
        """The answer to what somebody wrote to the bot: a paper for an id or a link, a day for a day, summary points
        for a question, results for anything else, and a hint at all this where nothing is asked."""
        said = " ".join(text[:_MAX_CHARS].split())
        bare = said.strip(" .,!?~^;:…。")
        if not any(map(str.isalnum, said)) or _GREETING.fullmatch(bare):
            return Notice(phrases.HINT, reason=Reason.SAYS_LITTLE)
        if _THANKS.fullmatch(bare):
            return Notice(phrases.YOU_ARE_WELCOME)
        if arxiv_ids := find_arxiv_ids(said):
            if len(arxiv_ids) == 1 and _LIKE.search(_LINK.sub("", said)):
                return await self._papers.similar(arxiv_ids[0])
            return await self._papers.listed(arxiv_ids)
        if (day := self._day_in(said)) is not None:
            return await self._daily.show(day)
        if await self._library.paper(said):
            return await self._papers.show(said)
        if _QUESTION.search(said) and not _PAPERS_WANTED.search(said):
            return await self._papers.ask(said)
        return await self._papers.search(said, per_page=per_page)

    async def find(self, text: str, per_page: int) -> Answer:
        """The papers that somebody's message links to; where it links to none, those that are about what it says."""
        said = text[:_MAX_CHARS]
        if arxiv_ids := find_arxiv_ids(said):
            return await self._papers.listed(arxiv_ids)
        query = _as_query(said)
        if not any(map(str.isalnum, query)):
            return Notice(phrases.NOTHING_TO_FIND)
        return await self._papers.search(query, per_page=per_page)

    def _day_in(self, said: str) -> str | None:
        """The day that a message asks for and nothing else, as `Daily.show` reads it; None where it asks for more."""
        tokens = said.strip(" .!?~").split()
        if len(tokens) > _MOST_DAY_WORDS:
            return None
        around = [token for token in tokens if _AROUND_DAY.fullmatch(token)]
        rest = [_AFTER_DAY.sub("", token) for token in tokens if not _AROUND_DAY.fullmatch(token)]
        if around and rest and all(map(_NEWEST.fullmatch, rest)):
            return ""
        day = " ".join(rest)
        try:
            parse_day(day, self._library.today, self._library.days())
        except BadDate as error:
            return day if error.impossible else None
        return day


def _as_query(text: str) -> str:
    """A message as a query: without links, with nothing that a query takes for an operator, and as many of its first
    sentences or words as a query holds."""
    plain = _OPERATORS.sub(" ", _LINK.sub(" ", text))
    if len(short := " ".join(plain.split())) <= MAX_QUERY_CHARS:
        return short
    ends = [match.end() for match in _SENTENCE_END.finditer(plain)]
    whole = [cut for end in ends if len(cut := " ".join(plain[:end].split())) <= MAX_QUERY_CHARS]
    if whole and len(whole[-1]) >= MAX_QUERY_CHARS // 3:
        return whole[-1]
    return short[: MAX_QUERY_CHARS + 1].rpartition(" ")[0] or short[:MAX_QUERY_CHARS]

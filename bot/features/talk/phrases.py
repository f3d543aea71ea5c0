"""What is said to those who write to the bot, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rendering.language import Phrase

HINT = Phrase(
    "논문에 대해 물어보세요. 예: “{topic} 논문 찾아 줘”, “{question}”, “최신 논문 보여 줘”, arXiv 링크. 할 수 있는 일은 /도움말에 있습니다.",
    "Ask me about papers, for example: “papers on {topic}”, “{question}”, “latest papers”, or an arXiv link. /help shows what I can do.",
)
HINT_PLAIN = Phrase(
    "논문에 대해 물어보세요. 주제, 논문 이름, arXiv 링크, 날짜를 적으셔도 됩니다. 할 수 있는 일은 /도움말에 있습니다.",
    "Ask me about papers. A topic, a paper's name, an arXiv link or a date will do as well. /help shows what I can do.",
)
NOTHING_SHOWN = Phrase(
    "어떤 논문이나 목록을 말씀하시는지 알 수 없습니다. 주제나 논문 이름, arXiv 번호를 함께 적어 주세요.",
    "I cannot tell which paper or list you mean. Add a topic, a paper's name or an arXiv id.",
)
OFF_TOPIC = Phrase(
    "저는 AI 논문에 관해서만 답할 수 있습니다. 예: “최신 {topic} 논문”, “{question}”",
    "I only know about AI papers. Ask me, for example: “latest papers on {topic}”, “{question}”",
)
OFF_TOPIC_PLAIN = Phrase("저는 AI 논문에 관해서만 답할 수 있습니다.", "I only know about AI papers.")
YOU_ARE_WELCOME = Phrase("도움이 되었다니 다행입니다.", "Glad that it helped.")
CANNOT_SEE = Phrase(
    "다른 분의 메시지는 제게 보이지 않습니다. 그 메시지를 우클릭해 앱 → 논문 찾기를 누르시거나, 링크를 함께 적어 주세요.",
    "I cannot see what others write. Right-click that message and choose Apps → Find papers, or send me its link.",
)
SLOW_DOWN = Phrase(
    "질문이 너무 빨리 이어져 잠시 쉬겠습니다. {seconds}초쯤 뒤에 다시 물어봐 주세요.",
    "That is more than I can answer at once. Ask again in about {seconds} s.",
)


# What was understood
BY = Phrase("저자 {author}", "by {author}")
WITH_CODE = Phrase("코드 있음", "with code")
WITHOUT = Phrase("‘{exclude}’ 제외", "without “{exclude}”")
NEWEST_FIRST = Phrase("최신순", "newest first")
VOTES_FIRST = Phrase("추천순", "most votes first")
PERIODS: Mapping[str, Phrase] = {
    "week": Phrase("주간", "of the week"),
    "month": Phrase("월간", "of the month"),
    "year": Phrase("연간", "of the year"),
    "all": Phrase("전체 기간", "of all time"),
}
AS_TYPED = Phrase("입력한 그대로 검색", "Search just what I typed")

# The context menu
FIND_PAPERS = Phrase("논문 찾기", "Find papers")
NOTHING_TO_FIND = Phrase(
    "이 메시지에는 찾을 글이나 링크가 없습니다. 글이나 arXiv 링크가 있는 메시지에서 써 주세요.",
    "This message has no text and no link to search for. Try one with words or an arXiv link in it.",
)

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
NO_LIST = Phrase(
    "이어서 보여 드릴 목록이 없습니다. 찾을 주제를 적어 주세요. 예: “강화학습 논문”",
    "There is no list to go on from. Tell me a topic, for example: “papers on RL”.",
)
LAST_PAGE = Phrase("여기까지가 전부입니다.", "That is all there is.")
FIRST_PAGE = Phrase("첫 페이지입니다.", "This is the first page.")
NOTHING_BEFORE = Phrase("그 앞에 보여 드린 것이 없습니다.", "I showed nothing before that.")
CANNOT_NARROW = Phrase(
    "이 목록에는 조건을 더할 수 없습니다. 주제를 함께 적어 주세요. 예: “2024년 강화학습 논문”",
    "I cannot narrow that list. Add a topic, for example: “RL papers of 2024”.",
)
WHICH_ONE = Phrase(
    "몇 번 논문을 말씀하시나요? 예: “2번 자세히”", "Which paper do you mean? Say its number, for example: “open 2”."
)
NO_NUMBERS = Phrase(
    "번호를 매긴 목록이 없습니다. 논문 이름이나 arXiv 번호를 적어 주세요.",
    "There is no numbered list here. Tell me the paper's name or arXiv id.",
)
ONLY_ONE = Phrase(
    "여기에는 논문이 하나뿐이라 {number}번이 없습니다.", "There is only one paper here, no number {number}."
)
NO_SUCH_NUMBER = Phrase(
    "{number}번은 여기에 없습니다. {first}번부터 {last}번까지 있습니다.",
    "There is no number {number} here, only {first} to {last}.",
)
NO_TOPIC = Phrase(
    "어느 주제를 말씀하시는지 알 수 없습니다. 주제를 함께 적어 주세요. 예: “강화학습 추이”, “강화학습 팔로우”",
    "I cannot tell which topic you mean. Name it, for example: “trend of RL”, “follow RL”.",
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

"""What /paper says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase
from retrieval.query.conditions import Sort

# Command names: Discord takes lower case only.
CMD_PAPER = Phrase("논문", "paper")
CMD_SEARCH = Phrase("검색", "search")
CMD_SHOW = Phrase("보기", "show")
CMD_ASK = Phrase("질문", "ask")
CMD_SIMILAR = Phrase("비슷한논문", "similar")
CMD_TERM = Phrase("용어", "term")

OPT_QUERY = Phrase("검색어", "query")
OPT_PAPER = Phrase("논문", "paper")
OPT_QUESTION = Phrase("질문", "question")
OPT_TERM = Phrase("용어", "term")

OPT_AUTHOR = Phrase("저자", "author")
OPT_SINCE = Phrase("부터", "since")
OPT_UNTIL = Phrase("까지", "until")
OPT_VOTES = Phrase("추천", "votes")
OPT_CODE = Phrase("코드", "code")
OPT_SORT = Phrase("정렬", "sort")
SORTS = {
    Sort.RELEVANCE: Phrase("관련도순", "best match first"),
    Sort.VOTES: Phrase("추천순", "most votes first"),
    Sort.DATE: Phrase("최신순", "newest first"),
}

ABOUT_PAPER = Phrase("논문을 찾고 읽습니다", "Find papers and read them")
ABOUT_SEARCH = Phrase("논문을 검색합니다", "Search the papers")
ABOUT_SHOW = Phrase("논문 한 편의 요약을 전부 봅니다", "Read one paper's whole summary")
ABOUT_ASK = Phrase("요약에서 질문의 답을 찾습니다", "Find the sentences that answer a question")
ABOUT_SIMILAR = Phrase("비슷한 논문을 찾습니다", "Find papers like one you know")
ABOUT_TERM = Phrase("용어의 한국어·영어 표현을 봅니다", "What a term is called in Korean or English")
ABOUT_OPT_TERM = Phrase("한국어나 영어 용어", "A term in Korean or English")

ABOUT_QUERY = Phrase("주제, 논문 이름, 저자, arXiv 번호", "A topic, a paper's name, an author or an arXiv id")
ABOUT_AUTHOR = Phrase("저자 이름이나 그 일부", "An author's name, or a part of it")
ABOUT_SINCE = Phrase(
    "이 날부터: 2024-02-14, 2024-02, 2024, 어제", "From this day on: 2024-02-14, 2024-02, 2024, yesterday"
)
ABOUT_UNTIL = Phrase("이 날까지: 2024-02-14, 2024-02, 2024", "Up to this day: 2024-02-14, 2024-02, 2024")
ABOUT_VOTES = Phrase("추천 수가 이 값 이상인 논문만", "At least so many votes")
ABOUT_CODE = Phrase("코드 저장소 링크가 있는 논문만", "Only papers with a link to their code")
ABOUT_SORT = Phrase("정렬 기준", "What comes first")
ABOUT_OPT_PAPER = Phrase("arXiv 번호, 링크, 제목", "An arXiv id, a link or a title")
ABOUT_QUESTION = Phrase("한국어나 영어 질문", "A question in Korean or English")

# Several papers at once
LISTED_TITLE = Phrase("언급된 논문", "Papers mentioned")
LISTED_MISSING = Phrase("아직 이 봇이 모은 논문에 없음: {arxiv_ids}", "Not among the papers here: {arxiv_ids}")
NONE_HERE = Phrase(
    "언급된 논문은 아직 이 봇이 모은 논문에 없습니다: {arxiv_ids}",
    "None of the papers mentioned are here: {arxiv_ids}",
)

# Search
RESULTS_TITLE = Phrase("‘{query}’ 검색 결과", "Results for “{query}”")
RESULTS_LINE = Phrase("논문 {total}", "{total}")
EMPTY_QUERY = Phrase(
    "무엇을 찾을지 적어 주세요. 주제, 논문 이름, 저자, arXiv 번호를 쓸 수 있습니다.",
    "Say what to look for: a topic, a paper's name, an author or an arXiv id.",
)
ONLY_QUESTION_WORDS = Phrase(
    "‘{query}’만으로는 찾을 수 없습니다. 주제나 논문 이름을 함께 적어 주세요.",
    "“{query}” alone says too little. Add a topic or a paper's name.",
)
NOTHING_TO_SEARCH = Phrase(
    "‘{query}’에는 검색할 글자가 없습니다. 한글이나 영어 낱말로 적어 주세요.",
    "There is no word to search for in “{query}”. Use Korean or English words.",
)
NO_MATCH = Phrase(
    "‘{query}’에 관한 논문이 없습니다. 낱말을 줄이거나 다른 언어의 용어로 바꿔 보세요.",
    "No paper is about “{query}”. Try fewer words, or the term in the other language.",
)
NEAREST_TITLE = Phrase(
    "‘{query}’에 관한 논문은 없습니다. 그나마 가까운 논문을 보여 드립니다.",
    "No paper is about “{query}”. These come closest.",
)
NEAR_FROM_HERE = Phrase("여기부터는 주제가 비슷하기만 한 논문입니다.", "From here on, papers are only loosely related.")
LOOSELY = Phrase("관련 논문 더 보기", "Search more loosely")
NOTHING_MEETS = Phrase(
    "‘{query}’에 관한 논문 중 조건({conditions})에 맞는 것이 없습니다.",
    "No paper about “{query}” meets the conditions: {conditions}.",
)
NOT_EXACTLY = Phrase("‘{text}’이(가) 그대로 나오는 논문이 없습니다.", "No paper says exactly “{text}”.")
WITHOUT_CONDITION = Phrase("‘{condition}’ 빼고 찾기 ({papers})", "Without “{condition}” ({papers})")
WITHOUT_CONDITIONS = Phrase("조건 없이 찾기 ({papers})", "Without conditions ({papers})")
CORRECTED = Phrase("‘{searched}’(으)로 바꿔 검색했습니다.", "Searched for “{searched}” instead.")
SUGGESTED = Phrase("‘{searched}’을(를) 찾으셨나요?", "Did you mean “{searched}”?")
SEARCH_SUGGESTED = Phrase("‘{searched}’(으)로 검색", "Search “{searched}”")
MALFORMED = Phrase(
    "‘{text}’ 조건을 이해하지 못해 글자 그대로 찾았습니다. 날짜:2024-02, 추천:>20, 정렬:추천처럼 적어 주세요.",
    "I don't understand the filter “{text}”, so it was searched as text. Write date:2024-02, votes:>20 or sort:votes.",
)
LITERAL = Phrase("입력한 그대로 검색", "Search just what I typed")

QUERY_SHORTENED = Phrase(
    "검색어가 길어 앞의 {limit}자만 사용했습니다.", "The query was long; only its first {limit} characters were used."
)
CLOSEST_TITLES = Phrase(
    "제목이 ‘{query}’인 논문은 없습니다. 가장 가까운 논문을 보여 드립니다.",
    "No paper is titled “{query}”. These come closest.",
)

# A paper
UNKNOWN_ID = Phrase(
    "{arxiv_id} 논문은 아직 이 봇이 모은 논문에 없습니다. arXiv에서 보기: {url}",
    "{arxiv_id} is not among the papers here. On arXiv: {url}",
)
UNKNOWN_ID_NEAREST = Phrase(
    "{arxiv_id} 논문은 아직 이 봇이 모은 논문에 없습니다. 가장 가까운 번호는 {nearest}(‘{title}’)입니다. arXiv에서 보기: {url}",
    "{arxiv_id} is not among the papers here; the closest id is {nearest} (“{title}”). On arXiv: {url}",
)
NO_ID_NEAREST = Phrase(
    "‘{text}’ 번호의 논문은 없습니다. 가장 가까운 번호는 {nearest}(‘{title}’)입니다.",
    "There is no paper with the id “{text}”; the closest id is {nearest} (“{title}”).",
)
PAPER_GONE = Phrase(
    "{arxiv_id} 논문은 이제 이 봇이 모은 논문에 없습니다. arXiv에서 보기: {url}",
    "{arxiv_id} is no longer among the papers here. On arXiv: {url}",
)
EMPTY_PAPER = Phrase(
    "어느 논문을 볼지 적어 주세요. arXiv 번호, 링크, 제목을 쓸 수 있습니다.",
    "Say which paper: an arXiv id, a link or a title.",
)

LINK_ARXIV = Phrase("arXiv", "arXiv")
LINK_PDF = Phrase("PDF", "PDF")
LINK_HUGGING_FACE = Phrase("Hugging Face", "Hugging Face")
LINK_VIDEO = Phrase("영상", "Video")

# Questions
ANSWER_TITLE = Phrase("‘{query}’에 대한 답 (요약에서 찾은 문장)", "What the summaries say on “{query}”")
EMPTY_QUESTION = Phrase(
    "무엇이 궁금한지 적어 주세요. 한국어로도 영어로도 물어보실 수 있습니다.",
    "Ask something about the papers, in Korean or in English.",
)

NO_ANSWER = Phrase(
    "‘{query}’에 답하는 문장을 찾지 못했습니다. 주제나 논문 이름을 넣어 다시 물어봐 주세요.",
    "I found no sentence that answers “{query}”. Try naming a topic or a paper.",
)
NO_ANSWER_NEAREST = Phrase(
    "‘{query}’에 답하는 문장은 찾지 못했습니다. 가장 가까운 논문을 보여 드립니다.",
    "I found no sentence that answers “{query}”. Closest papers:",
)

# Answers in words
WORDED_TITLE = Phrase("‘{query}’에 대한 답", "On “{query}”")
WRITTEN_BY_MODEL = Phrase(
    "AI 모델이 아래 문장을 근거로 쓴 답입니다. 틀릴 수 있으니 원문을 확인해 주세요.",
    "Written by an AI model from the sentences below. It can be wrong: check the sources.",
)
ALSO_FOUND = Phrase("함께 찾은 문장", "Also found")
DOUBTED_TITLE = Phrase("‘{query}’에 가장 가까운 문장", "Closest to “{query}”")
DOUBTED = Phrase(
    "AI 모델은 찾은 논문만으로는 답할 수 없다고 판단했습니다. 가장 가까운 문장을 그대로 보여 드립니다.",
    "An AI model finds that these papers do not answer it. Here is what comes closest.",
)
CANNOT_BE_ANSWERED = Phrase("찾은 논문만으로는 답할 수 없습니다.", "The papers found do not answer this.")
PERSON_LIMIT = Phrase(
    "AI 모델이 써 드리는 답은 한 분께 하루 {count}번까지입니다. {hours}시간 안에 다시 쓰실 수 있고, 찾은 문장은 그대로 보여 드립니다.",
    "The AI model answers each person up to {count} times a day; it will again within {hours} h. What was found still shows.",
)
SERVER_LIMIT = Phrase(
    "AI 모델이 써 드리는 답은 한 서버에서 하루 {count}번까지입니다. {hours}시간 안에 다시 쓰실 수 있고, 찾은 문장은 그대로 보여 드립니다.",
    "The AI model answers each server up to {count} times a day; it will again within {hours} h. What was found still shows.",
)

NOT_IN_THIS = Phrase(
    "이 논문의 요약에는 그 질문에 답하는 문장이 없습니다. 자세한 내용은 원문에서 확인해 주세요.",
    "The summary of this paper does not say. The paper itself may.",
)
IN_OTHERS = Phrase("다른 논문의 요약에는 이런 문장이 있습니다.", "What the summaries of other papers say on it.")

# Similar papers and terms
SIMILAR_TITLE = Phrase("비슷한 논문", "Similar papers")
NOTHING_SIMILAR = Phrase("이 논문과 비슷한 논문이 없습니다.", "No other paper here is like this one.")

TERM_TITLE = Phrase("용어 ‘{term}’", "The term “{term}”")
TERM_LINE = Phrase("{term} — {times} 함께 쓰임", "{term} — used together {times}")
TERM_LINE_CURATED = Phrase("{term} — 용어집에 있음", "{term} — in the list of terms")
TERM_LINE_LEARNT = Phrase("{term} — 같은 논문에 자주 함께 나옴", "{term} — often used in the same papers")
TERM_UNSURE = Phrase("확실하지 않음", "not sure")
TERM_MORE = Phrase("확실하지 않은 것도 보기", "Show unsure ones too")
TERM_UNKNOWN = Phrase("다른 언어의 표현은 찾지 못했습니다.", "The digests do not give it in the other language.")
TERM_UNKNOWN_NEAREST = Phrase(
    "다른 언어의 표현은 찾지 못했습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "The digests do not give it in the other language. Did you mean “{nearest}”?",
)
NO_TERM_NEAREST = Phrase(
    "‘{term}’ 용어는 나오지 않습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "“{term}” occurs nowhere. Did you mean “{nearest}”?",
)
TERM_PAPERS = Phrase("이 용어를 다룬 논문", "Papers on it")
DEFINITION_TITLE = Phrase("‘{term}’의 뜻", "What “{term}” is")
ALSO_CALLED = Phrase("다른 이름: {names}", "Also called {names}")
NO_DEFINITION = Phrase("뜻을 풀어 쓴 문장은 찾지 못했습니다.", "I found no sentence that says what it is.")
INTRODUCED_BY = Phrase("이 이름이 붙은 논문", "The paper of that name")
EMPTY_TERM = Phrase("한국어나 영어 용어를 적어 주세요.", "Give a term in Korean or English.")

SIMILAR_TO = Phrase("비슷한 논문", "More like this")

# Ways back
BACK_TO_RESULTS = Phrase("← 검색 결과", "← Results")
BACK_TO_LOOSE = Phrase("← 검색 결과", "← Results")
BACK_TO_SIMILAR = Phrase("← 비슷한 논문", "← Similar papers")
BACK_TO_ANSWERS = Phrase("← 답변", "← Answers")
BACK_TO_TERM = Phrase("← 용어", "← Term")
BACK_TO_DEFINITION = Phrase("← 뜻", "← What it is")
BACK_TO_LISTED = Phrase("← 논문 목록", "← Papers")

# Help
HELP_SEARCH = Phrase("/논문 검색 {topic}", "/paper search {topic}")
HELP_SHOW = Phrase("/논문 보기 {paper}", "/paper show {paper}")
HELP_ASK = Phrase("/논문 질문 {question}", "/paper ask {question}")
HELP_SIMILAR = Phrase("/논문 비슷한논문 {paper}", "/paper similar {paper}")
HELP_TERM = Phrase("/논문 용어 {topic}", "/paper term {topic}")

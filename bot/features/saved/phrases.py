"""What /saved says, in Korean and in English."""

from __future__ import annotations

from bot.features.saved.export import Format
from bot.rendering.language import Phrase

CMD_SAVED = Phrase("저장", "saved")
CMD_LIST = Phrase("목록", "list")
CMD_SEARCH = Phrase("검색", "search")
CMD_ADD = Phrase("추가", "add")
CMD_REMOVE = Phrase("빼기", "remove")
CMD_EXPORT = Phrase("내보내기", "export")
OPT_PAGE = Phrase("페이지", "page")
OPT_QUERY = Phrase("검색어", "query")
OPT_SAVED = Phrase("논문", "paper")
OPT_FORMAT = Phrase("형식", "format")
HELP_SAVED = Phrase("/저장 목록, /저장 내보내기", "/saved list, /saved export")
ABOUT_SAVED = Phrase("내가 저장한 논문", "The papers you saved")
ABOUT_LIST = Phrase("저장한 논문을 최근에 저장한 순으로 봅니다", "Your saved papers, last saved first")
ABOUT_SEARCH = Phrase("저장한 논문 안에서 검색합니다", "Search your saved papers")
ABOUT_ADD = Phrase("논문을 저장합니다", "Save a paper")
ABOUT_REMOVE = Phrase("논문을 저장 목록에서 뺍니다", "Remove a paper from your saved papers")
ABOUT_EXPORT = Phrase("저장한 논문을 파일로 받습니다", "Download your saved papers as a file")
ABOUT_OPT_PAGE = Phrase("몇 번째 페이지를 볼지", "Which page to show")
ABOUT_OPT_QUERY = Phrase("주제, 제목, 저자, arXiv 번호", "A topic, a title, an author or an arXiv id")
ABOUT_OPT_ADD = Phrase("arXiv 번호, 링크, 제목", "An arXiv id, a link or a title")
ABOUT_OPT_REMOVE = Phrase("저장한 논문의 제목이나 arXiv 번호", "The title or arXiv id of a saved paper")
ABOUT_OPT_FORMAT = Phrase("어떤 형식의 파일로 받을지", "What kind of file")

SAVED = Phrase(
    "‘{title}’ 논문을 저장했습니다. /저장 목록에서 다시 볼 수 있습니다.",
    "Saved “{title}”. You can find it again in /saved list.",
)
ALREADY_SAVED = Phrase("‘{title}’ 논문은 이미 저장되어 있습니다.", "“{title}” is already saved.")
REMOVED = Phrase("‘{title}’ 논문을 저장 목록에서 뺐습니다.", "Removed “{title}” from your saved papers.")
REMOVED_ALREADY = Phrase("‘{title}’ 논문은 저장 목록에 없습니다.", "“{title}” is not among your saved papers.")
SEE_LIST = Phrase(
    "저장한 논문은 /저장 목록에서 본인만 볼 수 있습니다.", "Your saved papers are for your eyes only: see /saved list."
)
FULL = Phrase(
    "논문은 {limit}편까지 저장할 수 있는데 이미 다 찼습니다. /저장 내보내기로 파일을 받아 두고 /저장 빼기로 정리해 주세요.",
    "You can save up to {limit} papers, and you have. Download them with /saved export, then make room with /saved remove.",
)
LEFT_CORPUS = Phrase(
    "{arxiv_id} 논문은 이제 이 봇이 모은 논문에 없어 저장하지 못했습니다. arXiv에서 보기: {url}",
    "{arxiv_id} is no longer among the papers here, so it was not saved. On arXiv: {url}",
)
UNKNOWN = Phrase(
    "‘{text}’ 논문은 아직 이 봇이 모은 논문에 없습니다. 자동 완성 목록에서 골라 주세요.",
    "“{text}” is not among the papers here. Pick one from the suggestions.",
)
UNKNOWN_NEAREST = Phrase(
    "‘{text}’ 논문은 아직 이 봇이 모은 논문에 없습니다. 가장 비슷한 논문은 ‘{title}’({arxiv_id})입니다.",
    "“{text}” is not among the papers here; the closest is “{title}” ({arxiv_id}).",
)
NOTHING_SAVED = Phrase(
    "아직 저장한 논문이 없습니다. 논문을 열어 ‘저장’을 누르거나 /저장 추가를 쓰면 여기에 모입니다.",
    "You have saved no papers yet. Open one and press Save, or use /saved add.",
)
NO_MATCH = Phrase("저장한 논문 중에 ‘{query}’에 맞는 것이 없습니다.", "None of your saved papers match “{query}”.")
NOT_SAVED = Phrase(
    "‘{text}’ 논문은 저장 목록에 없습니다. 자동 완성 목록에서 골라 주세요.",
    "“{text}” is not among your saved papers. Pick one from the suggestions.",
)
NOT_SAVED_NEAREST = Phrase(
    "‘{text}’ 논문은 저장 목록에 없습니다. 가장 비슷한 논문은 ‘{title}’({arxiv_id})입니다.",
    "“{text}” is not among your saved papers; the closest is “{title}” ({arxiv_id}).",
)
UNKNOWN_FORMAT = Phrase(
    "형식은 bibtex, markdown, json, csv 중 하나로 적어 주세요.", "Choose a format: bibtex, markdown, json or csv."
)
EXPORTED = Phrase("저장한 논문 {papers}편입니다.", "Your saved papers ({papers}).")
FILE_TOO_LARGE = Phrase(
    "파일이 {limit} MB를 넘어 보낼 수 없습니다. 다른 형식으로 받아 주세요.",
    "The file would be over {limit} MB, which is too large to send. Choose another format.",
)
FORMATS = {
    Format.BIBTEX: "BibTeX (.bib)",
    Format.MARKDOWN: "Markdown (.md)",
    Format.JSON: "JSON (.json)",
    Format.CSV: "CSV · Excel (.csv)",
}

PAPERS = Phrase("논문 {papers}", "{papers}")
LIST_TITLE = Phrase("저장한 논문", "Saved papers")
FOUND_TITLE = Phrase("저장한 논문 중 ‘{query}’ 검색 결과", "“{query}” in your saved papers")
BEST_ONES = Phrase("가장 잘 맞는 {shown}편", "the best {shown}")
SAVED_ON = Phrase("{facts} · {day} 저장", "{facts} · saved {day}")
BACK_TO_LIST = Phrase("← 저장한 논문", "← Saved papers")
SAVE = Phrase("저장", "Save")
SAVE_AGAIN = Phrase("다시 저장", "Save again")
REMOVE = Phrase("빼기", "Remove")

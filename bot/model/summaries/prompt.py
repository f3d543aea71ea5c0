"""What a model is asked for when it is to summarise a paper, and the shape of its answer."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from bot.model.model import Prompt
from retrieval.sources.summarizing import Unsummarized

Language = Literal["ko", "en"]

VERSION: Final = 1
"""Of the task and the rules. Raise it with them: papers that were left out are then asked for again."""
LONGEST: Final = 500
"""Characters of a point. Of the points in the corpus, 99 % have 361 or fewer."""
_MAX_TOKENS: Final = 1_500


class Draft(BaseModel):
    """A summary as a model gives it: a text for each section."""

    model_config = ConfigDict(extra="forbid")

    whats_new: str
    technical_details: str
    performance: str

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Labels as the digests have them, each with its text, "" where there is none."""
        return (
            ("What's New", self.whats_new.strip()),
            ("Technical Details", self.technical_details.strip()),
            ("Performance Highlights", self.performance.strip()),
        )


EXAMPLE: Final = {
    "ko": Draft(
        whats_new="이 논문은 호수의 얼음 두께를 물속 소리로 재는 로봇 Glimmerfrost를 소개합니다. "
        "얼음에 구멍을 뚫지 않아도 된다는 점이 기존 탐사 방식과 다릅니다.",
        technical_details="Glimmerfrost는 음파 반향(sonar echo)을 모아 두께 지도를 그리고, 물결 소음은 이중 "
        "필터(double filter)로 걸러 냅니다.",
        performance="겨울 호수 26곳에서 오차를 41.7% 줄였습니다.",
    ),
    "en": Draft(
        whats_new="The paper presents Glimmerfrost, a robot that hears how thick the ice of a lake is. Unlike earlier "
        "surveys it drills no holes.",
        technical_details="Glimmerfrost collects sonar echoes into a map of thickness, and removes the noise of waves "
        "with a double filter.",
        performance="On 26 lakes in winter it reduced the error by 41.7%.",
    ),
}
"""Of a paper that there is not, about what no paper of the digests is about: whoever repeats it is noticed."""

_TASK = """\
You write for a daily digest of AI papers. Summarize one paper in {language}, from its title and abstract alone.

Sections:
- whats_new: what the paper proposes or finds, and what is different about it.
- technical_details: how it works: the method, the data, the training.
- performance: the results that the abstract states. An empty string if it states none.

Rules:
- Say only what the title and abstract say: no knowledge of your own, no judgement, no praise that is not theirs.
- Write one to three full sentences a section, {manner}, at most 400 characters.
- Copy numbers exactly as they are, with their units, and say each of the same thing as the abstract does. Do not \
calculate, round or convert. Keep what rises and what falls.
- Copy the names of models, data sets and benchmarks letter by letter. Use words of the title at least once as they are.
{terms}
- Write plain sentences on one line: no Markdown, lists, headings, links, formulas in LaTeX, or emoji.

The manner, shown for a paper that does not exist. Take nothing of its content:
{example}"""
_WORDS: Final = {
    "ko": {
        "language": "Korean",
        "manner": "polite and plain, ending in -습니다",
        "terms": "- Write technical terms in Korean, with the abstract's English in parentheses where it helps. Use no "
        "English word that is not in the title or abstract, and no other language.",
    },
    "en": {"language": "English", "manner": "plain", "terms": "- Use the technical terms of the abstract."},
}


def prompt_for(paper: Unsummarized, language: Language) -> Prompt:
    """The task, and the paper as material."""
    task = _TASK.format(example=EXAMPLE[language].model_dump_json(), **_WORDS[language])
    return Prompt(task, f"Title: {paper.title}\nAbstract: {paper.abstract}", _MAX_TOKENS)

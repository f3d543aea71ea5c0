"""`Answer` → the page that says it, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Answer, Document, Notice
from bot.features.corpus import phrases as corpus_phrases
from bot.features.corpus.answers import Reloaded, Status
from bot.features.corpus.digest_warnings import say_warning
from bot.features.daily import phrases as daily_phrases
from bot.features.daily.answers import DayPage, NoDay
from bot.features.follow.answers import Alert, FollowList, alert_blocks, follow_blocks
from bot.features.help import phrases as help_phrases
from bot.features.help.answers import Help, Welcome, talk_block, welcome_blocks
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Results, Similar, Term, listed_blocks
from bot.features.privacy import phrases as privacy_phrases
from bot.features.privacy.answers import Deletion
from bot.features.saved.answers import SavedList, saved_blocks
from bot.features.schedule.answers import DailyPost, ScheduleList, schedule_blocks
from bot.features.settings.answers import SettingsPanel, settings_blocks
from bot.features.top import phrases as top_phrases
from bot.features.top.answers import TopPage
from bot.features.trends.answers import Rising, Trend, rising_blocks, trend_blocks
from bot.rendering import language, phrases
from bot.rendering.blocks import Block, Kind, Limits, Line, Run, line
from bot.rendering.language import Language
from bot.rendering.papers import PaperLines
from bot.rendering.snippet import clip


def compose(answer: Answer, language: Language, limits: Limits) -> tuple[Block, ...]:
    """The blocks of the reply; the first is its head."""
    return _Composer(language, limits, PaperLines(language, limits)).blocks(answer)


@dataclass(frozen=True, slots=True)
class _Composer:
    language: Language
    limits: Limits
    papers: PaperLines

    def blocks(self, answer: Answer) -> tuple[Block, ...]:
        match answer:
            case (Notice() as notice) | Document(notice):
                return (Block((self._notice(notice),)),)
            case Results():
                return self._results(answer)
            case PaperCard():
                return self.papers.whole(answer.paper, suspicious=answer.suspicious)
            case DayPage() | DailyPost() | TopPage() | NoDay():
                return self._days(answer)
            case Passages():
                return self._passages(answer)
            case NoAnswer() | Similar() | Term() | Listed():
                return self._related(answer)
            case SavedList() | SettingsPanel() | Deletion() | ScheduleList() | FollowList() | Alert():
                return self._remembered(answer)
            case Trend() | Rising():
                return self._trends(answer)
            case Reloaded() | Status() | Help() | Welcome():
                return self._service(answer)

    def _days(self, answer: DayPage | DailyPost | TopPage | NoDay) -> tuple[Block, ...]:
        match answer:
            case DayPage():
                return self._day(answer)
            case DailyPost():
                return self._day(answer.page)
            case TopPage():
                return self._top(answer)
            case NoDay():
                return self._no_day(answer)

    def _related(self, answer: NoAnswer | Similar | Term | Listed) -> tuple[Block, ...]:
        match answer:
            case NoAnswer():
                title = self._say(papers_phrases.NO_ANSWER, query=clip(answer.question, self.limits.query))
                return (Block((line(title),)), *self.papers.hits(answer.nearest))
            case Similar():
                head = Block(
                    (line(self._say(papers_phrases.SIMILAR_TITLE), Kind.HEADING), self.papers.title(answer.paper))
                )
                return (head, *self.papers.hits(answer.hits))
            case Term():
                return self._term(answer)
            case Listed():
                return listed_blocks(answer, self.papers)

    def _remembered(
        self, answer: SavedList | SettingsPanel | Deletion | ScheduleList | FollowList | Alert
    ) -> tuple[Block, ...]:
        match answer:
            case ScheduleList():
                return schedule_blocks(answer, self.language)
            case FollowList():
                return follow_blocks(answer, self.language, self.limits)
            case Alert():
                return alert_blocks(answer, self.language, self.limits)
            case SavedList():
                return saved_blocks(answer, self.language, self.limits)
            case SettingsPanel():
                return settings_blocks(answer)
            case Deletion():
                phrase = privacy_phrases.DELETED if answer.done else privacy_phrases.CONFIRM
                return (Block((line(self._say(phrase, count=answer.pieces)),)),)

    def _trends(self, answer: Trend | Rising) -> tuple[Block, ...]:
        match answer:
            case Trend():
                notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
                return trend_blocks(answer, notices, self.language)
            case Rising():
                return rising_blocks(answer, self.language)

    def _service(self, answer: Reloaded | Status | Help | Welcome) -> tuple[Block, ...]:
        match answer:
            case Reloaded():
                return self._reloaded(answer)
            case Status():
                return self._status(answer)
            case Help():
                return self._help()
            case Welcome():
                return welcome_blocks(self.language)

    def _say(self, phrase: language.Phrase, **values: object) -> str:
        return phrase.say(self.language, **values)

    def _notice(self, notice: Notice, kind: Kind = Kind.TEXT) -> Line:
        shown = {
            name: clip(value, self.limits.query) if isinstance(value, str) else value
            for name, value in notice.values.items()
        }
        return line(self._say(notice.phrase, **shown), kind)

    def _results(self, answer: Results) -> tuple[Block, ...]:
        title = self._say(papers_phrases.RESULTS_TITLE, query=clip(answer.query, self.limits.query))
        counts = self._say(
            papers_phrases.RESULTS_LINE if answer.pages > 1 else papers_phrases.RESULTS_LINE_ONE_PAGE,
            total=phrases.papers(answer.total, self.language),
            page=phrases.PAGE_OF.say(self.language, page=answer.page, pages=answer.pages),
            took=f"{max(1, answer.took_ms):.0f} ms",
        )
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((line(title, Kind.HEADING), line(counts, Kind.SMALL), *notices))
        return (head, *self.papers.hits(answer.hits, answer.first))

    def _term(self, answer: Term) -> tuple[Block, ...]:
        title = self._say(papers_phrases.TERM_TITLE, term=clip(answer.term, self.limits.query))
        lines = [line(title, Kind.HEADING)]
        for one in answer.translations:
            confidence = f"{one.confidence:.0%}".removesuffix("%")
            phrase = papers_phrases.TERM_LINE if one.mentions else papers_phrases.TERM_LINE_LEARNT
            said = self._say(phrase, term=one.term, mentions=one.mentions, confidence=confidence)
            lines.append(line(said, Kind.BULLET))
        if not answer.translations:
            phrase = papers_phrases.TERM_UNKNOWN_NEAREST if answer.nearest else papers_phrases.TERM_UNKNOWN
            lines.append(line(self._say(phrase, nearest=clip(answer.nearest, self.limits.query))))
        if answer.hits:
            lines.append(line(self._say(papers_phrases.TERM_PAPERS), Kind.SMALL))
        return (Block(tuple(lines)), *self.papers.hits(answer.hits))

    def _day(self, answer: DayPage) -> tuple[Block, ...]:
        title = self._say(
            daily_phrases.DAY_TITLE,
            day=phrases.long_day(answer.day.day, self.language),
            papers=phrases.papers(len(answer.day.papers), self.language),
        )
        head = [line(title, Kind.HEADING)]
        if answer.pages > 1:
            head.append(line(self._say(phrases.PAGE_OF, page=answer.page, pages=answer.pages), Kind.SMALL))
        papers = (
            self.papers.on_day(paper, number, answer.day.day)
            for number, paper in enumerate(answer.papers, answer.first)
        )
        return (Block(tuple(head)), *papers)

    def _top(self, answer: TopPage) -> tuple[Block, ...]:
        span = answer.span
        title = self._say(top_phrases.TOP_TITLES[span.period], since=span.since, until=span.until)
        page = self._say(phrases.PAGE_OF, page=answer.page, pages=answer.pages)
        counts = self._say(top_phrases.TOP_LINE, total=phrases.papers(answer.total, self.language), page=page)
        papers = (self.papers.of_span(paper, number, span) for number, paper in enumerate(answer.papers, answer.first))
        return (Block((line(title, Kind.HEADING), line(counts, Kind.SMALL))), *papers)

    def _no_day(self, answer: NoDay) -> tuple[Block, ...]:
        text = self._say(daily_phrases.NO_DIGEST, day=phrases.long_day(answer.day, self.language))
        near = [phrases.long_day(day, self.language) for day in (answer.previous, answer.next) if day]
        if len(near) == 2:
            text += " " + self._say(daily_phrases.NEAREST_BOTH, previous=near[0], next=near[1])
        elif near:
            text += " " + self._say(daily_phrases.NEAREST_ONE, day=near[0])
        return (Block((line(text),)),)

    def _passages(self, answer: Passages) -> tuple[Block, ...]:
        title = self._say(papers_phrases.ANSWER_TITLE, query=clip(answer.question, self.limits.query))
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((line(title, Kind.HEADING), *notices))
        return (head, *map(self.papers.passage, answer.passages))

    def _reloaded(self, answer: Reloaded) -> tuple[Block, ...]:
        report = answer.report
        lines = [
            line(self._say(corpus_phrases.RELOAD_TITLE), Kind.HEADING),
            line(self._say(corpus_phrases.RELOAD_FILES, read=report.files_read, unchanged=report.files_unchanged)),
            line(
                self._say(
                    corpus_phrases.RELOAD_PAPERS, added=report.added, updated=report.updated, removed=report.removed
                )
            ),
        ]
        if not report.warnings:
            return (Block(tuple(lines)),)
        shown = report.warnings[: self.limits.warnings]
        warnings = [line(self._say(corpus_phrases.WARNINGS_TITLE, count=len(report.warnings)), Kind.HEADING)]
        warnings += [line(say_warning(warning, self.language), Kind.BULLET) for warning in shown]
        if more := len(report.warnings) - len(shown):
            warnings.append(line(self._say(corpus_phrases.WARNINGS_MORE, count=more), Kind.SMALL))
        return Block(tuple(lines)), Block(tuple(warnings))

    def _status(self, answer: Status) -> tuple[Block, ...]:
        status = answer.status
        lines = [
            line(self._say(corpus_phrases.STATUS_TITLE), Kind.HEADING),
            line(self._say(corpus_phrases.STATUS_PAPERS, papers=f"{status.papers:,}", days=f"{status.days:,}")),
        ]
        if status.first:
            lines.append(line(self._say(corpus_phrases.STATUS_PERIOD, first=status.first, last=status.last)))
        lines.append(line(self._say(corpus_phrases.STATUS_FILES, files=status.files, warnings=status.warnings)))
        lines.append(line(self._say(corpus_phrases.STATUS_LOADED, time=f"{status.loaded_at:%Y-%m-%d %H:%M:%S %Z}")))
        if status.reloading:
            lines.append(line(self._say(corpus_phrases.STATUS_RELOADING)))
        return (Block(tuple(lines)),)

    def _help(self) -> tuple[Block, ...]:
        head = Block((line(self._say(help_phrases.HELP_TITLE), Kind.HEADING), line(self._say(help_phrases.HELP_INTRO))))
        syntax = line(self._say(help_phrases.HELP_SYNTAX), Kind.HEADING)
        return (
            head,
            talk_block(self.language),
            Block(_examples(help_phrases.help_commands(self.language))),
            Block((syntax, *_examples(help_phrases.help_syntax(self.language)))),
            Block((line(self._say(help_phrases.HELP_FOOT), Kind.SMALL),)),
        )


def _examples(rows: list[tuple[str, str]]) -> tuple[Line, ...]:
    return tuple(Line((Run(example, bold=True), Run(f" — {about}")), Kind.BULLET) for example, about in rows)

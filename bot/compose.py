"""`Answer` → the page that says it, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from bot import command_words, privacy_words, words
from bot.answer import (
    Alert,
    Answer,
    DailyPost,
    DayPage,
    Deletion,
    Document,
    FollowList,
    Help,
    Listed,
    NoAnswer,
    NoDay,
    Notice,
    PaperCard,
    Passages,
    Reloaded,
    Results,
    Rising,
    SavedList,
    ScheduleList,
    SettingsPanel,
    Similar,
    Status,
    Term,
    TopPage,
    Trend,
    Welcome,
)
from bot.follow_lines import alert_blocks, follow_blocks
from bot.page import Block, Kind, Limits, Line, Run, line
from bot.paper_lines import PaperLines
from bot.saved_lines import saved_blocks
from bot.schedule_lines import schedule_blocks
from bot.settings_lines import settings_blocks
from bot.snippet import clip
from bot.talk_lines import listed_blocks, talk_block, welcome_blocks
from bot.trend_lines import rising_blocks, trend_blocks
from bot.warnings import say_warning
from bot.words import Language


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
                phrase = words.NO_ANSWER if answer.nearest else words.NO_ANSWER_NEAR
                title = self._say(phrase, query=clip(answer.question, self.limits.query))
                return (Block((line(title),)), *self.papers.hits(answer.nearest))
            case Similar():
                head = Block((line(self._say(words.SIMILAR_TITLE), Kind.HEADING), self.papers.title(answer.paper)))
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
                phrase = privacy_words.DELETED if answer.done else privacy_words.CONFIRM
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

    def _say(self, phrase: words.Phrase, **values: object) -> str:
        return phrase.say(self.language, **values)

    def _notice(self, notice: Notice, kind: Kind = Kind.TEXT) -> Line:
        shown = {
            name: clip(value, self.limits.query) if isinstance(value, str) else value
            for name, value in notice.values.items()
        }
        return line(self._say(notice.phrase, **shown), kind)

    def _results(self, answer: Results) -> tuple[Block, ...]:
        title = self._say(words.RESULTS_TITLE, query=clip(answer.query, self.limits.query))
        counts = self._say(
            words.RESULTS_LINE if answer.pages > 1 else words.RESULTS_LINE_ONE_PAGE,
            total=words.papers(answer.total, self.language),
            page=words.PAGE_OF.say(self.language, page=answer.page, pages=answer.pages),
            took=f"{max(1, answer.took_ms):.0f} ms",
        )
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((line(title, Kind.HEADING), line(counts, Kind.SMALL), *notices))
        return (head, *self.papers.hits(answer.hits, answer.first))

    def _term(self, answer: Term) -> tuple[Block, ...]:
        title = self._say(words.TERM_TITLE, term=clip(answer.term, self.limits.query))
        lines = [line(title, Kind.HEADING)]
        for one in answer.translations:
            confidence = f"{one.confidence:.0%}".removesuffix("%")
            phrase = words.TERM_LINE if one.mentions else words.TERM_LINE_LEARNT
            said = self._say(phrase, term=one.term, mentions=one.mentions, confidence=confidence)
            lines.append(line(said, Kind.BULLET))
        if not answer.translations:
            phrase = words.TERM_UNKNOWN_NEAREST if answer.nearest else words.TERM_UNKNOWN
            lines.append(line(self._say(phrase, nearest=clip(answer.nearest, self.limits.query))))
        if answer.hits:
            lines.append(line(self._say(words.TERM_PAPERS), Kind.SMALL))
        return (Block(tuple(lines)), *self.papers.hits(answer.hits))

    def _day(self, answer: DayPage) -> tuple[Block, ...]:
        title = self._say(
            words.DAY_TITLE,
            day=words.long_day(answer.day.day, self.language),
            papers=words.papers(len(answer.day.papers), self.language),
        )
        head = [line(title, Kind.HEADING)]
        if answer.pages > 1:
            head.append(line(self._say(words.PAGE_OF, page=answer.page, pages=answer.pages), Kind.SMALL))
        papers = (
            self.papers.on_day(paper, number, answer.day.day)
            for number, paper in enumerate(answer.papers, answer.first)
        )
        return (Block(tuple(head)), *papers)

    def _top(self, answer: TopPage) -> tuple[Block, ...]:
        span = answer.span
        title = self._say(words.TOP_TITLES[span.period], since=span.since, until=span.until)
        page = self._say(words.PAGE_OF, page=answer.page, pages=answer.pages)
        counts = self._say(words.TOP_LINE, total=words.papers(answer.total, self.language), page=page)
        papers = (self.papers.of_span(paper, number, span) for number, paper in enumerate(answer.papers, answer.first))
        return (Block((line(title, Kind.HEADING), line(counts, Kind.SMALL))), *papers)

    def _no_day(self, answer: NoDay) -> tuple[Block, ...]:
        text = self._say(words.NO_DIGEST, day=words.long_day(answer.day, self.language))
        near = [words.long_day(day, self.language) for day in (answer.previous, answer.next) if day]
        if len(near) == 2:
            text += " " + self._say(words.NEAREST_BOTH, previous=near[0], next=near[1])
        elif near:
            text += " " + self._say(words.NEAREST_ONE, day=near[0])
        return (Block((line(text),)),)

    def _passages(self, answer: Passages) -> tuple[Block, ...]:
        title = self._say(words.ANSWER_TITLE, query=clip(answer.question, self.limits.query))
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((line(title, Kind.HEADING), *notices))
        return (head, *map(self.papers.passage, answer.passages))

    def _reloaded(self, answer: Reloaded) -> tuple[Block, ...]:
        report = answer.report
        lines = [
            line(self._say(words.RELOAD_TITLE), Kind.HEADING),
            line(self._say(words.RELOAD_FILES, read=report.files_read, unchanged=report.files_unchanged)),
            line(self._say(words.RELOAD_PAPERS, added=report.added, updated=report.updated, removed=report.removed)),
        ]
        if not report.warnings:
            return (Block(tuple(lines)),)
        shown = report.warnings[: self.limits.warnings]
        warnings = [line(self._say(words.WARNINGS_TITLE, count=len(report.warnings)), Kind.HEADING)]
        warnings += [line(say_warning(warning, self.language), Kind.BULLET) for warning in shown]
        if more := len(report.warnings) - len(shown):
            warnings.append(line(self._say(words.WARNINGS_MORE, count=more), Kind.SMALL))
        return Block(tuple(lines)), Block(tuple(warnings))

    def _status(self, answer: Status) -> tuple[Block, ...]:
        status = answer.status
        lines = [
            line(self._say(words.STATUS_TITLE), Kind.HEADING),
            line(self._say(words.STATUS_PAPERS, papers=f"{status.papers:,}", days=f"{status.days:,}")),
        ]
        if status.first:
            lines.append(line(self._say(words.STATUS_PERIOD, first=status.first, last=status.last)))
        lines.append(line(self._say(words.STATUS_FILES, files=status.files, warnings=status.warnings)))
        lines.append(line(self._say(words.STATUS_LOADED, time=f"{status.loaded_at:%Y-%m-%d %H:%M:%S %Z}")))
        if status.reloading:
            lines.append(line(self._say(words.STATUS_RELOADING)))
        return (Block(tuple(lines)),)

    def _help(self) -> tuple[Block, ...]:
        head = Block(
            (line(self._say(command_words.HELP_TITLE), Kind.HEADING), line(self._say(command_words.HELP_INTRO)))
        )
        syntax = line(self._say(command_words.HELP_SYNTAX), Kind.HEADING)
        return (
            head,
            talk_block(self.language),
            Block(_examples(command_words.help_commands(self.language))),
            Block((syntax, *_examples(command_words.help_syntax(self.language)))),
            Block((line(self._say(command_words.HELP_FOOT), Kind.SMALL),)),
        )


def _examples(rows: list[tuple[str, str]]) -> tuple[Line, ...]:
    return tuple(Line((Run(example, bold=True), Run(f" — {about}")), Kind.BULLET) for example, about in rows)

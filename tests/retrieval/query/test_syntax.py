from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.conditions import Author, Condition, Days, HasCode, Phrase, Sort, Votes
from retrieval.query.query import MAX_OPTION_CHARS, MAX_QUERY_CHARS, parse_query, with_options
from retrieval.query.syntax import MAX_CONDITIONS
from tests.retrieval.papers import HOSTILE

TODAY = date(2024, 6, 14)
FEBRUARY = Days(date(2024, 2, 1), date(2024, 2, 29))


def conditions(text: str) -> tuple[Condition, ...]:
    """What `text` requires, which is all that it says."""
    query = parse_query(text, TODAY)
    assert (query.terms, query.excluded, query.sort) == ((), (), None)
    return query.required


def is_text(text: str) -> bool:
    query = parse_query(text, TODAY)
    return query.plain == text and not (query.required or query.excluded or query.sort)


@pytest.mark.parametrize(
    "text",
    [
        '"강화 학습"',
        "“강화 학습”",
        "„강화 학습“",
        "「강화 학습」",
        "『강화 학습』",
        "«강화 학습»",
        '" 강화 학습 "',
        '"강화 학습"을 이용한 논문은?',
        '논문"강화 학습"',
        '("강화 학습")',
        '"" "강화 학습"',
    ],
)
def test_words_in_quotes_are_a_phrase_and_searched_too(text: str) -> None:
    query = parse_query(text)
    assert query.required == (Phrase("강화 학습"),)
    assert query.terms == ("강화", "학습")
    assert [word.text for word in query.quoted] == ["강화", "학습"]


def test_a_phrase_keeps_words_that_merely_ask() -> None:
    query = parse_query('which paper is "what is an agent" 로봇')
    assert query.required == (Phrase("what is an agent"),)
    assert query.terms == ("what", "is", "an", "agent", "로봇")


@pytest.mark.parametrize(
    "text",
    [
        '"unclosed phrase',
        'closed phrase"',
        '14" and 15" screens',
        '강화 학습" 모델 "로봇',
        '"',
        '""',
        '"!?"',
        "“”",
        "「",
    ],
)
def test_stray_quotes_are_text(text: str) -> None:
    assert is_text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-diffusion", Phrase("diffusion", exact=False)),
        ("-diffusion,", Phrase("diffusion", exact=False)),
        ("-강화학습", Phrase("강화학습", exact=False)),
        ("-self-supervised", Phrase("self-supervised", exact=False)),
        ('-"강화 학습"', Phrase("강화 학습")),
        ("-「강화 학습」", Phrase("강화 학습")),
        ("-author:hinton", Author(("hinton",))),
        ('-author:"Yann LeCun"', Author(("yann", "lecun"))),
        ("-title:survey", Phrase("survey", exact=False, title=True)),
        ("-date:2024-02", FEBRUARY),
        ("-votes:<5", Votes(0, 4)),
        ("-has:code", HasCode()),
        ("코드:없음", HasCode()),
        ("-foo:bar", Phrase("foo:bar", exact=False)),
    ],
)
def test_a_dash_excludes(text: str, expected: Condition) -> None:
    query = parse_query(f"video {text} model")
    assert query.excluded == (expected,)
    assert query.required == ()
    assert query.terms == ("video", "model")


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "- 강화학습 로봇",
        "강화학습 - 로봇",
        "– 강화학습 –로봇",
        "-1.5 -7b -10%",
        "GPT-4V text-to-speech",
        "로봇-강화학습",
        "--verbose",
        "text -to- speech",
        '- "',
        "-https://example.org/-x",
        "-:",
    ],
)
def test_other_dashes_are_text(text: str) -> None:
    assert is_text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("author:hinton", ("hinton",)),
        ("author: Hinton", ("hinton",)),
        ("AUTHOR:Hinton,", ("hinton",)),
        ("author：hinton", ("hinton",)),
        ("저자:hinton의 논문", ("hinton",)),
        ('author:"Yann LeCun"', ("yann", "lecun")),
        ("저자:“Yann LeCun”의 논문 보여줘", ("yann", "lecun")),
        ('author:"LeCun, Yann"', ("lecun", "yann")),
        ("지은이:김철수", ("김철수",)),
    ],
)
def test_an_author_is_named_in_part_or_in_full(text: str, expected: tuple[str, ...]) -> None:
    assert conditions(text) == (Author(expected),)


def test_words_after_a_name_without_quotes_may_belong_to_it() -> None:
    query = parse_query('author:Yann LeCun "world model" agents')
    [author, phrase] = query.required
    assert isinstance(author, Author)
    assert author.words == ("yann",)
    assert [word.text for word in author.more] == ["lecun"]
    assert author.with_more(1) == Author(("yann", "lecun"))
    assert query.naming(author, author.with_more(1)).terms == ("world", "model", "agent")
    assert phrase == Phrase("world model")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:diffusion", Phrase("diffusion", exact=False, title=True)),
        ("제목:diffusion을", Phrase("diffusion", exact=False, title=True)),
        ('title:"Attention Is All"', Phrase("Attention Is All", title=True)),
        ("has:code", HasCode()),
        ("has:Repository", HasCode()),
        ("포함:코드", HasCode()),
        ("코드:있음", HasCode()),
    ],
)
def test_titles_and_links_are_conditions(text: str, expected: Condition) -> None:
    assert conditions(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date:2024-02", FEBRUARY),
        ("date:2024-02,", FEBRUARY),
        ("date:2024.2.", FEBRUARY),
        ("date:202402", FEBRUARY),
        ("date: 2024/2", FEBRUARY),
        ("날짜:2024년 2월", FEBRUARY),
        ("날짜:24년2월", FEBRUARY),
        ("날짜:2024-02에", FEBRUARY),
        ('기간:"2024년 2월"', FEBRUARY),
        ("date:2024", Days(date(2024, 1, 1), date(2024, 12, 31))),
        ("date:2024년", Days(date(2024, 1, 1), date(2024, 12, 31))),
        ("date:2024-02-14", Days(date(2024, 2, 14), date(2024, 2, 14))),
        ("date:20240214", Days(date(2024, 2, 14), date(2024, 2, 14))),
        ("날짜:2024년 2월 14일", Days(date(2024, 2, 14), date(2024, 2, 14))),
        ("date:어제", Days(date(2024, 6, 13), date(2024, 6, 13))),
        ("date:2.14", Days(date(2024, 2, 14), date(2024, 2, 14))),
        ("date:2024-01..2024-03", Days(date(2024, 1, 1), date(2024, 3, 31))),
        ("date:2024-01-10..2024-02", Days(date(2024, 1, 10), date(2024, 2, 29))),
        ("date:2024-03..2024-01", Days(date(2024, 1, 1), date(2024, 3, 31))),
        ("날짜:2024-01~2024-03", Days(date(2024, 1, 1), date(2024, 3, 31))),
        ("date:2024-01 ~ 2024-03", Days(date(2024, 1, 1), date(2024, 3, 31))),
        ("date:2024-01…2024-03", Days(date(2024, 1, 1), date(2024, 3, 31))),
        ("date:2024-02..", Days(first=date(2024, 2, 1))),
        ("date:..2024-02", Days(last=date(2024, 2, 29))),
        ("date:>=2024-02", Days(first=date(2024, 2, 1))),
        ("date:>2024-02", Days(first=date(2024, 3, 1))),
        ("date<2024-02", Days(last=date(2024, 1, 31))),
        ("date:<=2024-02", Days(last=date(2024, 2, 29))),
        ("날짜:2024-02부터", Days(first=date(2024, 2, 1))),
        ("날짜:2024-02까지", Days(last=date(2024, 2, 29))),
        ("since:2024-02", Days(first=date(2024, 2, 1))),
        ("since:2024", Days(first=date(2024, 1, 1))),
        ("since:yesterday", Days(first=date(2024, 6, 13))),
        ("이후:2024년 2월 14일", Days(first=date(2024, 2, 14))),
        ("until:2024-02", Days(last=date(2024, 2, 29))),
        ("until:2024", Days(last=date(2024, 12, 31))),
        ("이전:2024-02-14", Days(last=date(2024, 2, 14))),
        ("date:>9999", Days(date.max)),
    ],
)
def test_days_months_years_and_ranges_are_periods(text: str, expected: Days) -> None:
    assert conditions(text) == (expected,)


def test_days_that_count_from_today_need_it() -> None:
    assert parse_query("since:2024-02-14").required == (Days(first=date(2024, 2, 14)),)
    assert parse_query("since:24.2.14").required == (Days(first=date(2024, 2, 14)),)
    assert parse_query("since:어제").required == parse_query("since:2.14").required == ()
    known = (date(2023, 2, 14), date(2023, 5, 1))
    assert parse_query("since:2.14", TODAY, known).required == (Days(first=date(2023, 2, 14)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("votes:20", Votes(20, 20)),
        ("votes:=20", Votes(20, 20)),
        ("votes:>20", Votes(21)),
        ("votes:>=20", Votes(20)),
        ("votes:≥20", Votes(20)),
        ("votes:20+", Votes(20)),
        ("votes:> 20", Votes(21)),
        ("votes: >20", Votes(21)),
        ("votes>20", Votes(21)),
        ("votes > 20", Votes(21)),
        ("votes:<5", Votes(0, 4)),
        ("votes:<=5", Votes(0, 5)),
        ("votes:20..50", Votes(20, 50)),
        ("votes:50..20", Votes(20, 50)),
        ("votes:20-50", Votes(20, 50)),
        ("votes:20~50", Votes(20, 50)),
        ("votes:20..", Votes(20)),
        ("votes:..50", Votes(0, 50)),
        ("추천:20이상", Votes(20)),
        ("추천:20 이상", Votes(20)),
        ("추천:20표 초과", Votes(21)),
        ("추천수:５이하", Votes(0, 5)),
        ("추천:5 미만", Votes(0, 4)),
    ],
)
def test_votes_are_a_number_or_a_range(text: str, expected: Votes) -> None:
    assert conditions(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sort:votes", Sort.VOTES),
        ("sort: Date", Sort.DATE),
        ("sort:relevance", Sort.RELEVANCE),
        ("정렬:추천순", Sort.VOTES),
        ("정렬:최신순", Sort.DATE),
        ("정렬:관련도", Sort.RELEVANCE),
        ("sort:date sort:votes", Sort.DATE),
    ],
)
def test_an_order_is_asked_for_by_name(text: str, expected: Sort) -> None:
    query = parse_query(f"로봇 {text}")
    assert (query.sort, query.terms, query.required) == (expected, ("로봇",), ())


@pytest.mark.parametrize(
    "text",
    [
        "date:soon",
        "date:2024-13",
        "date:2024-02-30",
        "date:0000",
        "date:..",
        "since:어느날",
        "votes:many",
        "votes:>",
        "votes:>>5",
        "votes:>=20이상",
        "votes:1..x",
        "추천: 논문",
        "has:everything",
        "sort:color",
        "-sort:votes",
        "author:!!!",
        "title:…",
        "코드: 공개",
        "foo:bar",
        "https://github.com/a/b?title:x=author:y",
        "www.example.org/votes:>5",
        "Lumos: Empowering",
        "author:",
        "title:",
        "author > 3",
        "3:1",
        ":",
    ],
)
def test_what_is_malformed_is_text(text: str) -> None:
    query = parse_query(text, TODAY)
    if text.startswith("-"):
        assert query.excluded == (Phrase("sort:votes", exact=False),)
    else:
        assert is_text(text)


@pytest.mark.parametrize("text", ["date:soon", "votes:many", "since:내일모레", "has:everything"])
def test_what_is_no_condition_though_it_looks_like_one_is_told_and_taken_to_the_letter(text: str) -> None:
    query = parse_query(f"로봇 {text}, 팔", TODAY)
    assert query.malformed == (text,)
    assert [word.text for word in query.subject if word not in query.quoted] == ["로봇", "팔"]


@pytest.mark.parametrize(
    "text", ["추천: 논문", "코드: 공개", "foo:bar", "date:2024-02", "Lumos: Empowering", "author:"]
)
def test_other_text_is_not_told_to_be_no_condition(text: str) -> None:
    assert parse_query(text, TODAY).malformed == ()


@pytest.mark.parametrize("text", ["GCC -O3보다 빨라?", "clang -Oz보다 작나요", "is it -Oz보다 smaller?"])
def test_an_option_with_a_particle_in_a_question_is_not_excluded(text: str) -> None:
    assert parse_query(text, TODAY).excluded == ()


@pytest.mark.parametrize("text", ["로봇 -simulation", "로봇 -simulation 논문 있어?", "-GPT는 로봇"])
def test_other_words_after_a_dash_are_excluded(text: str) -> None:
    assert parse_query(text, TODAY).excluded


@pytest.mark.parametrize("text", ["로봇 author:", "author: -diffusion 로봇", "저자: since:2024 로봇", "로봇 추천："])
def test_a_field_that_has_no_value_yet_is_passed_over(text: str) -> None:
    query = parse_query(text)
    assert query.terms == ("로봇",)
    assert not any(isinstance(each, Author) for each in query.required)


def test_all_of_it_together() -> None:
    query = parse_query(
        '비디오 "언어 모델" -로봇 author:"Yann LeCun" since:2024 votes:>20 has:code sort:votes 생성', TODAY
    )
    assert query.terms == ("비디", "디오", "언어", "모델", "생성")
    assert query.plain.split() == ["비디오", '"언어', '모델"', "생성"]
    assert query.excluded == (Phrase("로봇", exact=False),)
    assert query.required == (
        Phrase("언어 모델"),
        Author(("yann", "lecun")),
        Days(first=date(2024, 1, 1)),
        Votes(21),
        HasCode(),
    )
    assert query.sort is Sort.VOTES


@pytest.mark.parametrize("text", ['"2402.08609"', "2402.08609 sort:votes", "arXiv:2402.08609 votes:>5 -survey"])
def test_an_id_is_known_among_conditions(text: str) -> None:
    assert parse_query(text).arxiv_id == "2402.08609"


def test_the_number_of_conditions_is_bounded() -> None:
    query = parse_query("-a " * 40 + '"b c" votes:>1')
    assert len(query.excluded) == MAX_CONDITIONS
    assert query.required == ()
    assert "b" in query.terms


PIECES = (
    *'"“”「」『-－:：<>=.~ ,()',
    *("author:", "저자:", "title:", "date:", "since:", "votes:", "has:code", "sort:", "http://"),
    *(" ", "2024-02", "..", ">20", "어제", "로봇", "강화 학습", "Yann", "LeCun", "을", "a", "␣", "e\u0301", "\u200b"),
)
TYPED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@given(TYPED)
def test_any_text_parses_and_says_the_same_again_from_buttons(text: str) -> None:
    query = parse_query(text, TODAY)
    assert len(query.plain) == len(query.text) <= MAX_QUERY_CHARS
    assert all(query.plain[word.start : word.end].strip() for word in query.words)
    parts = [query.text[start : start + 80].replace(" ", "␣") for start in range(0, MAX_QUERY_CHARS, 80)]
    assert parse_query("".join(parts).replace("␣", " "), TODAY) == query


@given(
    TYPED,
    st.sampled_from([(None, ()), ("Yann LeCun", ("yann", "lecun")), ('A "B"\x00-c:d', ("a", "b", "c", "d"))]),
    st.sampled_from([(None, date.min), ("2024-01", date(2024, 1, 1)), ("어제", date(2024, 6, 13))]),
    st.sampled_from([(None, date.max), ("2024년 2월", date(2024, 2, 29)), ("2. 14.", date(2024, 2, 14))]),
    st.none() | st.integers(0, 10**6),
    st.booleans(),
    st.none() | st.sampled_from(Sort),
)
def test_options_say_in_the_query_what_they_say_beside_it(
    text: str,
    author: tuple[str | None, tuple[str, ...]],
    since: tuple[str | None, date],
    until: tuple[str | None, date],
    votes: int | None,
    code: bool,
    sort: Sort | None,
) -> None:
    alone = parse_query(text[:60], TODAY)
    together = parse_query(
        with_options(text[:60], author=author[0], since=since[0], until=until[0], votes=votes, code=code, sort=sort),
        TODAY,
    )
    options: list[Condition] = []
    options += [Author(author[1])] if author[0] else []
    options += [Days(first=since[1])] if since[0] else []
    options += [Days(last=until[1])] if until[0] else []
    options += [Votes(least=votes)] if votes is not None else []
    options += [HasCode()] if code else []
    assert together.required[: len(options)] == tuple(options)
    assert [type(each) for each in together.required[len(options) :]] == [type(each) for each in alone.required]
    assert together.excluded == alone.excluded
    assert together.sort is (sort or alone.sort)
    # Next to options, a field without a value is not all there is.
    assert together.terms == alone.terms or alone.plain == alone.text


def test_long_options_are_cut_so_that_all_of_them_fit() -> None:
    text = with_options(
        "로봇 " * 100,
        author="가나 " * 100,
        since="2" * 500,
        until="3" * 500,
        votes=10**50,
        code=True,
        sort=Sort.RELEVANCE,
    )
    query = parse_query(text)
    assert query.shortened
    assert query.sort is Sort.RELEVANCE
    assert HasCode() in query.required
    assert "로봇" in query.plain
    [author, *_] = query.required
    assert isinstance(author, Author)
    assert 0 < len(" ".join(author.words)) <= MAX_OPTION_CHARS


def test_options_without_anything_to_say_change_nothing() -> None:
    assert with_options("로봇") == "로봇"
    assert with_options("로봇", author="!?", since=" ", until='"') == "로봇"
    assert with_options("", author="Yann LeCun", since="2024-01") == 'author:"Yann LeCun" since:2024-01'


@pytest.mark.parametrize("text", [*HOSTILE, '"' * 100_000, 'author:"' * 50_000, "-a:" * 50_000, "date:2024.." * 9_000])
def test_hostile_syntax_is_bounded(text: str) -> None:
    query = parse_query(text, TODAY)
    assert len(query.required) + len(query.excluded) <= MAX_CONDITIONS
    assert len(with_options(text, author=text, since=text, until=text)) < len(text) + MAX_QUERY_CHARS

"""One notion of about: the same word gives the same number wherever papers are counted."""

from __future__ import annotations

from retrieval.library import Library

TERMS = (
    "강화학습", "강화 학습", "확산 모델", "확산모델", "diffusion model", "LLM", "월드 모델", "world model", "음성 합성",
    "로봇", "비디오 생성", "환각", "한국어", "transformer", "디퓨전", "diffsion", "자율주행", "화학", "Yejin Choi",
    "quantum", "강화학습 로봇", "video diffusion", "데이터셋", "SAM 2", "mixture of experts",
)  # fmt: skip

QUERY = "확산 모델 비디오"


async def listed(library: Library, query: str) -> set[str]:
    found = await library.search(query, 1_000)
    ids = {hit.paper.arxiv_id for hit in found.hits}
    assert len(ids) == len(found.hits) == found.total, query
    return ids


async def test_a_word_has_one_number_everywhere(library: Library) -> None:
    for term in TERMS:
        ids = await listed(library, term)
        assert await listed(library, f"{term} sort:votes") == ids, term
        assert await listed(library, f"{term} sort:date") == ids, term
        assert await library.matching(term) == ids, term
        assert set(await library.ranked(library.parse(term))) == ids, term
        assert (await library.trends([term], 24)).series[0].ever == len(ids), term


async def test_a_condition_lets_nothing_in(library: Library) -> None:
    for term in TERMS:
        without = await listed(library, term)
        for condition in ("votes:>20", "since:2024-03", "has:code", "-언어", "until:2024-02-01 votes:>=5"):
            assert await listed(library, f"{term} {condition}") <= without, (term, condition)


async def test_spaces_make_no_difference(library: Library) -> None:
    for one, other in (("강화학습", "강화 학습"), ("확산모델", "확산 모델"), ("비디오생성", "비디오 생성")):
        assert await listed(library, one) == await listed(library, other) != set()


async def test_what_is_near_follows_what_is_about_and_is_marked(library: Library) -> None:
    strict, loose = await library.search(QUERY, 1_000), await library.search(QUERY, 1_000, loose=True)
    assert loose.total == strict.total
    assert loose.near_total == strict.near_total > 0
    assert [hit.loose for hit in loose.hits] == [False] * strict.total + [True] * strict.near_total
    assert [hit.paper for hit in loose.hits[: strict.total]] == [hit.paper for hit in strict.hits]
    page = await library.search(QUERY, 1, strict.total, loose=True)
    assert [hit.loose for hit in page.hits] == [True]


async def test_where_nothing_is_about_it_the_nearest_are_kept_apart(library: Library) -> None:
    result = await library.search("로봇 보험 설계")
    assert (result.hits, result.total) == ((), 0)
    assert 0 < len(result.near) <= 10
    assert all(hit.loose for hit in result.near)


async def test_the_condition_that_leaves_nothing_is_named_with_what_is_there_without_it(library: Library) -> None:
    robots = (await library.search("로봇")).total
    result = await library.search("로봇 votes:>5000 since:2024-01")
    assert (result.total, [count for _, count in result.without]) == (0, [robots])
    assert (await library.search("김치찌개 votes:>5000")).without == ()
    both = await library.search("로봇 votes:>5000 until:2020")
    assert both.without == ((None, robots),)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.snippet import clip, snippet

TEXT = "모델의 크기를 키우면 성능이 떨어지지만 전문가 혼합을 쓰면 강화학습에서도 확장이 된다는 것을 보였습니다"


def test_a_short_text_is_shown_whole() -> None:
    assert snippet(TEXT, ((0, 3),), 200).text == TEXT


def test_line_breaks_become_spaces() -> None:
    assert snippet("a\n- b", (), 50).text == "a - b"


def test_a_long_text_is_cut_around_the_first_match() -> None:
    start = TEXT.index("강화학습")
    shown = snippet(TEXT, ((start, start + 4),), 24)
    assert len(shown.text) <= 24
    assert [shown.text[a:b] for a, b in shown.spans] == ["강화학습"]
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_without_a_match_the_beginning_is_shown() -> None:
    shown = snippet(TEXT, (), 20)
    assert TEXT.startswith(shown.text[:-1])
    assert shown.text.endswith("…")


def test_what_ends_with_a_sentence_needs_no_ellipsis() -> None:
    assert snippet("성능이 좋아졌습니다. 그래서 더 빠릅니다.", (), 14).text == "성능이 좋아졌습니다."


@given(st.text(alphabet="가나 ab\n", max_size=120), st.integers(10, 60), st.data())
def test_marked_words_stay_the_same_words(text: str, limit: int, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    shown = snippet(text, spans, limit)
    assert len(shown.text) <= limit
    flat = text.replace("\n", " ")
    marked = {flat[start:end] for start, end in spans}
    for start, end in shown.spans:
        assert 0 <= start < end <= len(shown.text)
        assert any(shown.text[start:end] in one for one in marked)


@given(st.text(max_size=50), st.integers(1, 60))
def test_clipping_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit
    assert clip(text, 50) == text

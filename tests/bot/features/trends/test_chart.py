"""The chart as a picture: that it shows what it should, and nothing that it should not."""

from __future__ import annotations

import io
from datetime import date
from itertools import count

import pytest
from PIL import Image

from bot.features.trends.chart import HEIGHT, WIDTH, draw
from bot.rendering.language import Language
from retrieval.trends.trends import Series, Trends
from tests.retrieval.papers import HOSTILE

BLUE, RED = (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00)


def trends(*terms: tuple[str, tuple[int, ...]], papers: tuple[int, ...]) -> Trends:
    months = tuple(date(2023 + (5 + n) // 12, (5 + n) % 12 + 1, 1) for n in range(len(papers)))
    return Trends(
        months, papers, tuple(Series(term, (), counts, sum(counts), scattered=False) for term, counts in terms)
    )


def picture(shown: Trends, language: Language = "ko") -> Image.Image:
    return Image.open(io.BytesIO(draw(shown, language))).convert("RGB")


def columns(image: Image.Image, colour: tuple[int, int, int], above: int) -> list[int]:
    """Where in the plot there is some of `colour`, from left to right."""
    plot = image.crop((0, above, WIDTH, HEIGHT))
    pixels = plot.load()
    assert pixels
    return [x for x in range(plot.width) if any(pixels[x, y] == colour for y in range(plot.height))]


def test_the_picture_is_a_light_png_of_the_size_it_says() -> None:
    image = Image.open(io.BytesIO(draw(trends(("LLM", (1, 2)), papers=(3, 4)), "en")))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    corner = image.convert("RGB").getpixel((3, 3))
    assert isinstance(corner, tuple)
    assert min(corner) > 240


def test_months_without_digests_break_the_line() -> None:
    whole = columns(picture(trends(("LLM", (5, 5, 5, 5, 5)), papers=(9, 9, 9, 9, 9))), BLUE, above=200)
    broken = columns(picture(trends(("LLM", (5, 5, 0, 5, 5)), papers=(9, 9, 0, 9, 9))), BLUE, above=200)
    assert len(whole) > 0.9 * (whole[-1] - whole[0])
    assert not [x for x in broken if 0.4 * WIDTH < x < 0.6 * WIDTH]
    assert (broken[0], broken[-1]) == (whole[0], whole[-1])


def test_more_papers_are_drawn_higher() -> None:
    image = picture(trends(("a", (1, 9)), ("b", (9, 1)), papers=(20, 20)))
    plot = image.crop((0, 220, WIDTH // 2, HEIGHT))
    pixels = plot.load()
    assert pixels
    heights = {
        colour: next(y for y in range(plot.height) if any(pixels[x, y] == colour for x in range(plot.width)))
        for colour in (BLUE, RED)
    }
    assert heights[RED] < heights[BLUE]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("months", [1, 2, 12, 13, 24])
def test_all_numbers_of_months_and_terms_are_drawn(language: Language, months: int) -> None:
    numbers = count(900)
    series = [
        (f"아주 긴 용어 이름 {'가나다라' * 12} {n}", tuple(next(numbers) for _ in range(months))) for n in range(4)
    ]
    image = picture(trends(*series, papers=tuple(range(1000, 1000 + months))), language)
    assert len(image.getcolors(1 << 24) or ()) > 50


def test_a_long_term_stays_within_its_half_of_the_legend() -> None:
    image = picture(trends(("확산" * 30, (1, 2)), ("b", (2, 1)), papers=(9, 9)))
    between = image.crop((WIDTH // 2 - 14, 130, WIDTH // 2 - 4, 180))
    assert between.getcolors() == [(500, (0xFC, 0xFC, 0xFB))]


def test_korean_is_drawn_in_letters_and_not_as_missing_ones() -> None:
    def of(term: str) -> bytes:
        return picture(trends((term, (1,)), papers=(1,))).crop((100, 130, 600, 180)).tobytes()

    assert len({of("확산 모델"), of("학신 모들"), of("강화 학습")}) == 3


def test_what_could_be_a_formula_or_markup_is_drawn_as_it_stands() -> None:
    def of(term: str) -> bytes:
        return picture(trends((term, (1,)), papers=(1,))).tobytes()

    assert of("$\\alpha$") != of("α")
    assert of("$\\frac{") != of("<b>x</b>")


@pytest.mark.parametrize("term", HOSTILE)
def test_any_term_can_be_drawn(term: str) -> None:
    assert picture(trends((term, (0, 3)), papers=(0, 4))).size == (WIDTH, HEIGHT)


def test_the_same_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = trends(("once", (1, 2)), papers=(3, 4))
    first = draw(shown, "ko")
    monkeypatch.delattr(Image, "new")
    assert draw(trends(("once", (1, 2)), papers=(3, 4)), "ko") is first

"""The chart as a picture: that it shows what it should, and nothing that it should not."""

from __future__ import annotations

import io
from calendar import monthrange
from datetime import date
from itertools import count

import pytest
from PIL import Image

from bot.features.trends.chart import draw
from bot.features.trends.plot import HEIGHT, RIGHT, WIDTH, Plot, years
from bot.rendering.language import Language
from retrieval.trends.trends import Series, Trends
from tests.retrieval.papers import HOSTILE

BLUE, RED, GROUND = (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00), (0xFC, 0xFC, 0xFB)


def trends(*terms: tuple[str, tuple[int, ...]], papers: tuple[int, ...], last_day: int = 31) -> Trends:
    """The months from June 2023 on, of which the newest has papers up to `last_day`."""
    months = tuple(date(2023 + (5 + n) // 12, (5 + n) % 12 + 1, 1) for n in range(len(papers)))
    series = tuple(Series(term, (), counts, sum(counts), scattered=False) for term, counts in terms)
    newest = months[-1]
    last = newest.replace(day=min(last_day, monthrange(newest.year, newest.month)[1]))
    return Trends(months, papers, series, last)


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


def highest(image: Image.Image, colour: tuple[int, int, int], left: int, right: int) -> int:
    """The row of the highest pixel of `colour` in a part of the plot."""
    pixels = image.load()
    assert pixels
    return next(y for y in range(240, HEIGHT) if any(pixels[x, y] == colour for x in range(left, right)))


def test_a_larger_share_is_drawn_higher_though_it_is_fewer_papers() -> None:
    image = picture(trends(("LLM", (64, 22)), papers=(500, 116), last_day=9))
    assert highest(image, BLUE, WIDTH // 2, WIDTH) < highest(image, BLUE, 0, WIDTH // 2)


def test_the_way_to_a_month_that_runs_is_dashed_and_its_mark_open() -> None:
    shares = ("LLM", (5, 5, 5))
    over, runs = trends(shares, papers=(9, 9, 9)), trends(shares, papers=(9, 9, 9), last_day=9)
    last, middle = (round(Plot(runs).x(column)) for column in (2, 1))
    whole, dashed = (columns(picture(shown), BLUE, above=240) for shown in (over, runs))
    assert set(range(middle + 15, last - 15)) <= set(whole)
    assert len([x for x in dashed if middle < x < last]) < 0.8 * (last - middle)
    assert set(range(round(Plot(runs).x(0)) + 15, middle - 15)) <= set(dashed)
    height = round(Plot(runs).y(500 / 9))
    assert picture(over).getpixel((last, height)) == BLUE
    assert picture(runs).getpixel((last, height)) == GROUND


def test_the_day_that_a_running_month_goes_up_to_is_written_below_it() -> None:
    def below(day: int) -> bytes:
        return picture(trends(("LLM", (5, 5)), papers=(9, 9), last_day=day)).crop((900, 770, WIDTH, 830)).tobytes()

    assert below(9) != below(10)
    assert below(31) not in (below(9), below(10))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("papers", [(9, 0, 4), (0, 0, 4), (4,)])
def test_a_running_month_after_a_gap_is_an_open_mark_alone(language: Language, papers: tuple[int, ...]) -> None:
    shown = trends(("LLM", tuple(count // 2 for count in papers)), papers=papers, last_day=9)
    piece = list(Plot(shown).pieces(shown.series[0]))[-1]
    assert (piece.solid, len(piece.dashed)) == ((), 1)
    assert picture(shown, language).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("count", "papers", "last", "step"),
    [(9, 9, 100, 20), (1, 3, 40, 10), (1, 1000, 0.1, 0.02), (0, 9, 0.2, 0.2), (43, 100, 50, 10)],
)
def test_the_axis_goes_from_nothing_to_just_above_the_largest_share(
    count: int, papers: int, last: float, step: float
) -> None:
    ticks = Plot(trends(("LLM", (count,)), papers=(papers,))).ticks
    assert ticks[0] == 0
    assert ticks[1] == pytest.approx(step)
    assert ticks[-1] == pytest.approx(last)


def test_years_stand_clear_of_one_another_and_of_the_note() -> None:
    plot = Plot(trends(("LLM", (1,) * 24), papers=(9,) * 24, last_day=9))
    assert years(plot, end=WIDTH) == {0: 2023, 7: 2024, 19: 2025}
    assert years(plot, end=RIGHT - 360) == {0: 2023, 7: 2024}
    assert years(Plot(trends(("LLM", (1,) * 8), papers=(9,) * 8)), end=WIDTH) == {0: 2023, 7: 2024}


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
    between = image.crop((WIDTH // 2 - 14, 150, WIDTH // 2 - 4, 200))
    assert between.getcolors() == [(500, GROUND)]


def test_korean_is_drawn_in_letters_and_not_as_missing_ones() -> None:
    def of(term: str) -> bytes:
        return picture(trends((term, (1,)), papers=(1,))).crop((100, 150, 600, 200)).tobytes()

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

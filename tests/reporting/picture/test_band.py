from collections.abc import Iterable

from tests.factory import day
from tracker.domain.bounds import DayBounds
from tracker.reporting.picture.band import band_items
from tracker.reporting.picture.scales import Scale, time_scale
from tracker.reporting.picture.scene import Areas, Item, Lines

START, END = day("2024-01-01"), day("2024-01-31")
ACROSS = time_scale(START, END, 0.0, 300.0)
UP = Scale(low=0, high=1_000, start=200.0, end=0.0)


def items(*rows: tuple[str, int | None, int | None]) -> list[Item]:
    """The band of these bounds."""
    return band_items([DayBounds(day(on), low, high) for on, low, high in rows], (START, END), ACROSS, UP)


def heights(drawn: Iterable[Item], kind: type[Areas] | type[Lines]) -> list[list[int]]:
    """The heights, as numbers on the axis, that each area or line reaches."""
    groups = []
    for item in drawn:
        if isinstance(item, kind):
            paths = item.outlines if isinstance(item, Areas) else item.paths if isinstance(item, Lines) else ()
            groups += [sorted({round((200.0 - y) * 5) for _, y in path}) for path in paths]
    return groups


def test_known_bounds_are_one_stepped_area() -> None:
    """The band steps where a bound changes."""
    drawn = items(("2024-01-01", 100, 500), ("2024-01-11", 200, 500))

    assert [[100, 200, 500]] == heights(drawn, Areas)
    assert [[100, 200], [500]] == heights(drawn, Lines)


def test_an_open_end_fades_and_has_no_edge() -> None:
    """Above an open low there is no line, and the fade does not reach the top as if that were known."""
    drawn = items(("2024-01-01", 100, None))

    assert [[100]] == heights(drawn, Lines)
    assert 8 == len(heights(drawn, Areas))
    assert max(max(group) for group in heights(drawn, Areas)) < 300


def test_an_open_low_is_not_drawn_to_zero() -> None:
    """Below an upper bound alone the fade ends short of 0."""
    drawn = items(("2024-01-01", None, 900))

    assert [[900]] == heights(drawn, Lines)
    assert min(min(group) for group in heights(drawn, Areas)) > 700


def test_a_fade_stays_inside_the_panel() -> None:
    """Near the top of the axis the fade ends there."""
    assert 1_000 == max(max(group) for group in heights(items(("2024-01-01", 990, None)), Areas))


def test_where_nothing_is_known_nothing_is_drawn() -> None:
    """No bounds, no band."""
    assert [] == items()
    assert [] == items(("2024-01-01", None, None))


def test_bounds_from_before_begin_with_the_chart() -> None:
    """A row that holds from earlier on is drawn from the first day, and the last one through the last day."""
    drawn = items(("2023-06-01", 100, 500))
    area = next(item for item in drawn if isinstance(item, Areas))

    assert (ACROSS.on(START), ACROSS.on(day("2024-02-01"))) == (
        min(x for x, _ in area.outlines[0]),
        max(x for x, _ in area.outlines[0]),
    )

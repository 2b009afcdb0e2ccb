from dataclasses import replace

import pytest

from tests.factory import day, figure
from tests.reporting.panels import abducted, conflict, panel, returned
from tracker.domain.bounds import DayBounds
from tracker.domain.errors import NothingFound
from tracker.domain.finding import Severity
from tracker.reporting.compose import NAMED_SOURCES, compose
from tracker.reporting.crowd import DENSE
from tracker.reporting.drawing import Shape, shape_of


@pytest.mark.parametrize(
    ("value", "shape", "number"),
    [
        ("388", Shape.DOT, 388),
        ("at least 19,500", Shape.UP, 19_500),
        ("more than 19,500", Shape.UP, 19_501),
        ("fewer than 400", Shape.DOWN, 399),
        ("at most 400", Shape.DOWN, 400),
        ("about 500", Shape.BAR, 525),
        ("nearly 500", Shape.BAR, 499),
    ],
)
def test_hedges_are_drawn_as_what_they_say(value: str, shape: Shape, number: int) -> None:
    """Exact figures are dots, one-sided ones arrows from their bound, ranges bars."""
    mark = compose([panel(figure(value=value))]).panels[0].totals[0]

    assert (shape, number) == (mark.shape, mark.number)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 0, Shape.DOT), (0, 399, Shape.DOWN), (None, 399, Shape.DOWN), (0, None, Shape.UP), (1, 399, Shape.BAR)],
)
def test_a_low_of_zero_says_nothing_from_below(low: int | None, high: int | None, expected: Shape) -> None:
    """Bounds from 0 are drawn as an upper bound, not as a bar down to 0."""
    assert expected == shape_of(low, high)


def test_each_basis_has_its_own_place() -> None:
    """Totals, batches and periods are kept apart, each in order of time."""
    drawn = compose([returned()]).panels[0]

    assert [1, 2, 3, 4, 5] == [mark.figure for mark in drawn.totals]
    assert [7, 8, 6] == [mark.figure for mark in drawn.batches]
    assert [9] == [mark.figure for mark in drawn.periods]


def test_totals_of_parts_are_counted_as_not_drawn_and_their_batches_are_drawn() -> None:
    """A total about an oblast is no total of the whole; a batch from there is one of the whole's."""
    drawn = compose([returned()]).panels[0]

    assert 1 == drawn.undrawn
    assert [False, False, True] == [mark.part for mark in drawn.batches]


def test_a_figure_without_a_number_is_not_drawn() -> None:
    """An unknown number has no mark and is counted as not drawn."""
    drawn = compose([panel(figure(), figure(value="unknown", low=None, high=None, hedge="unknown"))]).panels[0]

    assert ([1], 1) == ([mark.figure for mark in drawn.marks], drawn.undrawn)


def test_figures_set_aside_stay_visible() -> None:
    """A figure that the bounds leave out is drawn, and marked as such."""
    assert {3} == {mark.figure for mark in compose([returned()]).panels[0].marks if mark.aside}


def test_an_inexact_date_keeps_its_extent() -> None:
    """A total of a month is drawn over the month."""
    mark = compose([returned()]).panels[0].totals[1]

    assert (day("2023-11-01"), day("2023-11-30")) == (mark.first, mark.last)


def test_a_period_begins_on_its_first_day() -> None:
    """A count over a period is drawn from `since`."""
    mark = compose([returned()]).panels[0].periods[0]

    assert (day("2024-01-01"), day("2024-04-01")) == (mark.first, mark.last)


def test_the_axis_spans_the_figures() -> None:
    """Without limits the chart begins with the first figure and ends with the last."""
    drawing = compose([returned(), abducted()])

    assert (day("2023-08-25"), day("2024-04-04")) == (drawing.start, drawing.end)


def test_limits_leave_figures_out_and_carry_bounds_in() -> None:
    """Figures outside two days are left out; the bounds that hold on the first day are kept."""
    drawing = compose([returned()], since=day("2024-02-15"), until=day("2024-03-15"))

    assert [4, 8, 9] == [mark.figure for mark in drawing.panels[0].marks]
    assert (DayBounds(day("2023-11-30"), 400, 517), DayBounds(day("2024-03-01"), 490, 510)) == drawing.panels[0].band
    assert (day("2024-02-15"), day("2024-03-15")) == (drawing.start, drawing.end)


def test_bounds_after_the_last_day_are_not_shown() -> None:
    """What holds after the chart's end is not stated for its end."""
    assert DayBounds(day("2024-04-04"), 517, 517) == compose([returned()]).panels[0].now


def test_panels_without_figures_in_view_are_left_out() -> None:
    """An indicator of which nothing can be drawn has no panel."""
    drawing = compose([returned(), panel(indicator="located")])

    assert ["returned"] == [drawn.indicator for drawn in drawing.panels]


def test_nothing_to_draw_says_what_was_looked_for() -> None:
    """An empty chart is no chart: one line names the indicators and the days."""
    with pytest.raises(NothingFound, match="returned since 2025-01-01"):
        compose([returned()], since=day("2025-01-01"))


def test_no_panel_at_all_is_nothing_found() -> None:
    """A chart of no indicator is nothing found either."""
    with pytest.raises(NothingFound, match="no indicator"):
        compose([])


def test_conflicts_are_numbered_gravest_and_largest_first() -> None:
    """Errors come before warnings, then larger misses; notes without proof have no number."""
    mild = conflict(1, 2, misses_by=500, severity=Severity.WARNING, check="dispute")
    small, large = conflict(1, 3, misses_by=2), conflict(2, 3, misses_by=9)
    unproved = conflict(severity=Severity.NOTE, check="silence")
    drawing = compose([panel(figure(), figure(), figure(), findings=[mild, unproved, small, large])])

    assert [(1, large.id), (2, small.id), (3, mild.id)] == [(one.number, one.finding.id) for one in drawing.conflicts]
    assert [(2, 3), (1, 3), (1, 2)] == [mark.rings for mark in drawing.panels[0].totals]


def test_a_conflict_of_figures_out_of_view_has_no_number() -> None:
    """Only conflicts that ring something are listed."""
    assert () == compose([returned()], since=day("2024-03-01")).conflicts


def test_a_conflict_between_panels_is_numbered_once() -> None:
    """A finding that two panels report is one conflict."""
    finding = conflict(1, 101)
    drawing = compose(
        [panel(figure(), findings=[finding]), panel(figure("abducted"), findings=[finding], first_id=101)]
    )

    assert [(1,), (1,)] == [drawn.totals[0].rings for drawn in drawing.panels]


def test_the_most_frequent_sources_have_a_colour() -> None:
    """At most four sources are named, by their largest share of a panel's totals, in a fixed order."""
    figures = [figure(source=name) for name in "aaabbcdef"]

    assert ("a", "b", "c", "d") == compose([panel(*figures)]).named
    assert 4 == NAMED_SOURCES


def test_a_break_out_of_view_is_not_drawn() -> None:
    """Only breaks between the first and the last day are shown."""
    assert (("Children of War", day("2024-01-15")),) == compose([returned()]).panels[0].breaks
    assert () == compose([returned()], since=day("2024-03-01")).panels[0].breaks


def test_the_order_of_figures_does_not_matter() -> None:
    """Figures given in another order make the same marks."""
    one = returned()
    other = replace(one, figures=one.figures[::-1])

    assert compose([one]).panels == compose([other]).panels


def test_a_crowd_is_drawn_as_its_envelope() -> None:
    """With more totals than two to a pixel column only notable ones keep a mark of their own; none is lost."""
    figures = [figure(value=str(number), as_of="2024-01-01") for number in range(DENSE)]
    few = compose([panel(*figures)]).panels[0]
    many = compose([panel(*figures, figure(value="7", as_of="2024-02-01"), set_aside=[5])]).panels[0]

    assert (DENSE, 0, ()) == (len(few.totals), few.crowded, few.crowd)
    assert [1, 5, DENSE + 1] == [mark.figure for mark in many.totals]
    assert DENSE - 2 == many.crowded
    assert [(1, DENSE - 1)] == [(column.low, column.high) for column in many.crowd]

from tests.factory import day, figure
from tests.reporting.panels import conflict, panel, returned
from tracker.domain.bounds import DayBounds
from tracker.domain.finding import Severity
from tracker.reporting.overview import Change, overview


def test_a_row_has_the_bounds_of_the_day() -> None:
    """Bounds are those in force at the end of the day asked for."""
    assert [(517, 517), (517, None), (400, 517)] == [
        (row.low, row.high)
        for on in ("2024-04-04", "2024-04-05", "2024-01-01")
        for row in overview([returned()], day(on))
    ]


def test_before_any_figure_there_is_nothing() -> None:
    """A day before the first figure has a row without bounds, figure or change."""
    row = overview([returned()], day("2020-01-01"))[0]

    assert (None, None, None, None, 0) == (row.low, row.high, row.last, row.change, row.figures)


def test_the_last_figure_speaks_of_the_latest_day() -> None:
    """Later days come first; on one day a total comes before a batch."""
    of = panel(
        figure(value="388", as_of="2024-04-04"),
        figure(value="+7", as_of="2024-04-04"),
        figure(value="386", as_of="2024-01-01"),
        figure(value="400", as_of="2025-01-01"),
    )

    last = overview([of], day("2024-12-31"))[0].last
    assert last is not None
    assert 1 == last.id


def test_the_last_change_is_a_rise_of_the_provable_minimum() -> None:
    """That an upper end opens again after the last figure is no change."""
    assert (
        Change(
            on=day("2024-04-04"),
            before=DayBounds(day("2024-03-01"), 490, 510),
            after=DayBounds(day("2024-04-04"), 517, 517),
        )
        == overview([returned()], day("2025-01-01"))[0].change
    )


def test_the_first_bounds_are_a_change_from_nothing() -> None:
    """Before the first bound there was none."""
    change = overview([returned()], day("2023-09-20"))[0].change

    assert Change(on=day("2023-09-13"), before=None, after=DayBounds(day("2023-09-13"), 386, 386)) == change


def test_without_a_lower_bound_the_upper_one_tells() -> None:
    """A count that is only bounded from above changes when that bound does."""
    of = panel(bounds=[("2024-01-01", None, 300), ("2024-02-01", None, 400), ("2024-03-01", None, None)])

    change = overview([of], day("2024-12-31"))[0].change
    assert change is not None
    assert day("2024-02-01") == change.on


def test_findings_are_counted_by_severity() -> None:
    """Each severity has a number, none where there is nothing."""
    of = panel(findings=[conflict(1, 2), conflict(1, 3), conflict(2, 3, severity=Severity.WARNING)])

    assert {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0} == overview([of], day("2024-12-31"))[0].findings

from tests.factory import figure
from tests.reporting.panels import conflict, panel
from tracker.domain.figure import Figure
from tracker.reporting.compose import compose
from tracker.reporting.phrases import phrases
from tracker.reporting.picture.batches import batch_items
from tracker.reporting.picture.scales import Scale, time_scale
from tracker.reporting.picture.scene import Areas, Item, Lines, Symbols, Text
from tracker.reporting.picture.style import ASIDE

UP = Scale(low=0, high=40, start=40.0, end=0.0)


def items(*figures: Figure, set_aside: tuple[int, ...] = (), ringed: bool = False) -> list[Item]:
    """The batches of a panel."""
    findings = [conflict(*range(1, len(figures) + 1))] if ringed else []
    drawing = compose([panel(*figures, set_aside=set_aside, findings=findings)])
    across = time_scale(drawing.start, drawing.end, 0.0, 500.0)
    return batch_items(drawing.panels[0].batches, (), across, UP, phrases("en"))


def bars(drawn: list[Item]) -> list[tuple[list[int], bool]]:
    """From where to where each bar goes, and whether it is hollow."""
    return [
        (sorted({round(40 - y) for _, y in outline}), bool(item.edge))
        for item in drawn
        if isinstance(item, Areas)
        for outline in item.outlines
    ]


def test_a_batch_is_a_bar_from_zero() -> None:
    """An exact batch is full up to its number, which stands on it."""
    drawn = items(figure(value="+31"))

    assert [([0, 31], False)] == bars(drawn)
    assert ["31"] == [item.text for item in drawn if isinstance(item, Text)]


def test_what_is_not_sure_of_a_batch_is_hollow() -> None:
    """At most 20 is hollow from 0; a range is full up to its low and hollow above."""
    assert [([0, 20], True)] == bars(items(figure(value="at most 20", basis="event")))
    assert [([0, 10], False), ([10, 12], True)] == bars(items(figure(value="10–12", low=10, high=12, basis="event")))


def test_at_least_so_many_is_open_above() -> None:
    """A batch without an upper bound has an arrow on its bar."""
    drawn = items(figure(value="at least 9", basis="event"))

    assert [([0, 9], False)] == bars(drawn)
    assert [("up", 31)] == [(item.symbol, round(item.at[0][1])) for item in drawn if isinstance(item, Symbols)]


def test_a_batch_set_aside_is_hollow_and_grey() -> None:
    """It stays visible."""
    drawn = items(figure(value="+31"), set_aside=(1,))

    assert [([0, 31], True)] == bars(drawn)
    assert {ASIDE} == {item.edge for item in drawn if isinstance(item, Areas)}


def test_a_batch_of_a_month_has_a_line_over_the_month() -> None:
    """An inexact date has an extent; an exact one has none."""
    early = figure(value="+1", as_of="2024-01-01")

    assert any(isinstance(item, Lines) for item in items(early, figure(value="+31", as_of="2024-03")))
    assert not any(isinstance(item, Lines) for item in items(early, figure(value="+31", as_of="2024-03-04")))


def test_numbers_of_neighbours_do_not_run_into_each_other() -> None:
    """Of two batches of neighbouring days only the larger bears its number; a ring leaves no room for one."""
    days = [
        figure(value=f"+{number}", as_of=on)
        for number, on in ((9, "2024-01-01"), (12, "2024-06-01"), (31, "2024-06-02"))
    ]

    assert ["31", "9"] == [item.text for item in items(*days) if isinstance(item, Text)]
    assert [] == [item.text for item in items(*days, ringed=True) if isinstance(item, Text)]

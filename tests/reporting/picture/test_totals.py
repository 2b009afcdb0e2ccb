import pytest

from tests.factory import day, figure
from tests.reporting.panels import panel, returned
from tracker.domain.figure import Figure
from tracker.reporting.compose import compose
from tracker.reporting.panel import Panel
from tracker.reporting.picture.scales import Scale, time_scale
from tracker.reporting.picture.scene import Item, Lines, Symbols
from tracker.reporting.picture.style import ASIDE, NAMED, OTHER, PAPER
from tracker.reporting.picture.totals import total_items

UP = Scale(low=0, high=1_000, start=200.0, end=0.0)


def items(of: Panel, named: tuple[str, ...] = ()) -> list[Item]:
    """The totals of a panel."""
    drawing = compose([of])
    return total_items(drawing.panels[0], named, time_scale(drawing.start, drawing.end, 0.0, 300.0), UP)


def symbols(drawn: list[Item]) -> list[tuple[str, list[int], str, str]]:
    """Each symbol with its numbers, colour and fill."""
    return [
        (item.symbol, [round((200.0 - y) * 5) for _, y in item.at], item.colour, item.fill)
        for item in drawn
        if isinstance(item, Symbols)
    ]


def paths(drawn: list[Item]) -> list[list[int]]:
    """The numbers that each line runs through."""
    return [
        [round((200.0 - y) * 5) for _, y in path] for item in drawn if isinstance(item, Lines) for path in item.paths
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("388", ("dot", [388], OTHER, OTHER)),
        ("at least 380", ("up", [380], OTHER, PAPER)),
        ("fewer than 400", ("down", [399], OTHER, PAPER)),
    ],
)
def test_a_one_sided_figure_is_an_open_arrow_from_its_bound(
    value: str, expected: tuple[str, list[int], str, str]
) -> None:
    """Exact figures are filled dots; arrows are open and stand at the bound."""
    assert [expected] == symbols(items(panel(figure(value=value))))


def test_a_range_is_a_bar_from_low_to_high() -> None:
    """A bar has no dot in it that could be read as a number."""
    drawn = items(panel(figure(value="about 500")))

    assert [] == symbols(drawn)
    assert [[475, 525], [475, 475], [525, 525]] == paths(drawn)


def test_an_inexact_date_has_an_extent() -> None:
    """A total of a month has a level line over it; one of a day has none."""
    exact = figure(value="1", as_of="2024-01-01")
    month = paths(items(panel(exact, figure(as_of="2024-03"))))

    assert [388, 388] == month[0]
    assert 3 == len(month)
    assert [] == paths(items(panel(exact, figure(as_of="2024-03-15"))))


def test_figures_set_aside_are_hollow_and_grey() -> None:
    """They are visible, and told from the rest without colour too."""
    assert ("down", [299], ASIDE, PAPER) in symbols(items(returned()))


def test_a_line_joins_the_exact_totals_of_one_source_only() -> None:
    """No line between sources, through hedged figures, or through figures set aside."""
    figures: list[Figure] = [
        figure(value="100", as_of="2024-01-01", source="a"),
        figure(value="150", as_of="2024-01-05", source="b"),
        figure(value="at least 120", as_of="2024-01-10", source="a"),
        figure(value="999", as_of="2024-01-15", source="a"),
        figure(value="200", as_of="2024-01-20", source="a"),
    ]

    assert [[100, 200]] == paths(items(panel(*figures, set_aside=[4]), named=("a", "b")))


def test_no_line_crosses_a_break() -> None:
    """From the day of a break on, a source's line begins anew."""
    figures = [figure(value=str(number), as_of=f"2024-01-{number:02}", source="a") for number in (1, 10, 20, 28)]

    assert [[1, 10], [20, 28]] == [
        [round(number) for number in path]
        for path in paths(items(panel(*figures, breaks=[("a", "2024-01-20")]), named=("a",)))
    ]


def test_unnamed_sources_have_no_line() -> None:
    """Only sources with a colour of their own are joined."""
    figures = [figure(value="1", as_of="2024-01-01", source="a"), figure(value="2", as_of="2024-01-02", source="a")]

    assert [] == paths(items(panel(*figures), named=()))
    assert [NAMED[0]] == [colour for _, _, colour, _ in symbols(items(panel(*figures), named=("a",)))]


def test_the_middle_of_an_inexact_date_holds_the_mark() -> None:
    """The mark of a month sits at its middle."""
    drawing = compose([panel(figure(as_of="2024-04"))], since=day("2024-01-01"), until=day("2024-12-31"))
    across = time_scale(drawing.start, drawing.end, 0.0, 300.0)
    symbol = next(item for item in total_items(drawing.panels[0], (), across, UP) if isinstance(item, Symbols))

    assert (across.on(day("2024-04-01")) + across.on(day("2024-04-30"))) / 2 == symbol.at[0][0]

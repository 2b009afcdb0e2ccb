from tests.factory import day
from tests.reporting.panels import abducted, panel, returned
from tracker.reporting.trends import COLUMNS, trends, trends_as_csv


def test_a_month_has_the_bounds_of_its_end_and_its_change() -> None:
    """Bounds at each month's end, the change since the month before, the figures that speak of the month."""
    expected = """\
indicator,place,month,low,high,low_change,high_change,figures
returned,Ukraine,2023-09,386,517,,,1
returned,Ukraine,2023-10,386,517,0,0,0
returned,Ukraine,2023-11,400,517,14,0,1
returned,Ukraine,2023-12,400,517,0,0,0
returned,Ukraine,2024-01,400,517,0,0,1
returned,Ukraine,2024-02,400,517,0,0,2
returned,Ukraine,2024-03,490,510,90,-7,2
returned,Ukraine,2024-04,517,,27,,3
"""

    assert expected == trends_as_csv(trends([returned()], until=day("2024-04-30")))


def test_an_unfinished_month_stops_at_the_last_day() -> None:
    """The last month's bounds are those of the last day that counts, not of a day after it."""
    table = trends([returned()], until=day("2024-04-04"))

    assert ["2024-04", 517, 517] == table.iloc[-1][["month", "low", "high"]].tolist()


def test_the_first_month_asked_for_still_has_a_change() -> None:
    """A change is against the month before, shown or not."""
    table = trends([returned()], since=day("2024-03-15"), until=day("2024-03-31"))

    assert [["2024-03", 90]] == table[["month", "low_change"]].to_numpy().tolist()


def test_open_ends_are_missing_and_not_zero() -> None:
    """An open end, and a change to one, is missing."""
    last = trends([abducted()], until=day("2024-03-31")).iloc[-1]

    assert [False, True, True] == last[["low", "high", "high_change"]].isna().tolist()


def test_panels_follow_one_another() -> None:
    """Each panel has its months, in the order of the panels, from its own first figure."""
    table = trends([returned(), abducted()], until=day("2024-04-30"))

    assert ["returned", "abducted"] == list(dict.fromkeys(table["indicator"]))
    assert "2023-08" == table[table["indicator"] == "abducted"]["month"].iloc[0]


def test_a_panel_without_figures_has_its_month() -> None:
    """Silence is a row too: nothing is known, and no figure speaks."""
    table = trends([panel()], until=day("2024-04-30"))

    assert "returned,Ukraine,2024-04,,,,,0" == trends_as_csv(table).splitlines()[1]


def test_no_panel_makes_an_empty_table() -> None:
    """Without panels there is only the header."""
    assert ",".join(COLUMNS) + "\n" == trends_as_csv(trends([], until=day("2024-04-30")))

"""Sources that stopped, and months without a figure."""

from tests.consistency.checks.examples import told


def run(source: str, *days: str) -> str:
    """Totals of one source on these days; it is 1 February 2026."""
    return "\n".join(f'add returned 388 --source "{source}" --as-of {day}' for day in days)


def test_a_source_that_stopped_is_told_with_its_last_figure() -> None:
    """Sixty days and three of its usual intervals have passed."""
    assert [((3,), "no-figure-since=2025-11-21")] == [
        one for one in told("silence", run("A", "2025-11-07", "2025-11-14", "2025-11-21")) if "since" in one[1]
    ]


def test_a_source_that_speaks_rarely_may_take_its_time() -> None:
    """Half a year is no silence of a source that speaks every quarter."""
    quarterly = run("A", "2025-03-01", "2025-06-01", "2025-09-01")

    assert [] == [one for one in told("silence", quarterly) if "since" in one[1]]


def test_a_source_that_spoke_twice_has_no_habit() -> None:
    """And pages that name no source are none."""
    assert [] == told("silence", run("A", "2025-01-01", "2025-01-20"))
    assert [] == told("silence", run("unattributed", "2025-01-01", "2025-01-20", "2025-01-27"))


def test_a_month_without_a_figure_is_told_between_its_neighbours() -> None:
    """Whoever the figures are from."""
    figures = run("A", "2025-02-01") + "\n" + run("B", "2025-04-01")

    assert [((1, 2), "no-figure-in=2025-03-01")] == told("silence", figures)


def test_months_without_a_figure_that_follow_each_other_are_told_as_one() -> None:
    """From the first to the last."""
    assert [((1, 2), "no-figure-from=2024-12-01 no-figure-until=2025-03-01")] == told(
        "silence", run("A", "2024-11-30", "2025-04-01")
    )


def test_a_figure_speaks_of_all_months_of_its_span_and_of_the_one_it_was_published_in() -> None:
    """A yearly count leaves no month of its year silent."""
    spoken = """
        add returned 300 --source A --since 2024-01-01 --as-of 2024-12-31 --published 2025-02-03
        add returned 20 --source A --as-of 2025-01
        add returned 20 --source B --as-of 2025-03-03
    """

    assert [] == told("silence", spoken)

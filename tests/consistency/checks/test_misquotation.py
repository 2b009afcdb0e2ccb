"""A publisher against the source that it names."""

from tests.consistency.checks.examples import found, told

PORTAL = 'add abducted 19,546 --source "Children of War" --as-of 2025-03-04\n'


def test_a_figure_above_the_source_s_own_is_proved() -> None:
    """By how much they miss, and who credits what."""
    (finding,) = found(
        "misquotation",
        PORTAL + 'add abducted "at least 20,000" --source "Children of War" --publisher KI --as-of 2025-03-04',
    )

    assert ((1, 2), 454, "not-its-own@2") == (finding.figures, finding.misses_by, finding.detail)
    assert [2, 1] == [step.figure for step in finding.proof]


def test_all_pages_of_one_misquotation_are_told_together() -> None:
    """Each with its publisher."""
    pages = PORTAL + "".join(
        f'add abducted 20,000 --source "Children of War" --publisher {name} --as-of 2025-03-04\n' for name in "AB"
    )

    assert [((1, 2, 3), "not-its-own@2 not-its-own@3")] == told("misquotation", pages)


def test_what_the_source_said_before_is_quoted_rightly() -> None:
    """An old figure is stale, not misquoted."""
    corrected = """
        add abducted 19,514 --source "Children of War" --as-of 2023-03-28
        add abducted 19,499 --source "Children of War" --as-of 2023-06-19
        add abducted 19,514 --source "Children of War" --publisher KI --as-of 2023-06-20
    """

    assert [] == told("misquotation", corrected)


def test_a_newer_total_than_the_last_one_seen_first_hand_is_possible() -> None:
    """The source may have published it since."""
    newer = 'add abducted 19,600 --source "Children of War" --publisher KI --as-of 2025-04-04'

    assert [] == told("misquotation", PORTAL + newer)


def test_without_first_hand_figures_nothing_can_be_compared() -> None:
    """Two publishers that differ about a source are a contradiction, and neither is the source."""
    both = """
        add abducted 19,546 --source "Children of War" --publisher Babel --as-of 2025-03-04
        add abducted 20,000 --source "Children of War" --publisher KI --as-of 2025-03-04
    """

    assert [] == told("misquotation", both)


def test_what_the_source_said_later_makes_no_misquotation() -> None:
    """On the day of the page nobody could have read the source's later figure."""
    later = """
        add returned 1,233 --source "Ministry" --publisher KI --as-of 2025-03-04
        add returned 388 --source "Ministry" --as-of 2025-04-03
    """

    assert [] == told("misquotation", later)


def test_a_standing_count_is_compared_on_one_day_alone() -> None:
    """What is missing today may be found tomorrow, so another day's number rules nothing out."""
    falling = """
        add missing 2,100 --source "National Police" --as-of 2025-01-10
        add missing 1,900 --source "National Police" --publisher Babel --as-of 2025-02-10
    """

    assert [] == told("misquotation", falling)
    assert [((1, 2), "not-its-own@2")] == told("misquotation", falling.replace("02-10", "01-10"))

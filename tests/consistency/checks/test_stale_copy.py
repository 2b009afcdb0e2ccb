"""Words printed again after newer figures have left them behind."""

import pytest

from tests.consistency.checks.examples import told

FIRST = 'add abducted "over 19,500" --source "Children of War" --publisher KI --as-of 2023-12-16\n'
AGAIN = 'add abducted "over 19,500" --source "Children of War" --publisher KI --as-of 2024-02-20\n'


@pytest.mark.parametrize(
    "newer",
    [
        'add abducted 19,546 --source "Children of War" --as-of 2024-02-01\n',
        'add abducted "at least 19,520" --source "Children of War" --as-of 2024-02-01\n',
        'add abducted 19,546 --source "Children of War" --publisher Babel --as-of 2024-02-01\n',
    ],
    ids=["exact", "first-hand", "credited"],
)
def test_words_that_newer_figures_made_weak_are_stale(newer: str) -> None:
    """First-hand, or exact and credited to the same source."""
    assert [((1, 2, 3), "older-than@3=2")] == told("stale-copy", FIRST + newer + AGAIN)


@pytest.mark.parametrize(
    "newer",
    [
        'add abducted "at least 19,520" --source "Children of War" --publisher Babel --as-of 2024-02-01\n',
        'add abducted 19,546 --source "Dmytro Lubinets" --as-of 2024-02-01\n',
        'add abducted 19,546 --source "Children of War" --as-of 2024-03-01\n',
        'add abducted 19,546 --source "Children of War" --as-of 2023-09-13\n',
        'add abducted 19,546 --source "Children of War" --as-of 2024-02-01 --published 2024-03-01\n',
    ],
    ids=["hedged", "other-source", "later", "known-before", "unpublished"],
)
def test_words_are_not_stale_without_news(newer: str) -> None:
    """Only what a reader of the source could have learnt between the two prints leaves words behind."""
    assert [] == told("stale-copy", FIRST + newer + AGAIN)


def test_an_old_figure_under_its_own_day_is_no_stale_copy() -> None:
    """Who says "386 on 13 September" in February says nothing stale."""
    dated = """
        add returned 386 --source "Children of War" --as-of 2023-09-13
        add returned 388 --source "Children of War" --as-of 2024-02-01
        add returned 386 --source "Children of War" --publisher KI --as-of 2023-09-13 --published 2024-02-20
    """

    assert [] == told("stale-copy", dated)


def test_a_standing_count_may_come_back_to_a_number() -> None:
    """So the same words after a higher number are news."""
    risen_and_fallen = """
        add missing 1,900 --source "National Police" --as-of 2025-01-10
        add missing 2,100 --source "National Police" --as-of 2025-02-10
        add missing 1,900 --source "National Police" --as-of 2025-03-10
    """

    assert [] == told("stale-copy", risen_and_fallen)
    assert 1 == len(told("stale-copy", risen_and_fallen.replace("missing", "killed")))

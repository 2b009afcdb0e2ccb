"""Rises of totals against the batches recorded in between."""

import pytest

from tests.consistency.checks.examples import told

BEFORE = 'add returned 388 --source "Ministry of Reintegration" --as-of 2025-02-03\n'
AFTER = 'add returned 1,233 --source "Ministry of Reintegration" --as-of 2025-03-04\n'
BATCH = 'add returned +12 --source "Andriy Yermak" --as-of 2025-02-12\n'


def test_the_smallest_unexplained_number_is_told() -> None:
    """The rise, less the batches: 1,233 - 388 - 12 = 833."""
    assert [((1, 3), "unexplained=833 explained=12")] == told("unexplained-rise", BEFORE + BATCH + AFTER)


def test_hedges_count_in_favour_of_the_total() -> None:
    """The rise at its least, the batches at their most."""
    rise = """
        add returned "fewer than 400" --source A --as-of 2025-02-03
        add returned "up to 20" --basis event --source B --as-of 2025-02-12
        add returned "about 1,200" --source A --as-of 2025-03-04
    """

    assert [] == told("unexplained-rise", rise.replace("about 1,200", "about 420"))
    ((figures, detail),) = told("unexplained-rise", rise)
    assert ((1, 3), "unexplained=721 explained=20") == (figures, detail)


def test_reports_that_may_be_one_batch_explain_once() -> None:
    """By the largest of them."""
    twice = BATCH + 'add returned +11 --source "Dmytro Lubinets" --as-of 2025-02-13\n'

    assert [((1, 4), "unexplained=833 explained=12")] == told("unexplained-rise", BEFORE + twice + AFTER)


def test_a_batch_announced_just_before_may_have_been_counted_late() -> None:
    """Registers lag by some days."""
    late = 'add returned +8 --source "Andriy Yermak" --as-of 2025-02-01\n'

    assert [((1, 4), "unexplained=825 explained=20")] == told("unexplained-rise", BEFORE + BATCH + late + AFTER)


@pytest.mark.parametrize(
    "between",
    [
        "",
        BATCH + 'add returned "at least 5" --basis event --source A --as-of 2025-02-20\n',
        BATCH + "add returned 900 --source A --since 2025-01-01 --as-of 2025-06-30\n",
        'add returned +12 --source "Andriy Yermak" --as-of 2025-04-12\n',
    ],
    ids=["no-batch", "open", "period", "elsewhere"],
)
def test_what_cannot_be_tested_is_not_told(between: str) -> None:
    """Nothing is said where no batch is recorded in between, or one has no upper end."""
    assert [] == told("unexplained-rise", BEFORE + between + AFTER)


def test_a_period_between_the_totals_explains_too() -> None:
    """It counts all who came in its days."""
    period = "add returned 20 --source B --since 2025-02-05 --as-of 2025-02-28\n"

    assert [((1, 4), "unexplained=813 explained=32")] == told("unexplained-rise", BEFORE + BATCH + period + AFTER)


def test_a_longer_period_of_one_oblast_explains_nothing() -> None:
    """It does not say how many came in the days between, nor could one oblast hold the rest."""
    period = 'add returned 212 --source B --since 2025-01-01 --as-of 2025-10-04 --place "Kherson Oblast"\n'

    assert [((1, 4), "unexplained=833 explained=12")] == told("unexplained-rise", BEFORE + BATCH + period + AFTER)


def test_batches_of_other_oblasts_explain_nothing_there() -> None:
    """What happened in Kharkiv does not raise the total of Kherson."""
    oblasts = """
        add returned 100 --source A --as-of 2025-02-03 --place "Kherson Oblast"
        add returned +5 --source A --as-of 2025-02-12 --place "Kherson Oblast"
        add returned +50 --source B --as-of 2025-02-12 --place "Kharkiv Oblast"
        add returned 110 --source A --as-of 2025-03-04 --place "Kherson Oblast"
    """

    assert [((1, 4), "unexplained=5 explained=5")] == told("unexplained-rise", oblasts)


def test_a_standing_count_rises_without_batches() -> None:
    """It is no sum of what was announced."""
    risen = """
        add missing 1,900 --source "National Police" --as-of 2025-01-10
        add missing 3 --basis event --source "National Police" --as-of 2025-01-20
        add missing 2,100 --source "National Police" --as-of 2025-02-10
    """

    assert [] == told("unexplained-rise", risen)
    assert 1 == len(told("unexplained-rise", risen.replace("missing", "killed")))

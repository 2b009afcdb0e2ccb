"""`tracker list`: the figures in force, filtered."""

import pytest

from tests.cli.conftest import Tracker


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", [3, 1, 2]),
        ("returned", [3, 2]),
        ("--source 'Children of War'", [1, 2]),
        ("--publisher 'The Kyiv Independent'", [3]),
        ("--place 'Zaporizhzhia Oblast' --place 'Kherson Oblast'", [3]),
        ("--since 2024-04-04", [1, 2]),
        ("--until 2024-04-03", [3]),
        ("--since 2024-04 --until 2024-04", [3, 1, 2]),
    ],
)
def test_filters_narrow_the_list_and_the_days_order_it(reading: Tracker, filters: str, expected: list[int]) -> None:
    """Every filter keeps what fits it, ordered by the day spoken of."""
    assert expected == [figure["id"] for figure in reading(f"list {filters} --json").json]


def test_a_list_of_nothing_is_an_empty_array_and_exit_code_1(reading: Tracker) -> None:
    """A program gets JSON, a person one line with the mend."""
    outcome = reading("list killed --json")

    assert (1, []) == (outcome.code, outcome.json)
    assert 1 == len(outcome.err.splitlines())


def test_words_from_outside_cannot_command_the_terminal(tracker: Tracker) -> None:
    """What a page could smuggle past the entry, such as a change of writing direction, is shown as a mark."""
    tracker("add returned 7 --source 'A\u202eB' --as-of 2024-01-01")

    assert "A\ufffdB" in tracker("list").out


def test_a_date_filter_that_is_no_date_is_refused(reading: Tracker) -> None:
    """The error names the option."""
    outcome = reading("list --since yesterday")

    assert (2, True) == (outcome.code, "--since" in outcome.err)

"""`tracker indicator`, `source` and `place`: what figures can speak of."""

import pytest

from tests.cli.conftest import Tracker
from tracker.domain.indicator import KNOWN_INDICATORS


def test_the_known_indicators_are_there_with_their_definitions(tracker: Tracker) -> None:
    """A new store knows what the field counts."""
    listed = tracker("indicator list --json").json

    assert [(one.name, one.definition) for one in KNOWN_INDICATORS] == [(o["name"], o["definition"]) for o in listed]


def test_a_new_indicator_can_be_recorded_on(tracker: Tracker) -> None:
    """What was unknown before is known after."""
    assert 2 == tracker("add transferred 7 --source A --as-of 2024").code
    assert 0 == tracker("indicator add transferred --definition 'Children moved within occupied territory.'").code
    assert 0 == tracker("add transferred 7 --source A --as-of 2024").code


@pytest.mark.parametrize(
    "line",
    [
        "indicator add returned --definition Again",
        "indicator add 'Two Words' --definition x",
        "indicator add ok --definition ' '",
        "source add ' '",
        "source add X --grade G",
        "source add X --coverage some",
        "place add Ukraine",
        "place add 'A;B'",
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line(tracker: Tracker, line: str) -> None:
    """Names that would break others, and values outside their list."""
    outcome = tracker(line)

    assert (2, 1) == (outcome.code, len(outcome.err.strip().splitlines()))


def test_coverage_and_grade_of_a_source_can_be_changed(tracker: Tracker) -> None:
    """One may be changed and the other stays."""
    tracker("source add Mission --grade b")
    tracker("source set Mission --coverage own")

    listed = {one["name"]: one for one in tracker("source list --json").json}
    assert {"name": "Mission", "coverage": "own", "grade": "B", "confidential": False} == listed["Mission"]
    assert 1 == tracker("source set Nobody --coverage own").code
    assert 2 == tracker("source add Mission").code


def test_spellings_of_a_place_come_together(tracker: Tracker) -> None:
    """A figure recorded under another name of a place is a figure on that place."""
    tracker("place add Oleshky --alias Олешки")
    tracker("add returned 3 --source A --as-of 2024 --place Олешки")

    assert "Oleshky" == tracker("show 1 --json").json["place"]

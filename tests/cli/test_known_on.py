"""`--known-on`: each report answers from what had been recorded and decided by the end of a day."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.factory import day, figure, moment
from tracker.domain.decision import Break, Decision, DecisionKind
from tracker.store.ledger import open_store

APRIL, MAY, JUNE = (moment(f"2024-0{month}-05T12:00") for month in (4, 5, 6))


@pytest.fixture
def grown(tracker: Tracker, tmp_path: Path) -> Tracker:
    """A store that grew from April to June 2024: figures, then decisions, then a correction."""
    with open_store(str(tmp_path / "figures.db"), at=moment("2024-01-01")) as store:
        store.record(
            [
                figure(value="+6", source="A", as_of="2024-03-01"),
                figure(value="+8", source="B", as_of="2024-03-02"),
                figure(value="1233", as_of="2024-01-01"),
                figure(value="388", as_of="2024-02-01"),
            ],
            at=APRIL,
        )
        store.decide(Decision(DecisionKind.DISTINCT, frozenset({1, 2}), "two buses", MAY))
        store.record_break(Break("returned", "Children of War", day("2024-01-15"), "new register"), at=MAY)
        store.correct(4, figure(value="390", as_of="2024-02-01"), because="misread", at=JUNE)
    return tracker


@pytest.mark.parametrize(
    ("known_on", "contradictions", "low"),
    [("2024-04-30", 1, 396), ("2024-05-31", 0, 402), ("2024-06", 0, 404)],
)
def test_a_past_day_answers_as_it_did_then(grown: Tracker, known_on: str, contradictions: int, low: int) -> None:
    """Figures, decisions and breaks of later days are not known yet; neither checks nor bounds rest on them."""
    document = grown(f"check --known-on {known_on} --json").json
    rows = grown(f"bounds returned --on 2024-03-10 --known-on {known_on} --json").json["bounds"]

    assert contradictions == sum(one["check"] == "contradiction" for one in document["findings"])
    assert low == rows[0]["low"]


def test_a_report_as_known_on_a_past_day_stays_the_same(grown: Tracker) -> None:
    """To the letter, whatever is recorded, corrected or decided later."""
    before = grown("report --known-on 2024-05-31").out
    grown("add returned 500 --source A --as-of 2024-03-20")
    grown("retract 1 --because twice")

    assert "31\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2024" in before
    assert before == grown("report --known-on 2024-05-31").out
    assert before != grown("report").out


def test_before_the_first_record_nothing_was_known(grown: Tracker) -> None:
    """No figure, no finding; what is no day is wrong use."""
    assert 0 == grown("check --known-on 2024-04-01").code
    assert 1 == grown("bounds returned --known-on 2024-04-01").code
    assert 2 == grown("check --known-on yesterday").code

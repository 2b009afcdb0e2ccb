"""Decisions in one sentence each."""

import pytest

from tests.factory import moment
from tracker.domain.decision import Decision, DecisionKind, Waiver
from tracker.wording.decisions import decision_text, waiver_text

AT = moment("2024-04-05")


@pytest.mark.parametrize(
    ("kind", "figures", "expected"),
    [
        ("same", {7, 3}, "figures 3 and 7 report one batch, because: why"),
        ("distinct", {7, 3}, "figures 3 and 7 report different batches, because: why"),
        ("distinct", {7, 3, 12}, "figures 3, 7 and 12 report different batches, each its own, because: why"),
    ],
)
def test_a_decision_names_its_figures_in_order(kind: str, figures: set[int], expected: str) -> None:
    """And why it was made."""
    assert expected == decision_text(Decision(DecisionKind(kind), frozenset(figures), "why", AT))


def test_a_waiver_says_who_when_and_why() -> None:
    """As it goes on after the name of a finding."""
    waiver = Waiver(
        finding="dispute-0123",
        check="dispute",
        figures=(1,),
        fingerprint="",
        because="late register",
        author="N",
        recorded_at=AT,
    )

    assert "waived by N on 2024-04-05, because: late register" == waiver_text(waiver)

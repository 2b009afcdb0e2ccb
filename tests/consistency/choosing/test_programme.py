"""The integer programme says no more than it has proved."""

import pytest

from tracker.consistency.choosing import programme
from tracker.consistency.choosing.programme import Programme, canonical
from tracker.consistency.choosing.windows import without
from tracker.consistency.engine.system import Claim, System


def knapsack(batches: int) -> tuple[System, dict[int, int]]:
    """A total, and more batches before it than it leaves room for."""
    claims = [Claim(1 + batch, 0, batch, batch + 1, low=5 + (7 * batch) % 13) for batch in range(batches)]
    weights = {1 + batch: 20 + (11 * batch) % 17 for batch in range(batches)}
    return System((Claim(0, 0, None, batches, high=3 * batches), *claims)), {0: 10_000} | weights


def test_a_slip_by_millions_does_not_pass_for_a_rounding_error() -> None:
    """One child too many is found beside a figure that is wrong by a hundred million."""
    system = System(
        (
            Claim(1, 0, None, 1, 10**8, 10**8),
            Claim(2, 0, None, 2, 5, 5),
            Claim(3, 0, None, 3, 4, 4),
            Claim(4, 0, 3, 4, low=1),
        )
    )
    answer = Programme(system, ()).least({1: 1, 2: 1, 3: 2, 4: 1})

    assert (frozenset({1, 2}), 2) == (answer.aside, answer.at_least)


def test_with_no_work_allowed_the_bound_is_not_above_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first node alone gives a bound, and perhaps a choice."""
    system, weights = knapsack(30)
    exact = Programme(system, ()).least(weights)
    monkeypatch.setattr(programme, "WORK", 0)
    limited = Programme(system, ()).least(weights)

    assert exact.aside is not None
    assert sum(weights[figure] for figure in exact.aside) == exact.at_least
    assert limited.at_least <= exact.at_least


def test_the_canonical_choice_spans_more_than_one_block() -> None:
    """Forty figures of which every second must go: the higher key of each pair."""
    claims = [
        Claim(figure, 0, None, 10 * (figure // 2) + figure % 2, 100 * (figure // 2) - figure % 2 + 10, None)
        for figure in range(0, 40, 2)
    ] + [
        Claim(figure, 0, None, 10 * (figure // 2) + figure % 2, None, 100 * (figure // 2) + 9)
        for figure in range(1, 40, 2)
    ]
    system = System(tuple(claims))
    weights = dict.fromkeys(range(40), 1)

    assert frozenset(range(1, 40, 2)) == canonical(Programme(system, ()), weights, 20)
    assert without(system, frozenset(range(1, 40, 2)))


def test_more_conflicts_than_allowed_repairs_leave_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that whole numbers refute is not given."""
    system, weights = knapsack(6)
    monkeypatch.setattr(programme, "REPAIRS", 0)

    assert Programme(system, ()).least(weights).aside is None

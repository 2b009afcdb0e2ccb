"""A proof is checked step by step, and a wrong one is refused."""

from dataclasses import replace

import pytest

from tracker.consistency.engine.proof import Conflict, Premise, conflict_of, replay
from tracker.consistency.engine.system import Claim, System

SYSTEM = System(
    (Claim(1, 0, None, 3, 380), Claim(2, 0, 4, 5, 7), Claim(3, 1, None, 9, None, 386), Claim(4, 2, None, 9, 1, 2)),
    within=((0, 1),),
)
STEPS = (Premise(1, 0, None, 3, low=380), Premise(2, 0, 4, 5, low=7), Premise(3, 1, None, 9, high=386))


def test_a_proof_adds_up() -> None:
    """380 and 7 are 1 more than 386."""
    assert replay(conflict_of(STEPS), SYSTEM) == 1


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_proof_begins_where_the_count_does(turn: int) -> None:
    """However the cycle was found, it is told from 0 on."""
    assert Conflict((1, 2, 3), STEPS, 1) == conflict_of(STEPS[turn:] + STEPS[:turn])


@pytest.mark.parametrize(
    ("conflict", "message"),
    [
        (Conflict((1, 2, 3), (replace(STEPS[0], low=381), *STEPS[1:]), 2), "no claim of the system says"),
        (Conflict((1, 2, 3), (STEPS[1], STEPS[0], STEPS[2]), 1), "does not follow from"),
        (Conflict((1, 4), (STEPS[0], Premise(4, 2, None, 9, high=2)), 378), "does not follow from"),
        (Conflict((1, 3), (STEPS[0], STEPS[2]), -6), "add up to -6"),
        (Conflict((1, 2, 3), STEPS, 5), "add up to 1, not to 5"),
        (Conflict((1, 2, 3, 4), STEPS, 1), "not those of the figures"),
    ],
    ids=["another number", "back in time", "another count", "no gap", "another gap", "another figure"],
)
def test_a_wrong_proof_is_refused(conflict: Conflict, message: str) -> None:
    """Each step must be a claim, follow from the one before, and the sum be as stated."""
    with pytest.raises(ValueError, match=message):
        replay(conflict, SYSTEM)


def test_a_whole_does_not_lead_back_to_its_part() -> None:
    """That a whole is large says nothing of one of its parts."""
    system = System((Claim(1, 1, None, 3, 50), Claim(2, 0, None, 9, None, 10)), within=((0, 1),))
    conflict = Conflict((1, 2), (Premise(1, 1, None, 3, low=50), Premise(2, 0, None, 9, high=10)), 40)

    with pytest.raises(ValueError, match="does not follow from"):
        replay(conflict, system)


def test_a_premise_says_one_thing() -> None:
    """With neither end there is nothing to add."""
    with pytest.raises(ValueError, match="needs a low or a high"):
        _ = Premise(1, 0, None, 3).gain

"""An independent solver comes to the same verdicts and bounds on systems too large to try everything."""

from random import Random

import pytest
import z3  # type: ignore[import-untyped]  # z3 ships no types

from tracker.consistency.engine.proof import replay
from tracker.consistency.engine.solver import Clash, satisfies, solve
from tracker.consistency.engine.system import Claim, System

DAYS = 25


def random_system(seed: int) -> System:
    """Some sixty claims on three counts, one within another within the third, around true courses."""
    random = Random(seed)  # noqa: S311 - a repeatable example, no secret
    courses = []
    for _ in range(3):
        course = [0]
        for _ in range(DAYS):
            course.append(course[-1] + random.choice([0, 0, 1, 2, 5]))
        courses.append(course)
    for part, whole in ((0, 1), (1, 2)):
        courses[whole] = [a + b for a, b in zip(courses[part], courses[whole], strict=True)]
    slack = random.choice([0, 1, 2, 6])
    claims = []
    for figure in range(60):
        count, upto = random.randrange(3), random.randrange(1, DAYS + 1)
        after = random.choice([None, random.randrange(upto), max(0, upto - 3)])
        grown = courses[count][upto] - (0 if after is None else courses[count][after])
        low, high = max(0, grown - random.randrange(slack + 1)), grown + random.randrange(slack + 1)
        if figure < 2 * (seed % 2):
            low, high = low + 9, high + 9
        claims.append(Claim(figure, count, after, upto, *random.choice([(low, high), (low, None), (None, high)])))
    return System(tuple(claims), ((0, 1), (1, 2)))


def z3_solver(system: System) -> tuple[z3.Solver, dict[tuple[int, int], z3.ArithRef]]:
    """The same system in the words of z3, with a variable for each count and day."""
    solver = z3.Solver()
    at = {(count, day): z3.Int(f"F{count}_{day}") for count in range(3) for day in range(DAYS + 1)}
    for (count, day), value in at.items():
        solver.add(value >= (at[count, day - 1] if day else 0))
        if count:
            solver.add(at[count - 1, day] <= value)
    for claim in system.claims:
        grown = at[claim.count, claim.upto] - (0 if claim.after is None else at[claim.count, claim.after])
        if claim.low is not None:
            solver.add(grown >= claim.low)
        if claim.high is not None:
            solver.add(grown <= claim.high)
    return solver, at


def can_be(solver: z3.Solver, claim: z3.BoolRef) -> bool:
    """Whether one more claim can be true, too."""
    return bool(solver.check(claim) == z3.sat)


@pytest.mark.parametrize("seed", range(24))
def test_z3_agrees(seed: int) -> None:
    """Same verdict; each end of each range can be reached and not be passed; a conflict replays."""
    system = random_system(seed)
    solver, at = z3_solver(system)
    found = solve(system)

    if isinstance(found, Clash):
        assert solver.check() == z3.unsat
        assert found.conflict.misses_by == replay(found.conflict, system)
        return
    assert satisfies(system, found.least)
    for count, course in found.courses.items():
        for day, least, greatest in list(zip(course.days, course.least, course.greatest, strict=True))[::6]:
            value = at[count, day]
            assert can_be(solver, value == least)
            assert not can_be(solver, value < least)
            assert can_be(solver, value == (least + 9999 if greatest is None else greatest))
            assert greatest is None or not can_be(solver, value > greatest)

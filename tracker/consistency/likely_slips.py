"""Slips of a finger that would explain a conflict.

A slip is looked for in the running totals of a conflict. The number that may have been meant must come so near to what
the conflict's other figures vouch for that all but a tenth of the gap closes, for almost any digit could be edited so
that a conflict goes away; and it must lie where all figures kept, with the one set aside, allow it. Of several slips
the one that these hold tightest explains best.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tracker.consistency.engine.solver import Solution, solve
from tracker.consistency.engine.system import Claim, System
from tracker.consistency.examination import Clash, Judgement
from tracker.consistency.joint import Joint
from tracker.consistency.slips import intended, printed_number, with_number
from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis
from tracker.wording.remarks import Remark

_CLOSES = 10  # one tenth of the gap may stay


@dataclass(frozen=True, slots=True)
class Slip:
    """A number that agrees with the other figures, if it was the one meant.

    Attributes:
        figure: the number of the figure that may have it.
        meant: the number that may have been meant.
        kind: what went wrong.
    """

    figure: int
    meant: int
    kind: Remark


def likely_slip(judgement: Judgement, clash: Clash) -> Slip | None:
    """The slip that explains a conflict best; None where none does."""
    joined = judgement.joint
    key_of = {copies.best.id: key for key, copies in enumerate(joined.copies)}
    keys = [key_of[copies.best.id] for copies in (clash.aside, *clash.others)]
    everything = judgement.kept | {keys[0]}
    found: list[tuple[float, int, int, Slip]] = []
    for key in keys:
        near = list(_near(joined, key, set(keys) - {key}, clash.misses_by))
        allowed = _allowed(joined, key, everything - {key}) if near else None
        if allowed is not None:
            tight = float("inf") if allowed.high is None else allowed.high - (allowed.low or 0)
            found.extend(
                (tight, distance, rank, slip)
                for distance, rank, slip in near
                if _meets(with_number(joined.copies[key].best, slip.meant), allowed)
            )
    return min(found, key=lambda one: one[:3])[3] if found else None


def _near(joined: Joint, key: int, others: Collection[int], misses_by: int) -> Iterator[tuple[int, int, Slip]]:
    """The slips in one figure of a conflict that bring it near to what the others vouch for: how near, how common."""
    figure = joined.copies[key].best
    number = printed_number(figure)
    if figure.basis is not Basis.TOTAL or number is None:
        return
    allowed = _allowed(joined, key, others) or Bounds()
    for rank, (meant, kind) in enumerate(intended(number)):
        distance = min((abs(meant - end) for end in (allowed.low, allowed.high) if end), default=misses_by)
        if distance * _CLOSES <= misses_by:
            yield distance, rank, Slip(figure.id, meant, kind)


def _allowed(joined: Joint, key: int, others: Collection[int]) -> Bounds | None:
    """The numbers that other figures allow on the days of a total; None where they cannot all be true themselves."""
    as_of = joined.copies[key].best.as_of
    count, first, last = joined.own[key], as_of.first.toordinal(), as_of.last.toordinal()
    days = [Claim(key, count, None, day, low=0) for day in {first, last}]
    solution = solve(System((*joined.system.only(others).claims, *days), joined.system.within))
    if not isinstance(solution, Solution):
        return None
    course = solution.courses[count]
    return Bounds(course.least[course.days.index(first)], course.greatest[course.days.index(last)])


def _meets(meant: Bounds, allowed: Bounds) -> bool:
    """Whether some number is both meant and allowed."""
    return (allowed.high is None or (meant.low or 0) <= allowed.high) and (
        meant.high is None or meant.high >= (allowed.low or 0)
    )

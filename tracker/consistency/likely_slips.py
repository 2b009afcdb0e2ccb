"""Slips of a finger that would explain a conflict.

A slip is looked for in the running totals of a conflict. With the number that may have been meant, all figures kept
must be able to be true together with the one set aside, and the number must come so near to what the conflict's other
figures vouch for that all but a tenth of the gap closes: almost any digit could be edited so that a conflict goes away.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from tracker.consistency.claims import claims
from tracker.consistency.examination import Clash, Judgement
from tracker.consistency.joint import Joint
from tracker.consistency.slips import intended, printed_number, with_number
from tracker.consistency.solver import Solution, solve
from tracker.consistency.system import Claim, System
from tracker.domain.figure import Basis, RecordedFigure
from tracker.wording.remarks import Remark

_CLOSES = 10  # one tenth of the gap may stay


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A number that agrees with the other figures, if it was the one meant.

    Attributes:
        distance: how far it is from the nearest number that they vouch for.
        rank: how rare such a slip is, the commonest first.
        figure: the number of the figure that may have it.
        meant: the number that may have been meant.
        kind: what went wrong.
    """

    distance: int
    rank: int
    figure: int
    meant: int
    kind: Remark


def likely_slip(judgement: Judgement, clash: Clash) -> Slip | None:
    """The slip that explains a conflict best; None where none does."""
    joined = judgement.joint
    key_of = {copies.best.id: key for key, copies in enumerate(joined.copies)}
    keys = [key_of[copies.best.id] for copies in (clash.aside, *clash.others)]
    found = [(slip, key) for key in keys for slip in _slips(joined, key, set(keys) - {key}, clash.misses_by)]
    everything = judgement.kept | {keys[0]}
    for slip, key in sorted(found, key=lambda one: (one[0].distance, one[0].rank, keys.index(one[1]))):
        figure = joined.copies[key].best
        meant = replace(figure, bounds=with_number(figure, slip.meant))
        system = _system(joined, everything - {key}, claims(meant, key, joined.own[key]))
        if isinstance(solve(system), Solution):
            return slip
    return None


def _slips(joined: Joint, key: int, others: Collection[int], misses_by: int) -> Iterator[Slip]:
    """The slips in one figure of a conflict that would bring it near to what the others vouch for."""
    figure = joined.copies[key].best
    number = printed_number(figure)
    if figure.basis is not Basis.TOTAL or number is None:
        return
    low, high = _vouched_for(joined, key, others, figure)
    for rank, (meant, kind) in enumerate(intended(number)):
        ends = [abs(meant - end) for end in (low, high) if end]
        if ends and min(ends) * _CLOSES <= misses_by:
            yield Slip(min(ends), rank, figure.id, meant, kind)


def _vouched_for(joined: Joint, key: int, others: Collection[int], figure: RecordedFigure) -> tuple[int, int | None]:
    """The least and the greatest number that the others allow on the days of the figure."""
    first, last = figure.as_of.first.toordinal(), figure.as_of.last.toordinal()
    count = joined.own[key]
    solution = solve(_system(joined, others, [Claim(key, count, None, day, low=0) for day in {first, last}]))
    if not isinstance(solution, Solution):
        raise AssertionError("figures of a minimal conflict can all be true without one of them")  # noqa: TRY004
    course = solution.courses[count]
    return course.least[course.days.index(first)], course.greatest[course.days.index(last)]


def _system(joined: Joint, keys: Collection[int], more: Collection[Claim]) -> System:
    """The claims of some figures and a few more."""
    return System((*joined.system.only(keys).claims, *more), joined.system.within)

"""Whether claims can all be true: the range of each count on each day, or figures that cannot."""

from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from tracker.consistency.engine.conflicts import minimal_conflict_within
from tracker.consistency.engine.graph import Graph
from tracker.consistency.engine.paths import Cycle, greatest_values, least_values
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.system import Claim, System

MANY = 20_000
"""With more claims than this, loading NumPy costs less than it saves."""


@dataclass(frozen=True, slots=True)
class Running:
    """One running count: its value from each day on until the next, and 0 before the first.

    Attributes:
        days: the days on which a value is given, oldest first.
        values: the count at the end of each of these days.
    """

    days: tuple[int, ...]
    values: tuple[int, ...]

    def at(self, day: int) -> int:
        """The count at the end of a day."""
        place = bisect_right(self.days, day)
        return self.values[place - 1] if place else 0


@dataclass(frozen=True, slots=True)
class Course:
    """The values that one count can have on each day that its claims, or those of its parts, name.

    Attributes:
        days: those days, oldest first.
        least: the least value on each.
        greatest: the greatest value on each; None where nothing bounds it from above.
        bounded_since: the first day on which some figure bounds it from below, be it by 0; None when none does.
    """

    days: tuple[int, ...]
    least: tuple[int, ...]
    greatest: tuple[int | None, ...]
    bounded_since: int | None


@dataclass(frozen=True, slots=True)
class Solution:
    """All claims can be true; between the ends of each range, every value is part of some solution.

    Attributes:
        courses: for each count that a claim or a pair names, the range of its values.
        within: the pairs of counts of the system.
    """

    courses: Mapping[int, Course]
    within: tuple[tuple[int, int], ...]

    @property
    def least(self) -> dict[int, Running]:
        """Running counts that satisfy every claim: each as low as it can be, on all days at once."""
        return {count: Running(course.days, course.least) for count, course in self.courses.items()}


@dataclass(frozen=True, slots=True)
class Clash:
    """The claims cannot all be true.

    Attributes:
        conflict: one minimal conflict among them.
    """

    conflict: Conflict


def solve(system: System) -> Solution | Clash:
    """Whether the claims can all be true, with a proof either way.

    Raises:
        ValueError: when a claim's span ends before it opens, or a count is declared to be part of itself.
    """
    if len(system.claims) > MANY and not system.within:
        from tracker.consistency.arrays.large import solve_large  # noqa: PLC0415 - loads NumPy, which small systems do without

        # Numbers whose sums might not fit in 64 bits are left to the slower engine, which has no such limit.
        with suppress(OverflowError):
            return solve_large(system)
    graph = Graph(system)
    halves = range(len(graph.tails))
    least = least_values(graph, halves)
    if isinstance(least, Cycle):
        return Clash(minimal_conflict_within(system, graph, least))
    greatest = greatest_values(graph, halves)
    places: dict[int, list[int]] = {count: [] for count in graph.wholes}
    for node, count in enumerate(graph.counts):
        places[count].append(node)
    since = _bounded_since(graph)
    courses = {
        count: Course(
            tuple(graph.days[node] for node in nodes),
            tuple(least[node] for node in nodes),
            tuple(greatest[node] for node in nodes),
            since.get(count),
        )
        for count, nodes in sorted(places.items())
    }
    return Solution(courses, system.within)


def _bounded_since(graph: Graph) -> dict[int, int]:
    """The first day on which a low bounds each count, be it a low on one of its parts."""
    since: dict[int, int] = {}
    for claim in graph.claims:  # by day
        if claim.low is not None and claim.count not in since:
            since[claim.count] = claim.upto
    for part, day in list(since.items()):
        for whole in graph.wholes[part]:
            since[whole] = min(day, since.get(whole, day))
    return since


def satisfies(system: System, witness: Mapping[int, Running]) -> bool:
    """Whether running counts are whole, never negative, never fall and fulfil every claim and pair."""
    nothing = Running((), ())
    for running in witness.values():
        ordered = all(before < after for before, after in pairwise(running.days))
        rising = all(before <= after for before, after in pairwise((0, *running.values)))
        if not (ordered and rising):
            return False
    days = sorted({day for running in witness.values() for day in running.days})
    for part, whole in system.within:
        inner, outer = witness.get(part, nothing), witness.get(whole, nothing)
        if any(inner.at(day) > outer.at(day) for day in days):
            return False
    return all(_fulfils(claim, witness.get(claim.count, nothing)) for claim in system.claims)


def _fulfils(claim: Claim, running: Running) -> bool:
    grown = running.at(claim.upto) - (0 if claim.after is None else running.at(claim.after))
    return (claim.low is None or claim.low <= grown) and (claim.high is None or grown <= claim.high)

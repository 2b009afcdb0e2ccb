"""Minimal conflicts: the fewest figures that, with a given one, cannot all be true."""

from collections.abc import Collection, Iterable

from tracker.consistency.engine.graph import Graph
from tracker.consistency.engine.paths import Cycle, least_values
from tracker.consistency.engine.proof import Conflict, conflict_of
from tracker.consistency.engine.shortest import shortest_cycle
from tracker.consistency.engine.system import Claim, System
from tracker.consistency.engine.vicinity import Vicinity


def minimal_conflict(system: System) -> Conflict | None:
    """Some minimal conflict of the system, the same in whatever order its claims come; None when there is none."""
    graph = Graph(system)
    found = least_values(graph, range(len(graph.tails)))
    if not isinstance(found, Cycle):
        return None
    return minimal_conflict_within(system, graph, found)


def minimal_conflict_within(system: System, graph: Graph, cycle: Cycle) -> Conflict:
    """A minimal conflict among the figures on a positive cycle."""
    figures = sorted({graph.figure(half) for half in cycle.halves})
    few = system.only(set(figures))
    # The shortest run of figures from the lowest key on that cannot all be true; its last one is in every conflict.
    fine, clashing = 0, len(figures)
    small = Graph(few)
    while clashing - fine > 1:
        middle = (fine + clashing) // 2
        if isinstance(least_values(small, small.halves_of(set(figures[:middle]))), Cycle):
            clashing = middle
        else:
            fine = middle
    conflict = Ground(few, figures[:fine]).conflict_with(figures[fine])
    if conflict is None:
        raise AssertionError(f"figures on a positive cycle cannot all be true: {figures}")
    return conflict


def conflict_with(system: System, kept: Collection[int], figure: int) -> Conflict | None:
    """The smallest conflict between a figure and kept ones; see `Ground.conflict_with`."""
    return Ground(system, kept).conflict_with(figure)


class Ground:
    """Figures that can all be true, to hold others of the same system against, one at a time."""

    def __init__(self, system: System, kept: Collection[int]) -> None:
        """Prepare the kept figures.

        Args:
            system: the claims of the kept figures and of those to be held against them.
            kept: the figures that are kept.

        Raises:
            ValueError: when the kept figures cannot all be true.
        """
        self._within = system.within
        self._graph = Graph(system)
        self._claims: dict[int, list[Claim]] = {}
        for claim in self._graph.claims:
            self._claims.setdefault(claim.figure, []).append(claim)
        self._own: dict[int, list[int]] = {}
        for half in range(len(self._graph.tails)):
            self._own.setdefault(self._graph.figure(half), []).append(half)
        halves = self._graph.halves_of(frozenset(kept))
        least = least_values(self._graph, halves)
        if isinstance(least, Cycle):
            raise ValueError("the kept figures cannot all be true")  # noqa: TRY004 - it is the value that is wrong
        self._vicinity = Vicinity(self._graph, halves, least)

    def conflict_with(self, figure: int) -> Conflict | None:
        """The conflict of fewest premises that needs this figure and otherwise kept ones; None when there is none.

        Among equals it is the one that misses by most, then the one of the lowest keys. A premise is the half of a
        claim; an ordinary figure gives at most one to a conflict, so the fewest premises are the fewest figures.
        """
        impossible = self._impossible_by_itself(figure)
        if impossible is not None:
            return impossible
        own = self._own.get(figure, [])
        broken = [half for half in own if self._vicinity.gap(half) > 0]
        fulfilled = [half for half in own if self._vicinity.gap(half) <= 0]
        cycles = [self._vicinity.shortest_cycle(half, fulfilled) for half in broken]
        if not any(cycles) and len(broken) > 1:
            # Rare: the figure is needed with two of its claims at once.
            found = least_values(self._graph, sorted({*own, *self._vicinity.halves}))
            if isinstance(found, Cycle):
                few = sorted({*own, *found.halves})
                cycles = [shortest_cycle(self._graph, half, few) for half in broken]
        return self._best(self._graph, cycles)

    def _impossible_by_itself(self, figure: int) -> Conflict | None:
        graph = Graph(self._only([figure]))
        halves = range(len(graph.tails))
        if not isinstance(least_values(graph, halves), Cycle):
            return None
        return self._best(graph, [shortest_cycle(graph, half, halves) for half in halves])

    def _best(self, graph: Graph, cycles: Iterable[list[int] | None]) -> Conflict | None:
        conflicts = [conflict_of(map(graph.premise, cycle)) for cycle in cycles if cycle]
        best = min(conflicts, key=lambda c: (len(c.steps), -c.misses_by, c.figures), default=None)
        return None if best is None else self._irreducible(best)

    def _irreducible(self, conflict: Conflict) -> Conflict:
        """The conflict, or a smaller one among its figures where one of them gave two premises for one."""
        if any(len(self._claims[figure]) > 1 for figure in conflict.figures):
            for left_out in conflict.figures:
                smaller = minimal_conflict(self._only(figure for figure in conflict.figures if figure != left_out))
                if smaller is not None:
                    return smaller
        return conflict

    def _only(self, figures: Iterable[int]) -> System:
        """The claims of these figures alone; like `System.only`, without going through all claims."""
        return System(tuple(claim for figure in figures for claim in self._claims.get(figure, ())), self._within)

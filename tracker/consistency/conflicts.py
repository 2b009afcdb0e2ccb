"""Minimal conflicts: the fewest figures that, with a given one, cannot all be true."""

from collections.abc import Collection, Iterable

from tracker.consistency.graph import Graph
from tracker.consistency.paths import Cycle, least_values
from tracker.consistency.proof import Conflict, conflict_of
from tracker.consistency.shortest import shortest_cycle
from tracker.consistency.system import System


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
        self._system = system
        self._graph = Graph(system)
        self._kept = frozenset(kept)
        self._halves = self._graph.halves_of(self._kept)
        if isinstance(least_values(self._graph, self._halves), Cycle):
            raise ValueError("the kept figures cannot all be true")  # noqa: TRY004 - it is the value that is wrong

    def conflict_with(self, figure: int) -> Conflict | None:
        """The conflict of fewest premises that needs this figure and otherwise kept ones; None when there is none.

        Among equals it is the one that misses by most, then the one of the lowest keys. A premise is the half of a
        claim; an ordinary figure gives at most one to a conflict, so the fewest premises are the fewest figures.
        """
        own = self._graph.halves_of({figure})
        if isinstance(least_values(self._graph, own), Cycle):
            return self._shortest(own, own)
        conflict = self._shortest(own, self._halves)
        if conflict is None:
            found = least_values(self._graph, sorted({*own, *self._halves}))
            if isinstance(found, Cycle):
                # Rare: the figure is needed with two of its claims at once.
                conflict = self._shortest(own, sorted({*own, *found.halves}))
        return conflict

    def _shortest(self, own: Iterable[int], others: Collection[int]) -> Conflict | None:
        cycles = [cycle for half in own if (cycle := shortest_cycle(self._graph, half, others)) is not None]
        conflicts = [conflict_of(map(self._graph.premise, cycle)) for cycle in cycles]
        fewest = min(conflicts, key=lambda c: (len(c.steps), -c.misses_by, c.figures), default=None)
        return None if fewest is None else self._irreducible(fewest)

    def _irreducible(self, conflict: Conflict) -> Conflict:
        """The conflict, or a smaller one among its figures where one of them gave two premises for one."""
        claims = self._system.only(set(conflict.figures)).claims
        if len(claims) > len(conflict.figures):
            for figure in conflict.figures:
                smaller = minimal_conflict(self._system.only(set(conflict.figures) - {figure}))
                if smaller is not None:
                    return smaller
        return conflict

"""The part of a graph where a conflict with one half of a claim can lie.

Halves that can all be true have least values; by them an edge u -> v of weight w has a slack F(v) - F(u) - w, never
negative. A half that the least values break by some gap closes a positive cycle exactly when a path from its head back
to its tail has less slack than the gap. So the search for the cycle need not leave the nodes within that distance.
"""

from collections.abc import Callable, Collection, Iterator
from heapq import heappop, heappush

from tracker.consistency.engine.graph import Graph
from tracker.consistency.engine.shortest import shortest_cycle

_Ways = Callable[[int], Iterator[tuple[int, int]]]


class Vicinity:
    """Halves that can all be true, around one that they may rule out.

    Attributes:
        halves: those halves.
    """

    def __init__(self, graph: Graph, halves: Collection[int], least: list[int]) -> None:
        self.halves = halves
        self._graph = graph
        self._least = least
        self._later: dict[int, list[int]] = {}
        for node, before in enumerate(graph.previous):
            for tail in (before, *graph.parts.get(node, ())):
                self._later.setdefault(tail, []).append(node)
        self._leaving: dict[int, list[int]] = {}
        self._entering: dict[int, list[int]] = {}
        for half in halves:
            self._add(half)

    def gap(self, half: int) -> int:
        """By how much the least values break a half; 0 or less when they do not."""
        return self._graph.weights[half] + self._least[self._graph.tails[half]] - self._least[self._graph.heads[half]]

    def shortest_cycle(self, through: int, besides: Collection[int]) -> list[int] | None:
        """The shortest positive cycle through a half that the least values break; None when there is none.

        Args:
            through: the half.
            besides: more halves that the cycle may use, which the least values do not break.
        """
        for half in besides:
            self._add(half)
        nodes = self._around(through)
        others = [half for node in nodes for half in self._leaving.get(node, ()) if self._graph.heads[half] in nodes]
        for half in besides:
            self._leaving[self._graph.tails[half]].remove(half)
            self._entering[self._graph.heads[half]].remove(half)
        return shortest_cycle(self._graph, through, sorted(others), nodes) if nodes else None

    def _add(self, half: int) -> None:
        self._leaving.setdefault(self._graph.tails[half], []).append(half)
        self._entering.setdefault(self._graph.heads[half], []).append(half)

    def _around(self, through: int) -> set[int]:
        """The nodes that a positive cycle through a half can pass; none when there is no such cycle."""
        graph, gap = self._graph, self.gap(through)
        start, goal = graph.heads[through], graph.tails[through]
        # A path passes the origin at most once: what lies before and after it is searched from either end.
        ahead = self._within(start, gap, self._onward)
        behind = self._within(goal, gap, self._backward)
        across = ahead.get(graph.origin, gap) + behind.get(graph.origin, gap)
        return {*ahead, *behind} if goal in ahead or across < gap else set()

    def _within(self, start: int, gap: int, ways: _Ways) -> dict[int, int]:
        """The slack to each node within less than a gap, going no further than the origin."""
        reached: dict[int, int] = {}
        waiting = [(0, start)]
        while waiting:
            slack, node = heappop(waiting)
            if node not in reached:
                reached[node] = slack
                for following, more in ways(node) if node != self._graph.origin else ():
                    if slack + more < gap and following not in reached:
                        heappush(waiting, (slack + more, following))
        return reached

    def _onward(self, node: int) -> Iterator[tuple[int, int]]:
        here, least = self._least[node], self._least
        for later in self._later.get(node, ()):
            yield later, least[later] - here
        for half in self._leaving.get(node, ()):
            head = self._graph.heads[half]
            yield head, least[head] - here - self._graph.weights[half]

    def _backward(self, node: int) -> Iterator[tuple[int, int]]:
        here, least = self._least[node], self._least
        for before in (self._graph.previous[node], *self._graph.parts.get(node, ())):
            yield before, here - least[before]
        for half in self._entering.get(node, ()):
            tail = self._graph.tails[half]
            yield tail, here - least[tail] - self._graph.weights[half]

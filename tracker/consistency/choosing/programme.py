"""What to set aside as a mixed-integer programme, solved by HiGHS; loads NumPy, so it is imported only when needed.

A column F(v) for each node, 0 <= F(v) <= L(v), the longest path there: of all running counts that satisfy a set of
figures the lowest stays within L. A binary column for each figure, 1 when it is set aside, takes each of its hot edges
out of force (an edge that is not hot is in no conflict). A row for each conflict known so far makes up for what
floating point lets pass: whole numbers check what the solver keeps, and a conflict that slipped through is added.

The canonical set is found by asking again, with the least weight fixed: which figures of the lowest keys must be set
aside, `BLOCK` figures at a time, each worth twice the next, so that no set of later figures outweighs an earlier one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import ceil

import highspy

from tracker.consistency.choosing.windows import Reach, disjoint_conflicts, without
from tracker.consistency.engine.graph import Graph
from tracker.consistency.engine.system import System

BLOCK = 16
"""Figures settled by one solve: the largest price, 2 ** 15, stays far from what floating point confuses."""

WORK = 2_000_000
"""Rows times nodes of the solver's tree: a limit that does not depend on the speed of the machine."""


CLASHES = 5_000
"""How many pairs of clashing totals get a row of their own."""

REPAIRS = 50
"""How often to add conflicts that slipped through before giving up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says.

    Attributes:
        aside: figures without which the others can all be true; None when it found none within the limits of work.
        at_least: no such figures cost less.
    """

    aside: frozenset[int] | None
    at_least: int


class Programme:
    """The programme of one window, to be asked several times.

    Attributes:
        figures: the figures that are in conflicts, in order.
        conflicts: the conflicts that are known.
    """

    def __init__(self, system: System, conflicts: Iterable[frozenset[int]]) -> None:
        """Set up the columns and rows.

        Args:
            system: the claims; should be those of one window.
            conflicts: conflicts among the figures, as far as known.
        """
        graph = Graph(system)
        reach = Reach(graph)
        hot = list(reach.hot_halves())
        self.figures = sorted({graph.figure(half) for half in hot})
        self.conflicts: set[frozenset[int]] = set()
        self._system = system
        self._places = {figure: place for place, figure in enumerate(self.figures)}
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call] # highspy annotates all but this
        self._highs.silent()
        # The default tolerance of 1e-6 would let a figure that is wrong by a million stand.
        options = (("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5), ("mip_feasibility_tolerance", 1e-9))
        for option, value in options:
            self._highs.setOptionValue(option, value)
        self._add_columns(reach)
        self._add_order(graph)
        for half in hot:
            self._add_half(reach, half)
        self._forbid({*conflicts, *islice(_clashing_totals(graph, hot), CLASHES)})

    def spend_at_most(self, weights: Mapping[int, int], cost: int) -> None:
        """Demand that the figures set aside weigh no more than `cost`."""
        weighed = {place: float(weights[figure]) for figure, place in self._places.items()}
        self._row(-highspy.kHighsInf, cost + 0.5, weighed)

    def settle(self, figures: Iterable[int], aside: Collection[int]) -> None:
        """Fix the choice for some figures."""
        for figure in figures:
            value = float(figure in aside)
            self._highs.changeColBounds(self._places[figure], value, value)

    def least(self, prices: Mapping[int, int]) -> Answer:
        """Figures of least total price to set aside; a figure that is not named costs nothing.

        Raises:
            RuntimeError: when the solver gives up for another reason than the limit of work.
        """
        for figure, place in self._places.items():
            self._highs.changeColCost(place, float(prices.get(figure, 0)))
        answer = self._run()
        for _ in range(REPAIRS):
            if answer.aside is None:
                return answer
            slipped = disjoint_conflicts(without(self._system, answer.aside))
            if not slipped:
                return answer
            self._forbid(slipped)
            answer = self._run()
        return Answer(None, answer.at_least)

    def _run(self) -> Answer:
        highs = self._highs
        highs.setOptionValue("mip_max_nodes", 1 + WORK // highs.getNumRow())
        highs.run()
        status = highs.getModelStatus()
        if status not in {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kSolutionLimit}:
            raise RuntimeError(f"the programme was not solved: {highs.modelStatusToString(status)}")
        # Prices are whole numbers, so what is proved of them in floating point may be rounded up.
        bound = highs.getInfo().mip_dual_bound
        at_least = ceil(bound - 1e-6 * max(1.0, abs(bound)))
        if highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Answer(None, at_least)
        values = highs.getSolution().col_value
        return Answer(frozenset(f for f, place in self._places.items() if values[place] > 0.5), at_least)

    def _forbid(self, conflicts: Iterable[frozenset[int]]) -> None:
        for conflict in sorted(conflicts, key=sorted):
            self.conflicts.add(conflict)
            self._row(1.0, highspy.kHighsInf, {self._places[figure]: 1.0 for figure in conflict})

    def _add_columns(self, reach: Reach) -> None:
        for place in range(len(self.figures)):
            self._highs.addVar(0.0, 1.0)
            self._highs.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        for highest in reach.lowest[:-1]:
            self._highs.addVar(0.0, float(highest))

    def _add_order(self, graph: Graph) -> None:
        for node, before in enumerate(graph.previous):
            for below in (before, *graph.parts.get(node, ())):
                if below != graph.origin:
                    self._row(0.0, highspy.kHighsInf, {self._column(node): 1.0, self._column(below): -1.0})

    def _add_half(self, reach: Reach, half: int) -> None:
        graph = reach.graph
        tail, head, weight = graph.tails[half], graph.heads[half], graph.weights[half]
        # How far the edge can be missed: a low by all of itself, a high by as much as the count can exceed it.
        slack = weight if graph.is_low[half] else max(0, reach.lowest[tail] + weight)
        row = {self._places[graph.figure(half)]: float(slack)}
        if head != graph.origin:
            row[self._column(head)] = 1.0
        if tail != graph.origin:
            row[self._column(tail)] = -1.0
        self._row(float(weight), highspy.kHighsInf, row)

    def _column(self, node: int) -> int:
        return len(self.figures) + node

    def _row(self, low: float, high: float, row: Mapping[int, float]) -> None:
        columns = sorted(row)
        self._highs.addRow(low, high, len(columns), columns, [row[column] for column in columns])


def _clashing_totals(graph: Graph, hot: Iterable[int]) -> Iterator[frozenset[int]]:
    """Pairs of totals that cannot both be true; from their rows the solver learns which exclude one another."""
    lows = [half for half in hot if graph.tails[half] == graph.origin]
    highs = [half for half in hot if graph.heads[half] == graph.origin]
    for low, high in product(lows, highs):
        day, until = graph.heads[low], graph.tails[high]
        if graph.counts[day] == graph.counts[until] and day <= until and graph.weights[low] + graph.weights[high] > 0:
            yield frozenset((graph.figure(low), graph.figure(high)))


def canonical(programme: Programme, weights: Mapping[int, int], cost: int) -> frozenset[int] | None:
    """Of the figures to set aside that weigh `cost`, the least weight of all, those that keep the lowest keys.

    The programme has no other use afterwards: its choice is fixed.

    Returns:
        The figures; None when the limits of work did not suffice to prove that they are the canonical ones.

    Raises:
        RuntimeError: when the solver gives up for another reason than the limit of work.
    """
    programme.spend_at_most(weights, cost)
    aside: frozenset[int] | None = frozenset()
    for first in range(0, len(programme.figures), BLOCK):
        block = programme.figures[first : first + BLOCK]
        prices = {figure: 1 << (len(block) - 1 - place) for place, figure in enumerate(block)}
        answer = programme.least(prices)
        aside = answer.aside
        if aside is None or sum(prices[figure] for figure in block if figure in aside) > answer.at_least:
            return None
        programme.settle(block, aside)
    return aside

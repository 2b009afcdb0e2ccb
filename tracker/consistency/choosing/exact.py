"""What to set aside in one window: implicit hitting sets, the integer programme where they grow hard, or a bound.

Figures set aside must hit every conflict, and figures that hit every conflict are enough. Conflicts are too many to
list, so only those are looked for that the best hitting set of the known ones misses; when it misses none, it is the
answer. Where a group of conflicts takes more than `STEPS` steps, the whole window goes to the integer programme; where
that gives up, or the window is too large for it, the answer is the best one found and what is proved of the least.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from tracker.consistency.choosing import hitting
from tracker.consistency.choosing.windows import cut, disjoint_conflicts, without
from tracker.consistency.engine.system import System

ROUNDS = 40
"""How often to look for conflicts that the hitting set misses."""

STEPS = 2_000
"""Steps to spend on one group of conflicts, about as long as it takes to import the optimiser."""

PROGRAMME_FIGURES = 2_000
"""A larger window would keep the integer programme busy for minutes."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to set aside in a window.

    Attributes:
        aside: the figures; without them the others can all be true.
        at_least: what every such set weighs at least.
        conflicts: conflicts that prove it the canonical least set, found without the optimiser; else None.
    """

    aside: frozenset[int]
    at_least: int
    conflicts: frozenset[frozenset[int]] | None


def choose(system: System, weights: Mapping[int, int]) -> Chosen:
    """Figures of least weight to set aside, as far as the limits of work allow.

    Args:
        system: the claims, in an order that depends on them alone; should be those of one window.
        weights: a positive whole weight for each figure.

    Raises:
        RuntimeError: when the optimiser fails.
    """
    small = len({claim.figure for claim in system.claims}) <= PROGRAMME_FIGURES
    hits = _Hits(weights)
    aside: frozenset[int] = frozenset()
    at_least, proved = 0, True
    for _ in range(ROUNDS):
        new = disjoint_conflicts(without(system, aside))
        hits.add(new)
        if not new and proved:
            return Chosen(aside, at_least, frozenset(hits.conflicts))
        if not new or (small and not proved):
            break
        aside, bound, proved = hits.least()
        at_least = max(at_least, bound)
    if small:
        return _by_programme(system, weights, hits.conflicts, at_least)
    return Chosen(_repaired(system, weights, aside), at_least, None)


@dataclass(slots=True)
class _Hits:
    """The conflicts met so far, and least hitting sets of their groups."""

    weights: Mapping[int, int]
    conflicts: set[frozenset[int]] = field(default_factory=set)
    _known: dict[tuple[frozenset[int], ...], tuple[frozenset[int], int, bool]] = field(default_factory=dict)

    def add(self, conflicts: Iterable[frozenset[int]]) -> None:
        """Take in more conflicts."""
        self.conflicts.update(conflicts)

    def least(self) -> tuple[frozenset[int], int, bool]:
        """A hitting set, a lower bound of its weight, and whether it is proved to be the canonical least one."""
        known = {}
        for group in map(tuple, hitting.components(self.conflicts)):
            known[group] = self._known.get(group) or self._least_of(group)
        self._known = known
        parts = known.values()
        aside = frozenset().union(*(part for part, _, _ in parts))
        return aside, sum(bound for _, bound, _ in parts), all(proved for _, _, proved in parts)

    def _least_of(self, group: tuple[frozenset[int], ...]) -> tuple[frozenset[int], int, bool]:
        try:
            part = hitting.least(group, self.weights, STEPS)
        except hitting.OutOfStepsError:
            bound, bought = hitting.pay(hitting.minimal_only(group), self.weights)
            return hitting.pruned(bought, group, self.weights), bound, False
        if part is None:
            raise AssertionError(f"no figures hit these conflicts: {group}")
        return part, sum(self.weights[figure] for figure in part), True


def _repaired(system: System, weights: Mapping[int, int], aside: frozenset[int]) -> frozenset[int]:
    """Set aside more until the rest can all be true, then take back of that what can be, the heaviest first."""
    more: set[int] = set()
    left: dict[int, int] = {}
    while new := disjoint_conflicts(without(system, aside | more)):
        # As in `hitting.pay`: a conflict costs the cheapest of its figures, and the others become cheaper by it.
        for conflict in new:
            pays = min(left.get(figure, weights[figure]) for figure in conflict)
            for figure in conflict:
                left[figure] = left.get(figure, weights[figure]) - pays
        more.update(figure for figure, price in left.items() if not price)
    for figure in sorted(more, key=lambda figure: (-weights[figure], figure)):
        if not cut(without(system, aside | more - {figure})):
            more.remove(figure)
    return aside | more


def _by_programme(system: System, weights: Mapping[int, int], known: Collection[frozenset[int]], bound: int) -> Chosen:
    # Loading the optimiser takes longer than an ordinary check as a whole.
    from tracker.consistency.choosing.programme import Programme, canonical  # noqa: PLC0415 - see the line above

    programme = Programme(system, hitting.minimal_only(known))
    answer = programme.least(weights)
    at_least = max(bound, answer.at_least)
    aside = answer.aside
    if aside is None:
        conflicts = hitting.minimal_only(programme.conflicts)
        bought = hitting.pay(conflicts, weights)[1]
        aside = _repaired(system, weights, hitting.pruned(bought, conflicts, weights))
    cost = sum(weights[figure] for figure in aside)
    settled = canonical(programme, weights, cost) if cost == at_least else None
    return Chosen(settled or aside, min(at_least, cost), None)

"""Least hitting sets: figures of least total weight, at least one out of every conflict.

Of several least sets the canonical one keeps the lowest keys: of the figures that are in one of two sets alone, the one
of the lowest key is not in the canonical set.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping


def components(conflicts: Iterable[frozenset[int]]) -> list[list[frozenset[int]]]:
    """The conflicts, in groups that share no figure; sorted, and groups by their lowest figure."""
    groups: dict[int, list[frozenset[int]]] = {}
    home: dict[int, int] = {}
    for conflict in conflicts:
        met = {home[figure] for figure in conflict if figure in home}
        name = max(met, key=lambda each: (len(groups[each]), each), default=min(conflict))
        group = groups.setdefault(name, [])
        group.append(conflict)
        for other in met - {name}:
            moved = groups.pop(other)
            group.extend(moved)
            home.update((figure, name) for member in moved for figure in member)
        home.update((figure, name) for figure in conflict)
    ordered = [sorted(group, key=sorted) for group in groups.values()]
    return sorted(ordered, key=lambda group: sorted(group[0]))


def minimal_only(conflicts: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The conflicts that contain no other one: whoever hits those hits all."""
    kept: list[frozenset[int]] = []
    by_figure: dict[int, list[frozenset[int]]] = defaultdict(list)
    for conflict in sorted(set(conflicts), key=lambda each: (len(each), sorted(each))):
        if any(smaller <= conflict for figure in conflict for smaller in by_figure[figure]):
            continue
        kept.append(conflict)
        for figure in conflict:
            by_figure[figure].append(conflict)
    return kept


def pay(conflicts: Iterable[frozenset[int]], prices: Mapping[int, int]) -> tuple[int, frozenset[int]]:
    """Let each conflict in turn pay for its figures until one of them is paid for in full.

    Returns:
        What was paid in all, a lower bound of the price of every hitting set, since that buys a figure of each
        conflict; and the figures paid for in full, a hitting set.
    """
    left: dict[int, int] = {}
    total = 0
    for conflict in conflicts:
        pays = min(left.get(figure, prices[figure]) for figure in conflict)
        if pays:
            total += pays
            for figure in conflict:
                left[figure] = left.get(figure, prices[figure]) - pays
    return total, frozenset(figure for figure, price in left.items() if not price)


def pruned(figures: Iterable[int], conflicts: Collection[frozenset[int]], weights: Mapping[int, int]) -> frozenset[int]:
    """A hitting set without the figures that it can spare, the heaviest first."""
    kept = set(figures)
    for figure in sorted(kept, key=lambda figure: (-weights[figure], figure)):
        if all(kept & conflict != {figure} for conflict in conflicts):
            kept.remove(figure)
    return frozenset(kept)


class OutOfStepsError(Exception):
    """The search would take more steps than allowed."""


def least(
    conflicts: Collection[frozenset[int]],
    weights: Mapping[int, int],
    steps: int,
    *,
    at_most: int | None = None,
    but: Collection[frozenset[int]] = (),
) -> frozenset[int] | None:
    """The canonical least hitting set, by branch and bound.

    Args:
        conflicts: sets of figures, none empty.
        weights: a positive whole weight for each figure.
        steps: the most steps to take.
        at_most: no set that weighs more is asked for.
        but: sets that are known; neither they nor sets that contain one of them are asked for.

    Returns:
        The set; None when there is none.

    Raises:
        OutOfStepsError: when `steps` do not suffice.
    """
    figures = sorted(frozenset().union(*conflicts))
    size = len(figures)
    # One number for weight first, then for how low the keys are: the canonical set is the only one of least price.
    prices = {figure: (weights[figure] << size) + (1 << (size - 1 - place)) for place, figure in enumerate(figures)}
    limit = sum(prices.values()) if at_most is None else ((at_most + 1) << size) - 1
    search = _Search(prices, steps, limit, but)
    search.branch(minimal_only(conflicts), frozenset(), 0)
    return search.best


class _Search:
    """Branch and bound over which figures to take."""

    def __init__(self, prices: Mapping[int, int], steps: int, limit: int, but: Collection[frozenset[int]]) -> None:
        self.prices = prices
        self.steps = steps
        self.but = but
        self.best: frozenset[int] | None = None
        self.best_price = limit + 1

    def branch(self, conflicts: list[frozenset[int]], taken: frozenset[int], price: int) -> None:
        """Take or leave one figure after another; `conflicts` are those not hit yet, without the figures left."""
        self.steps -= 1
        if self.steps < 0:
            raise OutOfStepsError
        if price + pay(conflicts, self.prices)[0] >= self.best_price or any(known <= taken for known in self.but):
            return
        if not conflicts:
            self.best, self.best_price = taken, price
            return
        figure = self._pivot(conflicts)
        missed = [conflict for conflict in conflicts if figure not in conflict]
        self.branch(missed, taken | {figure}, price + self.prices[figure])
        shrunk = [conflict - {figure} for conflict in conflicts]
        if all(shrunk):
            self.branch(minimal_only(shrunk), taken, price)

    def _pivot(self, conflicts: list[frozenset[int]]) -> int:
        """A figure of a smallest conflict, the one that hits most for its price."""
        smallest = min(conflicts, key=lambda conflict: (len(conflict), sorted(conflict)))
        hits = {figure: sum(figure in conflict for conflict in conflicts) for figure in smallest}
        return min(smallest, key=lambda figure: (self.prices[figure] // hits[figure], figure))

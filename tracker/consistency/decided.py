"""Which decisions about batches are in force: a newer one wins where an older one cannot stand beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracker.domain.decision import Decision, DecisionKind


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds of reports after all decisions.

    Attributes:
        same: sets of figures that report one batch, apart from one another.
        distinct: sets of figures of which no two report one batch.
    """

    same: tuple[frozenset[int], ...]
    distinct: tuple[frozenset[int], ...]

    def honours(self, decision: Decision) -> bool:
        """Whether all that was decided then holds."""
        if decision.kind is DecisionKind.SAME:
            return any(decision.figures <= together for together in self.same)
        return not any(len(decision.figures & together) > 1 for together in self.same)


def decided(decisions: Iterable[Decision]) -> Decided:
    """What holds after these decisions, given oldest first.

    Reports that are one batch with the same report are one batch with each other; never so against a newer decision
    that they are distinct.
    """
    batch_of: dict[int, set[int]] = {}
    distinct: list[frozenset[int]] = []
    apart: set[frozenset[int]] = set()
    for decision in reversed(list(decisions)):
        pairs = [frozenset(pair) for pair in combinations(sorted(decision.figures), 2)]
        if decision.kind is DecisionKind.DISTINCT:
            free = [pair for pair in pairs if not any(pair <= together for together in batch_of.values())]
            distinct.extend([decision.figures] if free == pairs else free)
            apart.update(free)
            continue
        for one, other in map(sorted, pairs):
            joined = batch_of.get(one, {one}) | batch_of.get(other, {other})
            if not any(pair <= joined for pair in apart):
                batch_of.update(dict.fromkeys(joined, joined))
    batches = {id(together): frozenset(together) for together in batch_of.values()}
    return Decided(tuple(sorted(batches.values(), key=min)), tuple(sorted(distinct, key=sorted)))


def overruled(before: Sequence[Decision], new: Decision) -> list[Decision]:
    """The decisions, of those given oldest first, that held in full and no longer do beside a new one."""
    then, now = decided(before), decided([*before, new])
    return [decision for decision in before if then.honours(decision) and not now.honours(decision)]

"""Other choices that cost the same: what could be set aside instead."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracker.consistency.choosing import hitting
from tracker.consistency.choosing.windows import cut, disjoint_conflicts, without
from tracker.consistency.engine.system import System

NAMED = 5
"""Other choices that are named for each group of linked conflicts; where there are more, `complete` is false."""

STEPS = 2_000
"""Steps of one search for another choice."""

ROUNDS = 40
"""How many searches to make in each group."""

FIGURES = 500
"""In a larger window no other choice is looked for; whether there is one then stays open."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Figures set aside that others could replace at the same cost, all else being set aside as chosen.

    Where all ties are complete, every other choice of the same cost replaces the figures of one or more of them.

    Attributes:
        instead_of: figures set aside by the choice.
        aside: figures that could be set aside instead, each a set by itself; sorted. Empty where whether there are
            any was left open.
        complete: whether the ties of these and of all linked figures are named in full; if not, there are more, or the
            limits of work left it open.
    """

    instead_of: tuple[int, ...]
    aside: tuple[tuple[int, ...], ...]
    complete: bool


def ties(
    system: System, weights: Mapping[int, int], aside: Collection[int], conflicts: Collection[frozenset[int]]
) -> tuple[Tie, ...]:
    """The ties of a least choice in one window, for each group of linked conflicts.

    Args:
        system: the claims of the window.
        weights: a positive whole weight for each figure.
        aside: a least set of figures to set aside.
        conflicts: conflicts that every choice must hit, such that each figure of `aside` is in one of them.
    """
    if len({claim.figure for claim in system.claims}) > FIGURES:
        return (Tie(tuple(sorted(aside)), (), complete=False),)
    met = set(conflicts)
    while True:
        groups = hitting.components(met)
        found = []
        for group in groups:
            part = frozenset().union(*group).intersection(aside)
            ties_of_group, more = _others(without(system, frozenset(aside) - part), weights, part, group)
            found += ties_of_group
            met |= more
        # A conflict may link groups that seemed independent: another choice may then differ in both at once.
        if len(hitting.components(met)) == len(groups):
            return tuple(sorted(found, key=lambda tie: tie.instead_of))


def _others(
    system: System, weights: Mapping[int, int], part: frozenset[int], conflicts: Collection[frozenset[int]]
) -> tuple[list[Tie], set[frozenset[int]]]:
    """The ties of one group, and the conflicts met in looking for them."""
    cost = sum(weights[figure] for figure in part)
    known = [part]
    met = set(conflicts)
    complete = False
    for _ in range(ROUNDS):
        try:
            other = hitting.least(met, weights, STEPS, at_most=cost, but=known)
        except hitting.OutOfStepsError:
            break
        complete = other is None
        if other is None:
            break
        missed = disjoint_conflicts(without(system, other))
        met.update(missed)
        if not missed and len(known) > NAMED:
            break
        if not missed:
            known.append(other)
    return _told(part, known[1:], complete=complete), met


def _told(part: frozenset[int], others: Collection[frozenset[int]], *, complete: bool) -> list[Tie]:
    """What is left out of `part`, with what comes in for it, for all others."""
    if not others and not complete:
        return [Tie(tuple(sorted(part)), (), complete=False)]
    instead: dict[frozenset[int], list[tuple[int, ...]]] = defaultdict(list)
    for other in others:
        instead[part - other].append(tuple(sorted(other - part)))
    return [Tie(tuple(sorted(out)), tuple(sorted(come)), complete) for out, come in instead.items()]


def swaps(system: System, weights: Mapping[int, int], aside: Collection[int]) -> tuple[Tie, ...]:
    """The ties of a least choice in which one figure takes the place of one other: enough where a search is too long.

    Args:
        system: the claims of the window.
        weights: a positive whole weight for each figure.
        aside: a least set of figures to set aside.
    """
    if len({claim.figure for claim in system.claims}) > FIGURES:
        return (Tie(tuple(sorted(aside)), (), complete=False),)
    found = []
    for figure in sorted(aside):
        others = frozenset(aside) - {figure}
        # Whatever takes the place of the figure must be in each of its conflicts with what is kept.
        blocking = frozenset().union(*disjoint_conflicts(without(system, others))) - {figure}
        instead = [
            (other,)
            for other in sorted(blocking)
            if weights[other] == weights[figure] and not cut(without(system, others | {other}))
        ]
        if instead:
            found.append(Tie((figure,), tuple(instead), complete=False))
    return tuple(found) or (Tie(tuple(sorted(aside)), (), complete=False),)

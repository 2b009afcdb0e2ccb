"""What to set aside: figures of least total weight such that all the others can be true together.

The claims are cut into windows that no conflict crosses, and each is solved by itself: totals of one count alone in
n log n steps (`totals`), anything else by implicit hitting sets and, where these grow hard, as an integer programme
(`exact`). The answer depends on what the claims say and on the keys of the figures, never on their order.

Of several least choices the canonical one is taken, which keeps the lowest keys: of the figures that are in one of two
choices alone, the one of the lowest key is kept. That is proved wherever the choice is proved least, but for windows of
more than `totals.CANONICAL` totals and for programmes that run out of work; then it is one of the least, always the
same one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.consistency.choosing import totals
from tracker.consistency.choosing.exact import choose
from tracker.consistency.choosing.ties import Tie, swaps, ties
from tracker.consistency.choosing.windows import cut, without
from tracker.consistency.engine.solver import Solution, solve
from tracker.consistency.engine.system import Claim, System


@dataclass(frozen=True, slots=True)
class Choice:
    """What to set aside.

    Attributes:
        aside: the figures, in ascending order; without them the others can all be true.
        cost: their total weight.
        at_least: no choice costs less than this; equal to `cost` where the choice is proved least.
        ties: other choices that cost the same, for each independent part where there are some or it stays open.
        certificate: where all conflicts are among totals of one count: links that prove the choice least, to be checked
            by `certifies`; else None.
    """

    aside: tuple[int, ...]
    cost: int
    at_least: int
    ties: tuple[Tie, ...] = ()
    certificate: tuple[totals.Link, ...] | None = None


def set_aside(system: System, weights: Mapping[int, int]) -> Choice:
    """Figures of least total weight such that all the others can be true together.

    Args:
        system: the claims.
        weights: for each figure a positive whole number, the greater the less it should be set aside.

    Raises:
        ValueError: when a weight is missing or no positive whole number, a span does not end after it opens, or a count
            is declared to be part of itself.
        RuntimeError: when the optimiser fails.
    """
    _check(system, weights)
    return joined(solve_window(window, weights) for window in cut(system))


def joined(choices: Iterable[Choice]) -> Choice:
    """The choices of independent windows as one."""
    choices = tuple(choices)
    links: tuple[totals.Link, ...] | None = ()
    for choice in choices:
        links = None if links is None or choice.certificate is None else links + choice.certificate
    return Choice(
        tuple(sorted(figure for choice in choices for figure in choice.aside)),
        sum(choice.cost for choice in choices),
        sum(choice.at_least for choice in choices),
        tuple(sorted((tie for choice in choices for tie in choice.ties), key=lambda tie: tie.instead_of)),
        links,
    )


def solve_window(system: System, weights: Mapping[int, int]) -> Choice:
    """What to set aside in one window; right for any system, but cut it first: see `windows.cut`.

    Args:
        system: the claims of the window.
        weights: a positive whole weight for each of its figures.
    """
    system = System(tuple(sorted(system.claims, key=_order)), tuple(sorted(set(system.within))))
    figures = totals.totals(system)
    if figures is not None:
        aside, links = totals.least(figures, weights)
        clashes = {frozenset((link.earlier, link.later)) for link in links}
        cost = sum(weights[figure] for figure in aside)
        return Choice(tuple(sorted(aside)), cost, cost, ties(system, weights, aside, clashes), links)
    chosen = choose(system, weights)
    cost = sum(weights[figure] for figure in chosen.aside)
    found: tuple[Tie, ...] = ()
    if chosen.conflicts is not None:
        found = ties(system, weights, chosen.aside, chosen.conflicts)
    elif cost == chosen.at_least:
        found = swaps(system, weights, chosen.aside)
    return Choice(tuple(sorted(chosen.aside)), cost, chosen.at_least, found)


def certifies(choice: Choice, system: System, weights: Mapping[int, int]) -> bool:
    """Whether a choice with a certificate is right: all else can be true together, and nothing less would do.

    Only the arithmetic of the links and the verdict on what is kept are relied on, not how the choice was found.
    """
    known = {claim.figure for claim in system.claims}
    if choice.certificate is None or list(choice.aside) != sorted(known.intersection(choice.aside)):
        return False
    cost = sum(weights[figure] for figure in choice.aside)
    if not choice.cost == cost == choice.at_least == totals.proved(choice.certificate, system, weights):
        return False
    return isinstance(solve(without(system, frozenset(choice.aside))), Solution)


def _check(system: System, weights: Mapping[int, int]) -> None:
    for figure in {claim.figure for claim in system.claims}:
        if figure not in weights or weights[figure] < 1:
            raise ValueError(f"figure {figure} needs a positive whole weight, not {weights.get(figure)}")


def _order(claim: Claim) -> tuple[int | bool, ...]:
    """A place for each claim that depends on what it says alone."""
    ends = (claim.after, claim.low, claim.high)
    return (claim.figure, claim.count, claim.upto, *(end is None for end in ends), *(end or 0 for end in ends))

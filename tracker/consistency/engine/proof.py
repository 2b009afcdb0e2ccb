"""Proofs of a conflict that plain addition can check."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.consistency.engine.system import Claim, System


@dataclass(frozen=True, slots=True)
class Premise:
    """The half of a claim that a proof uses; exactly one of `low` and `high` is set.

    Attributes:
        figure: the key of the figure that says so.
        count: which running count it speaks of.
        after: the day whose end opens the span; None for a running total.
        upto: the day whose end closes the span.
        low: the count grew (or stood) by at least this.
        high: the count grew (or stood) by at most this.
    """

    figure: int
    count: int
    after: int | None
    upto: int
    low: int | None = None
    high: int | None = None

    @property
    def gain(self) -> int:
        """What the premise adds to the sum along the proof: its low, or its high taken off."""
        if self.low is not None:
            return self.low
        if self.high is None:
            raise ValueError(f"a premise needs a low or a high: {self}")
        return -self.high

    @property
    def starts(self) -> int | None:
        """The day from which the proof goes through this premise; None for the beginning of the count, 0."""
        return self.after if self.low is not None else self.upto

    @property
    def ends(self) -> int | None:
        """The day to which this premise takes the proof; None for the beginning of the count, 0."""
        return self.upto if self.low is not None else self.after

    def is_half_of(self, claim: Claim) -> bool:
        """Whether the claim says this."""
        same_span = (self.figure, self.count, self.after, self.upto) == (
            claim.figure,
            claim.count,
            claim.after,
            claim.upto,
        )
        if self.low is not None:
            return same_span and self.high is None and self.low == claim.low
        return same_span and self.high is not None and self.high == claim.high


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that cannot all be true, though any of them left out the others can.

    Attributes:
        figures: their keys, in order, each once.
        steps: the premises in the order of the proof; from each to the next, and from the last to the first, the
            count can only have stayed or risen, yet the lows exceed the highs.
        misses_by: by how much they do.
    """

    figures: tuple[int, ...]
    steps: tuple[Premise, ...]
    misses_by: int


def conflict_of(cycle: Iterable[Premise]) -> Conflict:
    """The conflict that these premises prove, told from where a span opens."""
    steps = tuple(cycle)
    # A proof that passes the beginning of the count is told from there, any other from its earliest low.
    starts = [place for place in range(len(steps)) if steps[place - 1].ends is None]
    if not starts:
        starts = [place for place in range(len(steps)) if steps[place].low is not None]
    first = min(starts, key=lambda place: (steps[place].upto, place))
    steps = steps[first:] + steps[:first]
    figures = tuple(sorted({step.figure for step in steps}))
    return Conflict(figures, steps, sum(step.gain for step in steps))


def replay(conflict: Conflict, system: System) -> int:
    """By how much the conflict's figures miss each other, added up again from the system's own claims.

    Raises:
        ValueError: when a step is no claim of the system, does not follow from the step before it, or the sum, the
            figures or the size of the gap are not those of the conflict.
    """
    total = 0
    for place, step in enumerate(conflict.steps):
        if not any(step.is_half_of(claim) for claim in system.claims):
            raise ValueError(f"no claim of the system says {step}")
        before = conflict.steps[place - 1]
        if not _follows(before, step, system.within):
            raise ValueError(f"{step} does not follow from {before}")
        total += step.gain
    if total <= 0 or total != conflict.misses_by:
        raise ValueError(f"the steps add up to {total}, not to {conflict.misses_by}")
    if conflict.figures != tuple(sorted({step.figure for step in conflict.steps})):
        raise ValueError(f"the steps are not those of the figures {conflict.figures}")
    return total


def _follows(before: Premise, step: Premise, within: tuple[tuple[int, int], ...]) -> bool:
    """Whether the count where `step` starts is never less than where `before` ends."""
    if before.ends is None:
        return True  # no count is ever negative
    if step.starts is None or step.starts < before.ends:
        return False
    reached, grown = {before.count}, True
    while grown:
        more = {whole for part, whole in within if part in reached} - reached
        reached |= more
        grown = bool(more)
    return step.count in reached

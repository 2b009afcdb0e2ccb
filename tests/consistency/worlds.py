"""Small random systems, and all the running counts there are for them: the yardstick of the engine's tests."""

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from tracker.consistency.engine.system import Claim, System

DAYS = (10, 11, 13)
MOST = 4
PAIRS = ((), (), ((0, 1),), ((0, 1), (1, 2)), ((0, 2), (1, 2)))


@st.composite
def claims(draw: st.DrawFn, figures: int, counts: int) -> Claim:
    """A claim with small numbers; now and then one that is impossible by itself."""
    upto = draw(st.sampled_from(DAYS))
    after = draw(st.sampled_from([None, None, *(day for day in DAYS if day < upto)]))
    ends = [draw(st.sampled_from([None, 0, 1, 2, 3])) for _ in range(2)]
    if None not in ends and draw(st.integers(0, 9)):
        ends.sort(key=lambda end: end or 0)
    return Claim(draw(st.integers(0, figures - 1)), draw(st.integers(0, counts - 1)), after, upto, *ends)


@st.composite
def systems(draw: st.DrawFn, most_figures: int = 6) -> System:
    """A system of up to three counts; most figures make one claim, some more."""
    counts = draw(st.integers(1, 3))
    within = draw(st.sampled_from([pairs for pairs in PAIRS if not pairs or max(map(max, pairs)) < counts]))
    figures = draw(st.integers(1, most_figures))
    return System(tuple(draw(st.lists(claims(figures, counts), min_size=1, max_size=figures + 1))), within)


@st.composite
def plain_systems(draw: st.DrawFn) -> System:
    """A system in which every figure makes one claim."""
    system = draw(systems())
    renumbered = (
        Claim(figure, claim.count, claim.after, claim.upto, claim.low, claim.high)
        for figure, claim in enumerate(system.claims)
    )
    return System(tuple(renumbered), system.within)


def counts_of(system: System) -> list[int]:
    """The counts that a system names, in order."""
    return sorted({claim.count for claim in system.claims}.union(*system.within))


def capped(system: System) -> System:
    """The system with no count above MOST, so that all its worlds can be listed."""
    caps = tuple(Claim(1000 + count, count, None, DAYS[-1], None, MOST) for count in counts_of(system))
    return System(system.claims + caps, system.within)


def worlds(system: System) -> Iterator[dict[int, dict[int, int]]]:
    """All running counts of up to MOST that fulfil the system, as count -> day -> value."""
    rising = [values for values in product(range(MOST + 1), repeat=len(DAYS)) if list(values) == sorted(values)]
    every = [dict(zip(DAYS, values, strict=True)) for values in rising]
    counts = counts_of(system)
    possible = [[course for course in every if _fits(system, count, course)] for count in counts]
    for courses in product(*possible):
        world = dict(zip(counts, courses, strict=True))
        if all(world[part][day] <= world[whole][day] for part, whole in system.within for day in DAYS):
            yield world


def _fits(system: System, count: int, course: dict[int, int]) -> bool:
    for claim in system.claims:
        if claim.count == count:
            grown = course[claim.upto] - (0 if claim.after is None else course[claim.after])
            if not (claim.low is None or claim.low <= grown) or not (claim.high is None or grown <= claim.high):
                return False
    return True

"""Systems with weights, and all least choices of what to set aside: the yardstick for those that are found."""

from itertools import chain, combinations

from hypothesis import strategies as st

from tests.consistency.worlds import systems
from tracker.consistency.engine.solver import Solution, solve
from tracker.consistency.engine.system import Claim, System

Weighed = tuple[System, dict[int, int]]


def figures_of(system: System) -> list[int]:
    """The figures of a system, in order."""
    return sorted({claim.figure for claim in system.claims})


@st.composite
def weighed(draw: st.DrawFn, of: st.SearchStrategy[System]) -> Weighed:
    """A system with a small weight for each figure."""
    system = draw(of)
    return system, {figure: draw(st.sampled_from([1, 1, 2, 3])) for figure in figures_of(system)}


@st.composite
def total(draw: st.DrawFn, figure: int) -> tuple[Claim, ...]:
    """A total of count 0: open at an end, of a day or of a span of days, now and then impossible by itself."""
    day = draw(st.integers(10, 16))
    low = draw(st.integers(0, 8))
    high = low + draw(st.sampled_from([-2, 0, 0, 1, 3]))
    match draw(st.sampled_from(["low", "high", "day", "day", "span"])):
        case "low":
            return (Claim(figure, 0, None, day, low=low),)
        case "high":
            return (Claim(figure, 0, None, day, high=high),)
        case "day":
            return (Claim(figure, 0, None, day, low, high),)
        case _:
            return Claim(figure, 0, None, day + 2, low=low), Claim(figure, 0, None, day, high=max(low, high))


@st.composite
def totals_alone(draw: st.DrawFn, most_figures: int = 7) -> System:
    """Totals of one count."""
    return System(tuple(chain(*(draw(total(figure)) for figure in range(draw(st.integers(1, most_figures)))))))


@st.composite
def totals_and_batches(draw: st.DrawFn, most_figures: int = 8) -> System:
    """Totals of one count, reported batches, and a few spans that are closed from above."""
    claims: list[Claim] = []
    for figure in range(draw(st.integers(2, most_figures))):
        upto = draw(st.integers(10, 16))
        after = upto - draw(st.integers(1, 4))
        match draw(st.sampled_from(["total", "total", "batch", "batch", "period"])):
            case "total":
                claims.extend(draw(total(figure)))
            case "batch":
                claims.append(Claim(figure, 0, after, upto, low=draw(st.integers(1, 5))))
            case _:
                low = draw(st.integers(0, 3))
                claims.append(Claim(figure, 0, after, upto, low, low + draw(st.integers(0, 2))))
    return System(tuple(claims))


ANY = weighed(st.one_of(systems(), totals_alone(), totals_and_batches()))


def least_choices(system: System, weights: dict[int, int]) -> list[tuple[int, ...]]:
    """All sets of least total weight without which the rest can be true, the canonical one first."""
    figures = figures_of(system)
    every = chain.from_iterable(combinations(figures, size) for size in range(len(figures) + 1))
    by_cost: dict[int, list[tuple[int, ...]]] = {}
    for choice in every:
        by_cost.setdefault(sum(weights[figure] for figure in choice), []).append(choice)
    for _, choices in sorted(by_cost.items()):
        right = [choice for choice in choices if can_be_true(system, choice)]
        if right:
            return sorted(right, key=lambda choice: [figure in choice for figure in figures])
    raise AssertionError("nothing at all can always be true")


def can_be_true(system: System, aside: tuple[int, ...]) -> bool:
    """Whether all else can be true."""
    return isinstance(solve(system.only(set(figures_of(system)) - set(aside))), Solution)

"""Screening: a large store's findings are those of every figure looked at, whatever the screen leaves out."""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from tests.factory import figure, recorded
from tracker.consistency.book import Book
from tracker.consistency.checking import findings
from tracker.consistency.decided import Decided
from tracker.consistency.examination import examine
from tracker.consistency.screening.known import Known
from tracker.consistency.screening.screen import screened
from tracker.domain.decision import Break
from tracker.domain.figure import Figure, RecordedFigure
from tracker.domain.finding import Finding
from tracker.domain.source import UNATTRIBUTED, Coverage, Source
from tracker.domain.span import Span
from tracker.domain.table import BASES, OPEN, FigureColumns, Table

TODAY = date(2024, 6, 1)
START = date(2023, 1, 1)
NOTHING_DECIDED = Decided((), ())
SOURCES = (Source("Mission", Coverage.OWN),)


def table_of(figures: Iterable[RecordedFigure]) -> Table:
    """The figures as a store gives them in columns."""
    figures = list(figures)
    indicators, sources, places = (
        sorted(names)
        for names in (
            {one.indicator for one in figures},
            {name for one in figures for name in (one.source, one.publisher)},
            {one.place for one in figures},
        )
    )

    def days(span: Span | None) -> tuple[int, int]:
        return (span.first.toordinal(), span.last.toordinal()) if span else (OPEN, OPEN)

    rows = [
        (
            one.id,
            indicators.index(one.indicator),
            sources.index(one.source),
            sources.index(one.publisher),
            places.index(one.place),
            OPEN if one.bounds.low is None else one.bounds.low,
            OPEN if one.bounds.high is None else one.bounds.high,
            BASES.index(one.basis),
            *days(one.as_of),
            *days(one.since),
            *days(one.published),
            (not one.url)
            + 2 * (not one.quote)
            + 4 * (not one.archive)
            + 8 * (not one.archive_url)
            + 16 * (one.in_archive is False)
            + 32 * (one.in_archive is None),
        )
        for one in figures
    ]
    columns = FigureColumns(*np.array(rows, np.int64).reshape(-1, 15).T)
    return Table(columns, dict(enumerate(indicators)), dict(enumerate(sources)), dict(enumerate(places)))


def by_screen(
    figures: Iterable[RecordedFigure], decided: Decided = NOTHING_DECIDED, breaks: Iterable[Break] = ()
) -> tuple[list[Finding], set[int]]:
    """What is found by way of the screen, and the figures that had to be looked at for it."""
    by_id = {one.id: one for one in figures}
    seen: set[int] = set()

    def load(numbers: Iterable[int]) -> list[RecordedFigure]:
        seen.update(numbers)
        return [by_id[number] for number in numbers]

    known = Known(SOURCES, tuple(breaks), decided, TODAY)
    return screened(table_of(by_id.values()), known, load).findings, seen


def by_looking(
    figures: Iterable[RecordedFigure], decided: Decided = NOTHING_DECIDED, breaks: Iterable[Break] = ()
) -> list[Finding]:
    """What is found by looking at all."""
    book = Book.of(figures, SOURCES, TODAY, breaks)
    return findings(examine(book, decided.same, decided.distinct))


def in_some_order(found: Iterable[Finding]) -> list[str]:
    """Findings that can be compared as sets, whole."""
    return sorted(map(repr, found))


class World:
    """Random figures of a count that really runs, now and then copied, misdated, hedged or wrong."""

    def __init__(self, seed: int, *, wrong: float = 0.0, indicators: tuple[str, ...] = ("returned",)) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - test figures, not secrets
        self.wrong = wrong
        self.figures = [
            recorded(one, number)
            for number, one in enumerate(
                (one for indicator in indicators for one in self._count(indicator)), self.dice.randint(1, 5)
            )
        ]
        self.dice.shuffle(self.figures)

    def _count(self, indicator: str) -> Iterator[Figure]:
        dice, total, day = self.dice, 0, START
        several = ("Ukraine", "Kherson Oblast") if dice.random() < 0.1 else ("Kherson Oblast",)
        places = dice.choice([("Ukraine",), several])
        for _ in range(dice.randint(1, 25)):
            day += timedelta(days=dice.choice([0, 1, 1, 2, 5, 40, 90]))
            batch = dice.randint(1, 9)
            source = dice.choice(["A", "A", "B", "a", "Mission", UNATTRIBUTED])
            printed = day + timedelta(days=dice.choice([0, 0, 1, 9, -1]))
            said: dict[str, Any] = {
                "source": source,
                "publisher": dice.choice([source, source, "P", "Q"]),
                "published": dice.choice([None, printed.isoformat()]),
                "place": dice.choice(places),
                "url": dice.choice(["", "https://example.org/1", f"https://example.org/{day}"]),
                "quote": dice.choice(["", "as printed"]),
                "archive": dice.choice(["", "0" * 64]),
                "archive_url": dice.choice(["", "https://example.org/copy"]),
                "in_archive": dice.choice([True, False, None]),
            }
            kind = dice.random()
            as_of = day.isoformat() if dice.random() < 0.9 else day.isoformat()[:7]
            if kind < 0.45:
                total += batch
                value = dice.choice([f"+{batch}", f"+{batch}", f"at least {batch}"])
                yield figure(indicator, value, as_of=as_of, basis="event", **said)
                if dice.random() < 0.2:
                    copy = {**said, "publisher": "R", "published": None}
                    yield figure(indicator, value, as_of=as_of, basis="event", **copy)
            elif kind < 0.6:
                first = day - timedelta(days=dice.randint(0, 60))
                value = dice.choice([f"at least {dice.randint(0, batch)}", f"at most {total + batch}"])
                yield figure(indicator, value, as_of=as_of, since=first.isoformat(), **said)
            else:
                total += dice.choice([0, 0, 0, 12])
                true = dice.choice([f"{total}", f"at least {max(0, total - batch)}", f"fewer than {total + batch + 1}"])
                value = f"{dice.randint(0, 200)}" if dice.random() < self.wrong else true
                yield figure(indicator, value, as_of=as_of, basis="total", **said)


def agree(world: World, decided: Decided = NOTHING_DECIDED, breaks: Iterable[Break] = ()) -> set[int]:
    """Hold both ways against each other, and give the figures that the screen had looked at."""
    found, seen = by_screen(world.figures, decided, breaks)
    assert in_some_order(by_looking(world.figures, decided, breaks)) == in_some_order(found)
    return seen


@pytest.mark.parametrize("wrong", [0.0, 0.1])
@pytest.mark.parametrize("seed", range(150))
def test_the_findings_are_those_of_every_figure_looked_at(seed: int, wrong: float) -> None:
    """Sound and unsound counts, one indicator and several, related or not."""
    indicators = (("returned",), ("returned", "killed"), ("returned", "returned-deported"), ("missing",))[seed % 4]
    agree(World(seed, wrong=wrong, indicators=indicators))


@pytest.mark.parametrize("seed", range(60))
def test_decisions_and_breaks_count(seed: int) -> None:
    """What people decided about batches, and days on which a source changed what it counts."""
    world = World(seed)
    events = sorted(one.id for one in world.figures if one.basis == "event")
    some = world.dice.sample(events, min(4, len(events)))
    decided = Decided(
        tuple(frozenset(pair) for pair in [some[:2]] if len(pair) > 1),
        tuple(frozenset(pair) for pair in [some[2:]] if len(pair) > 1),
    )
    breaks = [Break("returned", "A", date(2023, 3, 1), "a new definition")] if seed % 3 == 0 else []

    agree(world, decided, breaks)


def test_what_nothing_can_be_found_of_is_not_looked_at() -> None:
    """A count that runs without a fault, each rise announced: no figure is needed as an object."""
    day, total, said = START, 0, []
    for number in range(200):
        day += timedelta(days=1)
        total += 1 + number * 7 % 60
        said.append(figure("returned", f"+{1 + number * 7 % 60}", as_of=day.isoformat(), published=day.isoformat()))
        said.append(figure("returned", str(total), as_of=day.isoformat(), published=day.isoformat()))
    figures = [recorded(one, number) for number, one in enumerate(said, 1)]

    found, seen = by_screen(figures)

    assert in_some_order(by_looking(figures)) == in_some_order(found)
    assert set() == seen - {figures[-1].id, figures[-2].id}


@pytest.mark.parametrize("largest", [2**31, 2**53, 2**61, 2**63 - 1])
def test_numbers_beyond_reason_do_not_overflow(largest: int) -> None:
    """Sums that do not fit are left to the objects."""
    said = [
        figure("killed", str(largest), as_of="2023-01-02"),
        figure("killed", "+5", as_of="2023-01-02"),
        figure("killed", f"+{largest}", as_of="2023-01-20"),
        figure("killed", f"+{largest - 1}", as_of="2023-02-20"),
        figure("killed", str(largest), as_of="2023-03-02"),
        figure("killed", f"at least {largest}", as_of="2023-03-02"),
    ]
    figures = [recorded(one, number) for number, one in enumerate(said, 1)]

    assert in_some_order(by_looking(figures)) == in_some_order(by_screen(figures)[0])


def test_an_empty_store_has_no_findings() -> None:
    """Nothing to look at."""
    assert ([], set()) == by_screen([])

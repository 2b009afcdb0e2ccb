"""Words, dates and whole entries changed at random: each is read or refused in one line, and soon."""

import csv
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factory import day
from tests.fuzzing import ODD, PATIENCE, mutated, require_one_line
from tracker.domain.errors import UnreadableValue
from tracker.domain.figure import Figure
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.domain.place import KNOWN_PLACES
from tracker.domain.span import Span
from tracker.wording.entry import BadField, Entry, Known, figure_of
from tracker.wording.reading import read_value

LARGEST = 2**63  # the first number that no database keeps

with Path(__file__).with_name("wordings.csv").open(encoding="utf-8") as file:
    WORDINGS = [row["value"] for row in csv.DictReader(file)]
LETTERS = sorted({*ODD, *"".join(WORDINGS)})
DATES = ["2024-04-03", "2024-04", "2024", "2024-03-28/2024-04-03", "2023-12/2024-01", "0001-01-01", "9999-12-31"]
KNOWN = Known.of((one.name for one in KNOWN_INDICATORS), KNOWN_PLACES, day("2024-06-01"))
ENTRY = Entry(
    indicator="returned",
    value="at least 1,234",
    as_of="2024-04-03",
    source="Children of War",
    publisher="The Kyiv Independent",
    published="2024-04-04",
    place="Kherson Oblast;Crimea",
    url="https://example.org/1",
    quote="At least 1,234 were returned.",
    low="1234",
)
ENTRIES = [
    ENTRY,
    ENTRY._replace(value="+7", basis="event", low=""),
    ENTRY._replace(value="mais de 300", low="301", high="99999999"),
    ENTRY._replace(value="31", low="", since="2024-01-01", basis="period"),
]


def each(seed: str, many: int, case: Callable[[random.Random], None]) -> None:
    """Try many cases, none of which may take long."""
    dice, slowest = random.Random(seed), 0.0  # noqa: S311 - dice for a test
    for _ in range(many):
        start = time.process_time()
        case(dice)
        slowest = max(slowest, time.process_time() - start)
    assert slowest < PATIENCE


@pytest.mark.parametrize("part", range(2))
def test_thirty_thousand_wordings_are_read_or_refused(part: int) -> None:
    """What is read is a figure that can be kept: whole numbers, not below zero, in order."""

    def case(dice: random.Random) -> None:
        words = mutated(dice, dice.choice(WORDINGS), WORDINGS, LETTERS)
        try:
            bounds = read_value(words).bounds
        except UnreadableValue as error:
            require_one_line(error)
        else:
            assert 0 <= (bounds.low or 0) <= (LARGEST if bounds.high is None else bounds.high) <= LARGEST, words

    each(f"wordings {part}", 30_000, case)


def test_forty_thousand_dates_are_read_or_refused() -> None:
    """What is read has a first and a last day in order, and can be read again."""

    def case(dice: random.Random) -> None:
        text = mutated(dice, dice.choice(DATES), DATES, [*ODD, *"0123456789-/"])
        try:
            span = Span.parse(text)
        except ValueError as error:
            require_one_line(error)
        else:
            assert span.first <= span.last
            assert span == Span.parse(str(span))

    each("dates", 40_000, case)


def changed_entry(dice: random.Random) -> Entry:
    """An entry with some cells changed, and now and then two exchanged."""
    cells = list(dice.choice(ENTRIES))
    for place in dice.sample(range(len(cells)), dice.randint(1, 3)):
        cells[place] = mutated(dice, cells[place], [*WORDINGS, *DATES], LETTERS) * (5000 if dice.random() < 0.01 else 1)
    if dice.random() < 0.1:
        first, second = dice.sample(range(len(cells)), 2)
        cells[first], cells[second] = cells[second], cells[first]
    return Entry._make(cells)


def test_fifteen_thousand_entries_make_a_figure_or_name_a_column() -> None:
    """The figure is one that any store can keep."""
    columns: set[str] = set()

    def case(dice: random.Random) -> None:
        entry = changed_entry(dice)
        try:
            figure = figure_of(entry, KNOWN)
        except BadField as error:
            require_one_line(error)
            columns.add(error.column)
        else:
            assert isinstance(figure, Figure)
            assert all(end is None or 0 <= end < LARGEST for end in (figure.bounds.low, figure.bounds.high))

    each("entries", 15_000, case)
    assert columns <= {*Entry._fields}


@pytest.mark.parametrize("digits", ["9" * 19, "9" * 5000])
@pytest.mark.parametrize("column", ["low", "high"])
def test_a_coded_end_that_no_database_keeps_is_refused(column: str, digits: str) -> None:
    """In words, not by the database or by Python."""
    entry = ENTRY._replace(value="mais de 300", **{"low": "", column: digits})

    with pytest.raises(BadField, match=f"^{column}: "):
        figure_of(entry, KNOWN)
